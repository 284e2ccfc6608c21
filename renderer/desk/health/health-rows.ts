import type { DeskState } from '../../../shared/contract.ts';
import { isRemote, type Health } from '../../../shared/diagnostics/health.ts';
import { hostOf } from '../../../shared/diagnostics/host-of.ts';
import { isStale } from '../../../shared/knowledge/sync.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { updateWords } from '../frame/update-words.ts';
import { registrationProof, registrationWords } from '../frame/registration-words.ts';

interface HealthRow {
  readonly row: keyof Texts['health']['rows'];
  readonly text: string;
  /** null: says nothing about good and bad. */
  readonly state: 'good' | 'bad' | null;
}

/**
 * The lines of the health page, the most telling first.
 * @param health null: main has not answered yet; its lines are left out
 */
export function healthRows(
  desk: Pick<
    DeskState,
    'registration' | 'sound' | 'pack' | 'knowledge' | 'problems' | 'settings' | 'update'
  >,
  health: Health | null,
  texts: Texts,
  now = Date.now(),
): readonly HealthRow[] {
  const { registration, sound, problems } = desk;
  const words = texts.health;
  const proof = registrationProof(registration, texts);
  const { microphone, speaker, ring } = sound.inUse;
  const device = (row: 'microphone' | 'speaker' | 'ring', label: string | null): HealthRow => ({
    row,
    text: label ?? words.nothing,
    state: label === null ? 'bad' : 'good',
  });
  return [
    {
      row: 'registration',
      text: `${registrationWords(registration, texts)}${proof === undefined ? '' : `, ${proof}`}`,
      state: registration.phase === 'registered' ? 'good' : 'bad',
    },
    ...('server' in registration
      ? [{ row: 'server', text: hostOf(registration.server), state: null } as const]
      : []),
    ...(health === null ? [] : [lastMessage(health, texts)]),
    device('microphone', microphone),
    device('speaker', speaker),
    device('ring', ring),
    { row: 'headset', text: sound.headset ?? words.nothing, state: null },
    knowledge(desk, texts, now),
    {
      row: 'problems',
      text: problems.length === 0 ? words.nothing : problems.map(({ code }) => code).join(', '),
      state: problems.every(({ code }) => code === 'noAccount') ? 'good' : 'bad',
    },
    updates(desk, texts),
    ...(health === null ? [] : surroundings(health, texts)),
  ];
}

function updates({ update }: Pick<DeskState, 'update'>, texts: Texts): HealthRow {
  const bad = update.phase === 'failed' || (update.phase === 'off' && update.reason === 'noKeys');
  const state = bad ? 'bad' : update.phase === 'off' ? null : 'good';
  return { row: 'updates', text: updateWords(update, texts), state };
}

function lastMessage({ lastMessageAt }: Health, { health, locale }: Texts): HealthRow {
  if (lastMessageAt === null) return { row: 'lastMessage', text: health.never, state: 'bad' };
  const time = new Date(lastMessageAt).toLocaleTimeString(locale);
  return { row: 'lastMessage', text: health.at(time), state: null };
}

function knowledge(
  { pack, knowledge: state, settings }: Parameters<typeof healthRows>[0],
  { knowledgeStatus: words, locale }: Texts,
  now: number,
): HealthRow {
  if (pack === null) return { row: 'knowledge', text: words.none, state: 'bad' };
  const issued =
    state.publishedAt === null
      ? new Date(`${pack.issued}T12:00:00`).toLocaleDateString(locale)
      : new Date(state.publishedAt).toLocaleString(locale, {
          dateStyle: 'medium',
          timeStyle: 'short',
        });
  const stale = isStale(state, settings.knowledgeMaxAgeHours, now);
  const bad = stale || state.failure !== null;
  return {
    row: 'knowledge',
    text: [words.issued(issued), state.failure].filter((text) => text !== null).join(' · '),
    state: bad ? 'bad' : 'good',
  };
}

function surroundings(health: Health, { health: words }: Texts): readonly HealthRow[] {
  const { policy, keyStore, session } = health;
  return [
    {
      row: 'policy',
      text: words.policy(policy.source, policy.keys, policy.wrong),
      state: policy.wrong === 0 ? 'good' : 'bad',
    },
    {
      row: 'keyStore',
      text: keyStore ? words.keyStore.yes : words.keyStore.no,
      state: keyStore ? 'good' : 'bad',
    },
    {
      row: 'session',
      text: words.sessions[session],
      state: isRemote(session) ? 'bad' : null,
    },
    {
      row: 'version',
      text: `Amtsdraht ${health.version}, Electron ${health.electron}, Chromium ${health.chromium}`,
      state: null,
    },
    { row: 'system', text: health.system, state: null },
  ];
}
