import { hasLiveCall } from '../../shared/call/live-call.ts';
import { dialog, type BrowserWindow } from 'electron';
import { provisionLinkIn, type ProvisionLink } from './read-provision-link.ts';
import { textsFor } from '../../shared/texts/index.ts';
import type { SettingsLayer } from '../../shared/settings/settings.ts';
import { keepPolicyAddress } from '../settings/index.ts';
import type { CertificateVerdicts } from '../windows/index.ts';
import type { DeskStateHolder } from './desk-state.ts';
import type { Log } from './log.ts';
import { fetchPolicy, textFetcher } from './provisioning.ts';
import { restart } from './restart.ts';

interface LinkSurroundings {
  readonly window: BrowserWindow;
  readonly profile: string;
  /** Policy of this machine; on Windows reading it again would hold everything up, calls too. */
  readonly machine: SettingsLayer;
  readonly state: DeskStateHolder;
  readonly certificates: CertificateVerdicts;
  readonly log: Log;
}

/**
 * Sets the desk up from a link (`amtsdraht://provision?url=…`), if the policy of the machine allows it and a
 * person agrees. The link names only an address: the keys that may sign come from the machine (decision 0068).
 * @returns to be called with the arguments of a (second) start
 */
export function provisionLinkReceiver(
  around: LinkSurroundings,
): (argv: readonly string[]) => Promise<void> {
  let asking = false;
  return async (argv) => {
    const link = provisionLinkIn(argv);
    // A page could open the same link a hundred times.
    if (link === null || asking) return;
    asking = true;
    try {
      await receive(link, around);
    } finally {
      asking = false;
    }
  };
}

async function receive(link: ProvisionLink, around: LinkSurroundings): Promise<void> {
  const { window, profile, state, log } = around;
  const words = textsFor(state.current.settings.language).provisioning;
  const tell = async (detail: string): Promise<void> => {
    log.warn('link', `not set up: ${detail}`);
    await dialog.showMessageBox(window, { type: 'warning', message: words.notSetUp, detail });
  };
  const { provisioningLinks = false, policyUrl, policyKeys = [] } = around.machine;
  if (!provisioningLinks) return tell(words.notAllowed);
  if (!link.ok) return tell(words.faults[link.fault]);
  if (policyUrl !== undefined) return tell(words.alreadySet);
  if (policyKeys.length === 0) return tell(words.noKeys);
  if (hasLiveCall(state.current.calls)) return tell(words.inCall);
  const cancel = 1;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.question(new URL(link.url).hostname),
    detail: words.questionDetail(link.url),
    buttons: [words.agree, words.cancel],
    defaultId: cancel,
    cancelId: cancel,
  });
  if (response === cancel) return;
  const fetched = textFetcher(() => around.certificates);
  const result = await fetchPolicy(profile, link.url, policyKeys, fetched);
  if (!result.ok) return tell(result.failure.sentence);
  keepPolicyAddress(profile, link.url);
  log.info('link', 'set up', { serial: result.value.serial });
  await dialog.showMessageBox(window, {
    type: 'info',
    message: words.done(result.value.serial),
    detail: words.doneDetail,
  });
  // Somebody may have called while the box was open.
  if (hasLiveCall(state.current.calls)) return;
  restart();
}
