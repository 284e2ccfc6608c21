import type { DeskState } from '../../shared/contract.ts';
import type { CrashDump } from './crash-dumps.ts';
import type { Health, TracedMessage } from '../../shared/diagnostics/health.ts';
import { hostOf } from '../../shared/diagnostics/host-of.ts';
import { createTextRedactor, redactLogLine } from '../../shared/diagnostics/redact-text.ts';
import { isSettingKey, settingFacts } from '../../shared/settings/setting-facts.ts';
import type { Settings, SettingsLayer } from '../../shared/settings/settings.ts';
import { textsFor } from '../../shared/texts/index.ts';

/** Everything that a diagnosis package is made from; not everything may be seen in it. */
export interface DiagnosticInput {
  readonly at: Date;
  readonly health: Health;
  readonly settings: Settings;
  readonly policy: SettingsLayer;
  readonly user: SettingsLayer;
  readonly wrong: readonly string[];
  /** What the window shows; null: the application is not running. */
  readonly state: Pick<
    DeskState,
    'mode' | 'registration' | 'problems' | 'pack' | 'knowledge' | 'sound'
  > | null;
  /** Kinds of ICE candidates; null: nobody could be asked. */
  readonly candidates: readonly string[] | null;
  readonly trace: readonly TracedMessage[];
  /** Names, sizes and times of crash dumps; what is in them never goes into the package. */
  readonly crashes: readonly CrashDump[];
  /** Lines of the log, oldest first. */
  readonly log: readonly string[];
  /** Strings of this machine that must not be seen: user, host, folders, password. */
  readonly secrets: readonly string[];
}

const readme = `Diagnosepaket von Amtsdraht

uebersicht.txt     Fassungen, Anmeldung, Störungen, Wissen
einstellungen.txt  was gilt und woher
geraete.txt        Tongeräte und Netzwege (ohne Adressen)
qualitaet.txt      Sprachqualität der letzten Gespräche
sip.txt            SIP-Mitschnitt, wenn er eingeschaltet war
protokoll.txt      Protokoll
abstuerze.txt      Absturzabbilder: nur Name, Größe und Zeit; sie selbst bleiben im Ordner Crashpad des Profils

Nicht enthalten: Rufnummern, Namen, Adressen, Kennwörter, Suchtexte, Gesprächsinhalte. Was auf Personen, Plätze
oder Rechner weist, steht als „‹…›“ oder „…“ da. Sehen Sie die Dateien vor dem Versenden durch; sie sind Text.
`;

/** Files of a diagnosis package, name → content. Pure: what may be seen is decided here and in the redactors. */
export function diagnosticFiles(input: DiagnosticInput): ReadonlyMap<string, string> {
  const redact = createTextRedactor([...input.secrets, ...personalStrings(input)]);
  const log = input.log.map((line) => redactLogLine(line, redact));
  const quality = log.filter((line) => line.includes('call quality'));
  return new Map([
    ['LIESMICH.txt', readme],
    ['uebersicht.txt', overview(input, redact)],
    ['einstellungen.txt', settingsText(input, redact)],
    ['geraete.txt', devices(input, redact)],
    ['qualitaet.txt', lines(quality.slice(-100), 'Noch kein Gespräch.')],
    ['sip.txt', lines(input.trace.map(traced), 'Es war kein Mitschnitt eingeschaltet.')],
    ['protokoll.txt', lines(log, 'Leer.')],
    ['abstuerze.txt', lines(input.crashes.map(crashed), 'Keine.')],
  ]);
}

const lines = (all: readonly string[], none: string): string =>
  `${all.length === 0 ? none : all.join('\n')}\n`;
const time = (epoch: number | null): string =>
  epoch === null ? 'nie' : new Date(epoch).toISOString();
const crashed = ({ name, bytes, at }: CrashDump): string =>
  `${time(at)}  ${(bytes / 1024).toFixed(0)} KiB  ${name}`;
const traced = ({ at, direction, text }: TracedMessage): string =>
  `${time(at)} ${direction === 'in' ? '◀ ankommend' : '▶ abgehend'}\n${text}\n`;

