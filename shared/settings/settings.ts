import { z } from 'zod';
import { agentSettingsSchema, pauseReasonSchema, wrapUpSchema } from '../agent/agent-settings.ts';
import { pbxFeatureSchema } from '../agent/pbx-feature.ts';
import { watchSchema } from '../agent/watched.ts';
import { emergencySchema } from '../lines/emergency.ts';
import { certificatePinsSchema } from '../security/certificate-pins.ts';
import { soundDefaults, soundOptional, soundShape } from '../sound/sound-settings.ts';
import { maintenanceWindowPattern } from '../updates/maintenance-window.ts';
import { windowDefaults, windowShape } from '../windows/window-settings.ts';

/**
 * Everything that can be set, once: defaults, types and the check of policy files come from here.
 * A policy file has the same keys as the user's settings and wins over them, key by key.
 * The SIP password is not a setting: it lives in the key store of the operating system.
 */
const sipUser = z
  .string()
  .regex(/^[A-Za-z0-9._~!$&'()*+,;=-]{1,64}$/, 'ein SIP-Benutzer ohne Leerzeichen und ohne @');
const wssUrl = z.url({ protocol: /^wss$/, error: 'eine Adresse der Form wss://host:port/pfad' });

export const accountSchema = z.strictObject({
  /** Registrars in order of priority. Loopback may be plain ws (practice switchboard). */
  registrars: z.array(wssUrl).min(1),
  /** SIP domain of the address of record; default: host of the first registrar. */
  domain: z.string().min(1).max(253).optional(),
  user: sipUser,
  /** Digest user name if it differs from `user`. */
  authorizationUser: z.string().min(1).max(128).optional(),
  displayName: z.string().max(128).optional(),
});
export type Account = z.infer<typeof accountSchema>;

const knowledgeSource = z
  .string()
  .min(1)
  .refine(
    (text) => !/^[a-z][a-z0-9+.-]+:\/\//i.test(text) || /^https:\/\/[^/]/.test(text),
    'eine Adresse der Form https://… oder ein Ordner',
  );

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,64}$/, 'ein Header-Name aus Buchstaben, Ziffern und -');

/** SubjectPublicKeyInfo of an Ed25519 key in Base64 (RFC 8410): the same twelve bytes before every key. */
const publicKey = z
  .string()
  .regex(
    /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/,
    'ein öffentlicher Ed25519-Schlüssel wie in der mittleren Zeile der Datei .pub.pem (MCowBQYDK2VwAyEA…=)',
  );

