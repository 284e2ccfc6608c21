import type { SettingTexts } from './setting-texts.ts';

export const settingTextsEn: SettingTexts = {
  product: 'Amtsdraht',
  groups: {
    pbx: 'Telephone system',
    knowledge: 'Knowledge',
    calls: 'Calls',
    agents: 'Agent state and features',
    afterCall: 'After the call',
    sound: 'Sound and devices',
    provisioning: 'Settings from a server',
    updates: 'Updates',
    workplace: 'Appearance',
  },
  editor: {
    description: 'Policies for Amtsdraht',
    supported: 'Amtsdraht 0.1 or later on Windows 10, Windows Server 2016 or later',
    json: 'JSON text',
    list: 'One entry per line, the most important first',
    example: 'Example',
    fallback: 'If not set',
    none: 'nothing',
    on: 'enabled: yes',
    off: 'disabled: no',
  },
  settings: {
    account: {
      name: 'Account at the telephone system',
      text: 'Addresses of the system (registrars, wss://…, by priority), SIP user (user), and where they differ login name (authorizationUser), SIP domain (domain) and display name (displayName). Without an account the application practises. The password does not belong here; a policy that has one is refused.',
    },
    passwordFile: {
      name: 'File with the SIP password',
      text: 'Read once at the start, taken into the key store, overwritten and deleted. One line, nothing but the password; ~/ is the folder of the user.',
    },
    extraCaFile: {
      name: 'Own certification authorities',
      text: 'PEM file with authorities that are trusted as well for the telephone system and the knowledge sources. Relative paths count from the policy file.',
    },
    certificatePins: {
      name: 'Keys of servers (pins)',
      text: 'By host name (without port) the public keys of which the server has to show one, as sha256/… (RFC 7469): its own or that of its authority. For PBX, knowledge source, export and update server. Always name two, the present and the next one (betrieb/netz.md).',
    },
    dialedNumberHeader: {
      name: 'Header with the dialled number',
      text: 'Name of the SIP header in which the telephone system passes on the dialled number.',
    },
    topicHeader: {
      name: 'Header with the topic',
      text: 'SIP header in which the voice menu of the PBX says what the caller has chosen: id, service key or title of an article, or an everyday word for it.',
    },
    defaultAreaCode: {
      name: 'Own area code',
      text: 'Area code with its leading 0 for numbers that are dialled without one.',
    },
    dtmf: {
      name: 'Digits during a call',
      text: 'How key tones reach the other side.',
      values: { rfc4733: 'in the voice channel (RFC 4733)', info: 'as SIP INFO' },
    },
    packFolder: {
      name: 'Folder of the knowledge pack',
      text: 'Unsigned pack in a folder. Does not apply where knowledge sources (knowledgeSources) are set. Without either there is demonstration content.',
    },
    knowledgeSources: {
      name: 'Sources of the signed knowledge pack',
      text: 'Addresses https://… or folders (share, stick), by priority.',
    },
    knowledgeRootFile: {
      name: 'Root of trust of the knowledge',
      text: 'root.json of the publisher. All trust in the pack begins with it; distribute it in a safe way.',
    },
    knowledgeSyncMinutes: {
      name: 'Synchronise every … minutes',
      text: 'Time between two synchronisations. Each place varies it by up to a fifth, so that not all ask at once.',
    },
    knowledgeMaxAgeHours: {
      name: 'Knowledge is old after … hours',
      text: 'When no source has confirmed the state for so long, the window says that the knowledge is old. Searching goes on.',
    },
    blindTransfer: {
      name: 'Blind transfer',
      text: 'Whether the application calls the target and connects when it answers, or the telephone system connects alone.',
      values: {
        supervised: 'supervised: the caller comes back when the target does not answer',
        refer: 'at once: the telephone system connects alone (REFER)',
      },
    },
    incomingRefer: {
      name: 'Transfer wanted by the other side',
      text: 'What becomes of a REFER that the other side sends during a call.',
      values: { refuse: 'refuse (603)', ask: 'ask the agent' },
    },
    conferenceRoom: {
      name: 'Conference room of the telephone system',
      text: 'Number of a room for three-way calls. If not set, the application mixes by itself.',
    },
    autoAnswer: {
      name: 'Automatic answer',
      text: 'mode: off (never), byHeader (when the INVITE asks for it) or always (each call after afterSeconds seconds). Only while the agent is ready and has no other call, always after a warning tone.',
    },
    emergency: {
      name: 'Emergency calls 110 and 112',
      text: 'Whether they are possible from this place (allowed), where it is, to be read out (place), and the nearest telephone (otherPhone).',
    },
    callListDays: {
      name: 'Keep the call list (days)',
      text: 'Days that the call list stays in the profile; 0: in memory only, until the application ends.',
    },
    ringWindow: {
      name: 'Small window while it rings',
      text: 'Shows calls in a small window above other programs while Amtsdraht is not in front.',
    },
    compactWindow: {
      name: 'Narrow window',
      text: 'Call and search only, as a narrow strip (Ctrl+M).',
    },
    ringNotification: {
      name: 'Message of the operating system while it rings',
      text: 'In addition, with the line, without name and number.',
    },
    hotkeys: {
      name: 'Keys for the whole system',
      text: 'Answer, hang up (hangUp) and mute from other programs, as Electron writes them; null: none.',
    },
    setupAtStart: {
      name: 'Set-up at the start',
      text: 'Leads through microphone, ring and a test call at each start until the agent has ended it; with false it appears on demand only (Ctrl+E).',
    },
    singleKeys: {
      name: 'Digits and letters without another key',
      text: 'Digits open topics and choose outcomes, letters search. Switched off, digits need Alt, and Ctrl+K searches; good for control by voice.',
    },
    practiceFolder: {
      name: 'Folder with practice calls of the house',
      text: 'Holds scenarios.yaml and the spoken question of each call as <id>.ogg; without one a melody sounds and the question is shown as text. They come before those of the program.',
    },
    agentName: {
      name: 'Name for greetings',
      text: 'Stands for {name} in greetings; if not set, the place is left open.',
    },
    exportUrl: {
      name: 'Destination of figures',
      text: 'Address (https) to which entries about calls and gaps go as CloudEvents (application/cloudevents-batch+json), without numbers and notes. An answer 2xx means received. If not set, nothing leaves the computer.',
    },
    exportAgent: {
      name: 'Entries of one place',
      text: 'Whether entries of one place can be told to belong together; never whose they are.',
      values: { none: 'cannot be told', pseudonym: 'can be told, anew each month' },
    },
    journalDays: {
      name: 'Keep entries (days)',
      text: 'Days that entries about calls, and their notes, stay on the computer.',
    },
    callbackDays: {
      name: 'Keep call-backs that are done (days)',
      text: 'Days after which a call-back that is done is deleted with its number.',
    },
    agentState: {
      name: 'Report the agent state',
      text: 'by: busy (calls hear busy unless the agent is ready), unregister (the registration is taken back) or codes (codes of the telephone system: login, logout, pause, ready, optionally wrapUp).',
    },
    pauseReasons: {
      name: 'Reasons for a break',
      text: 'Twelve at most: name, optionally the code of the telephone system.',
    },
    wrapUp: {
      name: 'Wrap-up',
      text: 'automatic: after each answered call; seconds: ready again after so many seconds, 0: by hand.',
    },
    pbxFeatures: {
      name: 'Features of the telephone system',
      text: 'Six at most, such as do not disturb: name, on and off (codes of the telephone system).',
    },
    watch: {
      name: 'Colleagues, queues, voice messages',
      text: 'Extensions (colleagues) and queues (queues) with name and extension whose state the telephone system tells; pickup: code to take over a call, voicemail: number to listen to, either null: none.',
    },
    microphone: {
      name: 'Microphone',
      text: 'label: name of the device or a part of it (four letters or more). If not set, the communication device of the system.',
    },
    speaker: {
      name: 'Device for calls',
      text: 'Where callers are heard; label as for the microphone.',
    },
    ringDevice: {
      name: 'Device for ringing',
      text: 'Where it rings; label as for the microphone. If not set, the standard device of the system.',
    },
    secondRingDevice: {
      name: 'Second device for ringing',
      text: 'Where it rings as well, for those who have taken the headset off; label as for the microphone.',
    },
    echoCancellation: {
      name: 'Echo cancellation',
      text: 'Takes the echo out of the microphone.',
    },
    noiseSuppression: {
      name: 'Noise suppression',
      text: 'Takes noises of the room out of the microphone.',
    },
    autoGainControl: {
      name: 'Automatic level of the microphone',
      text: 'Moves the level of the operating system during a call.',
    },
    codecs: {
      name: 'Codecs',
      text: 'What may be used, the dearest first: opus, g722, pcma, pcmu. Calls in follow the order of the exchange.',
    },
    markVoice: {
      name: 'Mark voice packets',
      text: 'Marks voice with DSCP EF. Windows needs a QoS policy as well.',
    },
    headsetKeys: {
      name: 'Keys of the headset',
      text: 'Answer, hang up and mute on the headset. Off where another program needs them.',
    },
    ringTones: {
      name: 'Ring tone by line',
      text: 'Id of the line and melody: standard, rising, falling, double, triple, warble, calm. Others ring as their colour says.',
    },
    policyUrl: {
      name: 'Address of the settings',
      text: 'From here the desk fetches all settings that the machine does not set itself; the signature (.sig) lies beside it. Counts only in the policy of the machine (betrieb/vorgaben-vom-server.md).',
    },
    policyKeys: {
      name: 'Keys of the settings',
      text: 'Public Ed25519 keys that may sign settings from a server; the middle line of the file .pub.pem.',
    },
    provisioningLinks: {
      name: 'Set up by a link',
      text: 'A link amtsdraht://provision?url=… may name the address of the settings after a question; policyKeys has to come from the machine. Counts only in the policy of the machine.',
    },
    updateUrl: {
      name: 'Update server',
      text: 'Folder on a web server of the house from which the program updates itself (betrieb/update-server.md). Empty: no updates by the program. Of no effect where it is installed for the whole machine (MSI, deb, rpm).',
    },
    updateKeys: {
      name: 'Keys of updates',
      text: 'Public Ed25519 keys whose signature an update needs; the middle line of the file .pub.pem. Several while the key changes.',
    },
    updateWindow: {
      name: 'Maintenance window',
      text: 'Time at the desk in which an update may be put in, never during a call or the wrap-up. 00:00-24:00: at any time.',
    },
    language: {
      name: 'Language',
      text: 'Language of the window.',
      values: { de: 'Deutsch', en: 'English' },
    },
    theme: {
      name: 'Colours',
      text: 'Light or dark.',
      values: { system: 'as the system', light: 'light', dark: 'dark', contrast: 'high contrast' },
    },
  },
};