function overview(
  { at, health, state }: DiagnosticInput,
  redact: (text: string) => string,
): string {
  const texts = textsFor('de');
  const own = [
    `Erstellt: ${at.toISOString()}`,
    `Amtsdraht ${health.version}, Electron ${health.electron}, Chromium ${health.chromium}`,
    `System: ${health.system}, Sitzung: ${health.session}`,
    `Schlüsselspeicher: ${health.keyStore ? 'ja' : 'nein'}`,
    `Letzte SIP-Nachricht der Anlage: ${time(health.lastMessageAt)}`,
  ];
  if (state === null) return lines([...own, 'Die Anwendung lief nicht.'], '');
  const { registration, pack, knowledge, problems } = state;
  return lines(
    [
      ...own,
      `Betrieb: ${state.mode === 'practice' ? 'Übungsbetrieb' : 'Telefonanlage'}`,
      `Anmeldung: ${registration.phase}${'failure' in registration ? ` (${registration.failure})` : ''}`,
      ...('confirmedAt' in registration
        ? [`Von der Anlage bestätigt: ${time(registration.confirmedAt)}`]
        : []),
      `Wissenspaket: ${pack === null ? 'keines' : `Stand ${pack.issued}${pack.demonstration ? ', Beispielinhalte' : ''}`}`,
      ...(knowledge.synchronised
        ? [
            `Veröffentlicht: ${time(knowledge.publishedAt)}, bestätigt: ${time(knowledge.confirmedAt)}`,
            `Letzter Abgleich: ${knowledge.failure === null ? 'gut' : redact(knowledge.failure)}`,
          ]
        : []),
      `Störungen: ${problems.length}`,
      ...problems.map(
        ({ code, detail }) =>
          `  ${code}: ${texts.problems[code].title}${detail === null ? '' : ` ${redact(detail)}`}`,
      ),
    ],
    '',
  );
}

function settingsText(
  { health, settings, policy, user, wrong }: DiagnosticInput,
  redact: (text: string) => string,
): string {
  const origin = (key: string): string =>
    Object.hasOwn(policy, key) ? 'Richtlinie' : Object.hasOwn(user, key) ? 'Platz' : 'Vorgabe';
  const values = Object.entries(settings)
    .filter(([key, value]) => value !== undefined && isSettingKey(key))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, value]) => {
      const personal = isSettingKey(key) && settingFacts[key].personal === true;
      return `${key} = ${personal ? 'gesetzt' : redact(JSON.stringify(value))}  (${origin(key)})`;
    });
  const servers = (settings.account?.registrars ?? []).map(
    (address, index) => `Anlage ${index + 1}: ${hostOf(address)}`,
  );
  return lines(
    [
      `Richtlinie: ${redact(health.policy.source)}`,
      ...wrong.map((sentence) => `FEHLER ${redact(sentence)}`),
      ...servers,
      ...values,
    ],
    '',
  );
}

function devices({ state, candidates }: DiagnosticInput, redact: (text: string) => string): string {
  const named = (label: string): string => redact(withoutOwner(label));
  const used = Object.entries(state?.sound.inUse ?? {}).map(
    ([place, label]) => `benutzt als ${place}: ${label === null ? 'keines' : named(label)}`,
  );
  return lines(
    [
      ...(state?.sound.microphones ?? []).map(({ label }) => `Mikrofon: ${named(label)}`),
      ...(state?.sound.speakers ?? []).map(({ label }) => `Lautsprecher: ${named(label)}`),
      ...used,
      ...(state === null ? [] : [`Headset mit Tasten: ${named(state.sound.headset ?? 'keines')}`]),
      ...(candidates ?? []).map((kind) => `Netzweg (ICE): ${kind}`),
    ],
    'Die Anwendung lief nicht.',
  );
}

/** People name their headsets: „AirPods von Frau Petersen“, “Petersen's AirPods”. */
function withoutOwner(label: string): string {
  return label.replace(/\b(von|of|de) .+$/i, '$1 ‹…›').replace(/^.*['’]s /i, '‹…› ');
}

/** Users, names, numbers and places that stand in the settings. */
function personalStrings({ settings }: DiagnosticInput): readonly string[] {
  const { account, watch, emergency } = settings;
  return [
    account?.user,
    account?.authorizationUser,
    account?.displayName,
    settings.conferenceRoom,
    emergency.place,
    emergency.otherPhone,
    ...[...watch.colleagues, ...watch.queues].flatMap(({ name, extension }) => [name, extension]),
  ].filter((text) => typeof text === 'string');
}
