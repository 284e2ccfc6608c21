// The installed package beside the largest desktop phone that Debian has, linphone-desktop: sizes, start of the
// installed program → contact at the same Asterisk, memory of all its processes idle and in a call. Both in the same
// run on the same screen; nothing is asserted. Installs and removes the .deb, as root.
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildTestPackage,
  debFile,
  installPackage,
  removeIfInstalled,
} from '../e2e/package/debian-package.ts';
import { startInstalledApp } from '../e2e/package/installed-app.ts';
import {
  pressOnDesk,
  waitForPhase,
  waitForRegistered,
  waitForRinging,
} from '../e2e/support/desk.ts';
import { Pbx } from '../pbx/asterisk.ts';
import { callFromOutside } from '../pbx/sipp.ts';
import { mustRun } from '../../tools/setup/run-command.ts';
import { startVirtualDisplay } from '../../tools/setup/virtual-display.ts';
import { startLinphone } from './linphone.ts';
import { treeMegabytes } from './process-memory.ts';

const starts = 4;
const number = '+494066969530';
/** So long a phone is left alone before its memory is read, in milliseconds. */
const settleMs = 8_000;
const settle = (): Promise<void> => new Promise((wake) => setTimeout(wake, settleMs));

interface Figures {
  readonly startMs: number[];
  idle: number;
  call: number;
}

/** Everything that a package needs and that is installed, itself included, in MB. */
async function withDependencies(name: string): Promise<Map<string, number>> {
  const only = [
    '--no-recommends',
    '--no-suggests',
    '--no-conflicts',
    '--no-breaks',
    '--no-replaces',
  ];
  const listed = await mustRun('apt-cache', [
    ...['depends', '--recurse', '--installed', '--no-enhances'],
    ...only,
    name,
  ]);
  const names = [...new Set(listed.match(/^[a-z0-9][^\s<]*$/gm) ?? [])];
  const sizes = new Map<string, number>();
  for (const each of names) {
    const kib = Number(
      await mustRun('dpkg-query', ['-Wf${Installed-Size}', each]).catch(() => '0'),
    );
    if (kib > 0) sizes.set(each, kib / 1000);
  }
  return sizes;
}

const total = (sizes: Iterable<number>): number => [...sizes].reduce((sum, size) => sum + size, 0);

async function ours(pbx: Pbx, authority: string): Promise<Figures> {
  const figures: Figures = { startMs: [], idle: 0, call: 0 };
  for (let run = 0; run < starts; run += 1) {
    const startedAt = Date.now();
    const launched = await startInstalledApp({
      policy: { account: { registrars: [pbx.registrar], user: 'agent1' }, extraCaFile: authority },
      env: { AMTSDRAHT_SIP_PASSWORD: 'practice-only-1' },
    });
    await pbx.waitForContact('agent1');
    figures.startMs.push(Date.now() - startedAt);
    if (run === starts - 1) {
      const desk = await launched.page('desk');
      await waitForRegistered(desk);
      await settle();
      figures.idle = treeMegabytes(launched.pid);
      const caller = await callFromOutside(pbx, { number, talkSeconds: 30 });
      await waitForRinging(desk);
      await pressOnDesk(desk, 'Enter');
      await waitForPhase(desk, 'connected', 'active');
      await settle();
      figures.call = treeMegabytes(launched.pid);
      await pressOnDesk(desk, 'F10');
      await caller.finished;
    }
    await launched.stop();
    await launched.clean();
    await pbx.rx('database deltree registrar');
  }
  return figures;
}

async function theirs(pbx: Pbx): Promise<Figures> {
  const figures: Figures = { startMs: [], idle: 0, call: 0 };
  for (let run = 0; run < starts; run += 1) {
    const phone = await startLinphone(pbx);
    await pbx.waitForContact('agent2');
    figures.startMs.push(Date.now() - phone.startedAt);
    if (run === starts - 1) {
      await settle();
      figures.idle = treeMegabytes(phone.pid);
      const caller = await callFromOutside(pbx, { number, rings: 'outside', talkSeconds: 15 });
      await settle();
      if (!(await caller.trace()).codes.includes(200)) console.log('linphone did not answer');
      figures.call = treeMegabytes(phone.pid);
      await caller.finished;
    }
    await phone.stop();
    await pbx.rx('database deltree registrar');
  }
  return figures;
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

function row(what: string, own: number, other: number, unit: string): void {
  const [left, right] = [own, other].map((value) => value.toFixed(value < 10 ? 1 : 0));
  const ratio = (own / other).toFixed(1);
  console.log(
    `${what}: Amtsdraht ${left ?? ''} ${unit}, linphone ${right ?? ''} ${unit}, ratio ${ratio}`,
  );
}

await removeIfInstalled();
await buildTestPackage();
const display = await startVirtualDisplay();
process.env['DISPLAY'] = display.name;
const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-measure-'));
const pbx = await Pbx.start();
try {
  await installPackage();
  const authority = join(folder, 'ca.pem');
  await copyFile(pbx.caFile, authority);
  await mustRun('chmod', ['-R', 'a+rX', folder]);
  const [own, other] = [await ours(pbx, authority), await theirs(pbx)];
  const [ownSizes, otherSizes] = [
    await withDependencies('amtsdraht'),
    await withDependencies('linphone-desktop'),
  ];
  const only = (mine: Map<string, number>, not: Map<string, number>): number =>
    total([...mine].filter(([name]) => !not.has(name)).map(([, size]) => size));
  const linphoneDeb = Number(
    /^Size: (\d+)$/m.exec(await mustRun('apt-cache', ['show', 'linphone-desktop']))?.[1],
  );
  // Packed quickly for the bench; `npm run package` packs tighter (see its list).
  row(
    'package file (ours packed quickly)',
    (await stat(debFile)).size / 1e6,
    linphoneDeb / 1e6,
    'MB',
  );
  row(
    'package unpacked',
    ownSizes.get('amtsdraht') ?? 0,
    otherSizes.get('linphone-desktop') ?? 0,
    'MB',
  );
  row(
    'and what only it needs of Debian',
    only(ownSizes, otherSizes),
    only(otherSizes, ownSizes),
    'MB',
  );
  row('with all it needs of Debian', total(ownSizes.values()), total(otherSizes.values()), 'MB');
  row(
    `start → registered, median of ${String(starts)}`,
    median(own.startMs),
    median(other.startMs),
    'ms',
  );
  row('memory idle (PSS)', own.idle, other.idle, 'MiB');
  row('memory in a call (PSS)', own.call, other.call, 'MiB');
} finally {
  await pbx.stop();
  await display.stop();
  await removeIfInstalled();
  await rm(folder, { recursive: true, force: true });
}