const shape = {
  /** Account at the PBX; none means practice mode. */
  account: accountSchema,
  /** PEM file with additional certification authorities for the registrars and knowledge sources. */
  extraCaFile: z.string().min(1),
  /** File whose one line is the SIP password; read once into the key store, then deleted. `~/`: home folder. */
  passwordFile: z.string().min(1),
  /** Public keys that hosts have to show, by host name (registrars, knowledge, export, updates). */
  certificatePins: certificatePinsSchema,
  /** Folder of the knowledge pack; none means the demonstration pack. */
  packFolder: z.string().min(1),
  /**
   * Where the signed knowledge pack is published, by priority: `https://…` or a folder (share, stick).
   * Set, it takes the place of `packFolder`.
   */
  knowledgeSources: z.array(knowledgeSource).min(1),
  /** root.json of the publisher: where all trust in the pack begins. Handed out by IT. */
  knowledgeRootFile: z.string().min(1),
  /** Time between two synchronisations in minutes; each place varies it by a fifth. */
  knowledgeSyncMinutes: z.number().int().min(1).max(1440),
  /** Hours without confirmation by a source after which the desk says that the knowledge is old. */
  knowledgeMaxAgeHours: z.number().int().min(1).max(8760),
  /** Header that carries the dialled number. */
  dialedNumberHeader: headerName,
  /** Header in which the voice menu of the PBX says what the caller has chosen. */
  topicHeader: headerName,
  /** Area code (with leading 0) for numbers without one. */
  defaultAreaCode: z.string().regex(/^0\d{1,5}$/, 'eine Vorwahl mit führender 0'),
  /** How DTMF digits are sent: RFC 4733 in the audio stream, or SIP INFO. */
  dtmf: z.enum(['rfc4733', 'info']),
  /**
   * Weiterleiten: the phone calls the target itself and connects when it answers (`supervised`; a caller
   * whose target is busy never leaves the agent), or the PBX does it alone (`refer`).
   */
  blindTransfer: z.enum(['supervised', 'refer']),
  /** A REFER of the other side, which wants somebody else called: refused, or the agent is asked. */
  incomingRefer: z.enum(['refuse', 'ask']),
  /** Number of a conference room of the PBX for three-way calls; none means: mixed in the phone. */
  conferenceRoom: z.string().regex(/^[\d*#+]{1,32}$/, 'eine Rufnummer aus Ziffern, * und #'),
  language: z.enum(['de', 'en']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** How the agent state reaches the PBX. */
  agentState: agentSettingsSchema,
  pauseReasons: z.array(pauseReasonSchema).max(12),
  wrapUp: wrapUpSchema,
  /** Features of the PBX that agents may switch: do not disturb, forward on busy. */
  pbxFeatures: z.array(pbxFeatureSchema).max(6),
  /** Colleagues, queues and voice messages that the PBX tells about. */
  watch: watchSchema,
  /** Days that the call list is kept in the profile; 0: in memory only, until the application ends. */
  callListDays: z.int().min(0).max(7),
  /** Calls answered without the agent: when the INVITE asks for it, or all; only while ready and free. */
  autoAnswer: z.strictObject({
    mode: z.enum(['off', 'byHeader', 'always']),
    /** Ringing time of `always`, unless the INVITE says another. */
    afterSeconds: z.int().min(0).max(60),
  }),
  emergency: emergencySchema,
  /** Leads through microphone, ring tone and a test call when the application starts; the agent ends it. */
  setupAtStart: z.boolean(),
  /** Digits and letters act without Alt while no field has the focus (WCAG 2.1.4 wants a way to stop that). */
  singleKeys: z.boolean(),
  /** Folder with practice calls of the house: `scenarios.yaml`, and `<id>.ogg` for each spoken question. */
  practiceFolder: z.string().min(1),
  /** Name of the agent for greetings with `{name}`; '': the place is left open. */
  agentName: z.string().max(60),
  /** Where the journal goes as CloudEvents; none: it stays on the machine. */
  exportUrl: z.url({ protocol: /^https$/, error: 'eine Adresse der Form https://…' }),
  /** Whether events of one agent can be told to be of one agent; never who. */
  exportAgent: z.enum(['none', 'pseudonym']),
  /** Days that entries of calls and gaps are kept on the machine, notes with them. */
  journalDays: z.int().min(1).max(400),
  /** Days that call-backs are kept after they were done. */
  callbackDays: z.int().min(0).max(31),
  /**
   * Where the rest of the policy is fetched from; `.sig` lies beside it. Counts only in the policy of the machine
   * (decision 0067).
   */
  policyUrl: z.url({ protocol: /^https$/, error: 'eine Adresse der Form https://…' }),
  /** Public Ed25519 keys that may sign what `policyUrl` hands out. */
  policyKeys: z.array(publicKey).max(8),
  /** Whether a link (`amtsdraht://provision`) may name `policyUrl`, if a person agrees. Of the machine only. */
  provisioningLinks: z.boolean(),
  /**
   * Folder of the county's update server (`latest*.yml`, its signature, the programs); none: the program
   * fetches no updates. Of no effect where the program is installed for the machine (decision 0065).
   */
  updateUrl: z.url({ protocol: /^https$/, error: 'eine Adresse der Form https://…' }),
  /** Public Ed25519 keys that may sign updates, as in the middle line of a `.pub.pem`; several while changing. */
  updateKeys: z.array(publicKey).max(8),
  /** When updates may be put in, on the desk's own clock; over midnight if the end is before the begin. */
  updateWindow: z.string().regex(maintenanceWindowPattern, 'Zeiten der Form 18:00-06:00'),
  ...windowShape,
  ...soundShape,
};

/** What a settings file or a policy file may contain: any subset, nothing unknown. */
export const settingsLayerSchema = z.strictObject(shape).partial();
export type SettingsLayer = z.infer<typeof settingsLayerSchema>;

export const settingsDefaults = {
  certificatePins: {},
  dialedNumberHeader: 'X-Dialed-Number',
  topicHeader: 'X-Topic',
  defaultAreaCode: '04121',
  dtmf: 'rfc4733',
  blindTransfer: 'supervised',
  incomingRefer: 'refuse',
  knowledgeSyncMinutes: 15,
  knowledgeMaxAgeHours: 72,
  language: 'de',
  theme: 'system',
  agentState: { by: 'busy' },
  pauseReasons: [{ name: 'Kurze Pause' }, { name: 'Mittag' }, { name: 'Besprechung' }],
  wrapUp: { automatic: false, seconds: 0 },
  pbxFeatures: [],
  watch: { colleagues: [], queues: [], pickup: null, voicemail: null },
  callListDays: 1,
  autoAnswer: { mode: 'off', afterSeconds: 1 },
  emergency: { allowed: true, place: null, otherPhone: null },
  setupAtStart: true,
  singleKeys: true,
  agentName: '',
  exportAgent: 'none',
  journalDays: 14,
  callbackDays: 7,
  updateKeys: [],
  policyKeys: [],
  provisioningLinks: false,
  updateWindow: '18:00-06:00',
  ...windowDefaults,
  ...soundDefaults,
} satisfies SettingsLayer;

/** Settings in force. */
export const settingsSchema = z.strictObject(shape).partial({
  account: true,
  conferenceRoom: true,
  extraCaFile: true,
  passwordFile: true,
  exportUrl: true,
  updateUrl: true,
  policyUrl: true,
  packFolder: true,
  practiceFolder: true,
  ...soundOptional,
  knowledgeSources: true,
  knowledgeRootFile: true,
});
export type Settings = z.infer<typeof settingsSchema>;

/** Policy wins over the user, the user over the default; key by key. */
export function settingsInForce(user: SettingsLayer, policy: SettingsLayer): Settings {
  return settingsSchema.parse({ ...settingsDefaults, ...user, ...policy });
}
