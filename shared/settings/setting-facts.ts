import type { Settings, SettingsLayer } from './settings.ts';

export type SettingKey = keyof Settings;

/** Chapters of the settings, in the order in which documents and policy editors show them. */
export const settingGroups = [
  'pbx',
  'knowledge',
  'calls',
  'agents',
  'afterCall',
  'sound',
  'provisioning',
  'updates',
  'workplace',
] as const;
export type SettingGroup = (typeof settingGroups)[number];

export interface SettingFacts<Key extends SettingKey> {
  readonly group: SettingGroup;
  /** A value as IT would write it, for documents and policy editors. */
  readonly example: NonNullable<SettingsLayer[Key]>;
  /** May name persons, places or numbers: a diagnosis package says only that it is set. */
  readonly personal?: true;
}

/** What is to be said of each setting beside its schema; a missing one does not compile. */
export const settingFacts: { readonly [Key in SettingKey]: SettingFacts<Key> } = {
  account: {
    group: 'pbx',
    example: { registrars: ['wss://pbx.example:8089/ws'], user: 'platz1' },
    personal: true,
  },
  passwordFile: { group: 'pbx', example: '~/.amtsdraht-kennwort' },
  extraCaFile: { group: 'pbx', example: '/etc/amtsdraht/haus-ca.pem' },
  certificatePins: {
    group: 'pbx',
    example: {
      'pbx.example': [
        'sha256/YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg=',
        'sha256/Vjs8r4z+80wjNcr1YKepWQboSIRi63WsWXhIMN+eWys=',
      ],
    },
  },
  dialedNumberHeader: { group: 'pbx', example: 'X-Dialed-Number' },
  topicHeader: { group: 'pbx', example: 'X-Topic' },
  defaultAreaCode: { group: 'pbx', example: '04121' },
  dtmf: { group: 'pbx', example: 'rfc4733' },

  packFolder: { group: 'knowledge', example: '/srv/wissen/kreis' },
  knowledgeSources: {
    group: 'knowledge',
    example: ['https://wissen.example/paket', '/mnt/wissen/paket'],
  },
  knowledgeRootFile: { group: 'knowledge', example: '/etc/amtsdraht/root.json' },
  knowledgeSyncMinutes: { group: 'knowledge', example: 15 },
  knowledgeMaxAgeHours: { group: 'knowledge', example: 72 },

  blindTransfer: { group: 'calls', example: 'supervised' },
  incomingRefer: { group: 'calls', example: 'refuse' },
  conferenceRoom: { group: 'calls', example: '8800', personal: true },
  autoAnswer: { group: 'calls', example: { mode: 'byHeader', afterSeconds: 1 } },
  emergency: {
    group: 'calls',
    example: { allowed: true, place: 'Rathausplatz 1, 2. Stock, Raum 214', otherPhone: null },
    personal: true,
  },
  callListDays: { group: 'calls', example: 1 },

  ringWindow: { group: 'workplace', example: true },
  compactWindow: { group: 'workplace', example: false },
  ringNotification: { group: 'workplace', example: false },
  hotkeys: {
    group: 'workplace',
    example: { answer: 'Control+Alt+A', hangUp: null, mute: 'F13' },
  },
  setupAtStart: { group: 'workplace', example: false },
  singleKeys: { group: 'workplace', example: true },
  practiceFolder: { group: 'workplace', example: '/srv/uebung/neue-stadt' },
  agentName: { group: 'agents', example: 'Eva Weber', personal: true },
  exportUrl: { group: 'afterCall', example: 'https://auswertung.example/ereignisse' },
  exportAgent: { group: 'afterCall', example: 'none' },
  journalDays: { group: 'afterCall', example: 14 },
  callbackDays: { group: 'afterCall', example: 7 },

  agentState: {
    group: 'agents',
    example: { by: 'codes', login: '*45', logout: '*46', pause: '*47', ready: '*48' },
  },
  pauseReasons: { group: 'agents', example: [{ name: 'Mittag', code: '*471' }] },
  wrapUp: { group: 'agents', example: { automatic: true, seconds: 30 } },
  pbxFeatures: {
    group: 'agents',
    example: [{ name: 'Nicht stören', on: '*78', off: '*79' }],
    personal: true,
  },
  watch: {
    group: 'agents',
    example: {
      colleagues: [{ name: 'Frau Petersen', extension: '703' }],
      queues: [{ name: 'Krisentelefon', extension: '799' }],
      pickup: '*8',
      voicemail: '*97',
    },
    personal: true,
  },

  microphone: { group: 'sound', example: { label: 'Jabra Link' }, personal: true },
  speaker: { group: 'sound', example: { label: 'Jabra Link' }, personal: true },
  ringDevice: { group: 'sound', example: { label: 'Lautsprecher' }, personal: true },
  secondRingDevice: { group: 'sound', example: { label: 'Lautsprecher' }, personal: true },
  echoCancellation: { group: 'sound', example: true },
  noiseSuppression: { group: 'sound', example: true },
  autoGainControl: { group: 'sound', example: false },
  codecs: { group: 'sound', example: ['opus', 'g722', 'pcma'] },
  markVoice: { group: 'sound', example: true },
  headsetKeys: { group: 'sound', example: true },
  ringTones: { group: 'sound', example: { wedel: 'triple' } },

  policyUrl: { group: 'provisioning', example: 'https://vorgaben.example/amtsdraht/policy.json' },
  policyKeys: {
    group: 'provisioning',
    example: ['MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE='],
  },
  provisioningLinks: { group: 'provisioning', example: false },
  updateUrl: { group: 'updates', example: 'https://updates.example/amtsdraht' },
  updateKeys: {
    group: 'updates',
    example: ['MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE='],
  },
  updateWindow: { group: 'updates', example: '18:00-06:00' },

  language: { group: 'workplace', example: 'de' },
  theme: { group: 'workplace', example: 'system' },
};

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingFacts, key);
}

/** All settings, in the order of the documents. */
export const settingKeys: readonly SettingKey[] = Object.keys(settingFacts).filter(isSettingKey);
