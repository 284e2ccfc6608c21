import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noSoundDevices } from '../../shared/sound/sound-devices.ts';
import { settingsInForce, type SettingsLayer } from '../../shared/settings/settings.ts';
import { diagnosticFiles, type DiagnosticInput } from './diagnostic-files.ts';

const health = {
  version: '1.2.3',
  electron: '45.4.1',
  chromium: '140.0',
  system: 'Linux 6.1',
  session: 'local' as const,
  keyStore: true,
  policy: { source: '/etc/amtsdraht/policy.json', keys: 1, wrong: 0 },
  lastMessageAt: Date.parse('2026-11-25T08:00:00Z'),
};

/** A workplace whose person, number, place and password are given. */
function inputAbout(person: {
  readonly name: string;
  readonly user: string;
  readonly number: string;
  readonly password: string;
}): DiagnosticInput {
  const { name, user, number, password } = person;
  const policy: SettingsLayer = {
    account: { registrars: [`wss://${user}:${password}@pbx.example/ws`], user, displayName: name },
    conferenceRoom: number.slice(0, 8),
    emergency: { allowed: true, place: `Zimmer von ${name}`, otherPhone: number },
    watch: {
      colleagues: [{ name, extension: user }],
      queues: [],
      pickup: null,
      voicemail: null,
    },
  };
  return {
    at: new Date('2026-11-25T09:00:00Z'),
    health,
    policy,
    user: { microphone: { label: `Headset von ${name}` } },
    settings: settingsInForce({ microphone: { label: `Headset von ${name}` } }, policy),
    wrong: [`policy.json: account.user ist "${user}"`],
    state: {
      mode: 'pbx',
      registration: {
        phase: 'registered',
        server: 'wss://pbx.example/ws',
        since: 0,
        confirmedAt: 0,
        answeredAt: 0,
      },
      problems: [{ code: 'packBroken', detail: `/home/${user}/wissen: ${name}, ${number}` }],
      pack: null,
      knowledge: {
        synchronised: true,
        progress: null,
        publishedAt: null,
        confirmedAt: null,
        failure: `https://wissen.example: ${user}@mail.example`,
      },
      sound: {
        ...noSoundDevices,
        microphones: [{ id: '1', label: `AirPods von ${name}` }],
        inUse: { ...noSoundDevices.inUse, microphone: `${name}'s AirPods` },
      },
    },
    candidates: ['udp host IPv4-privat'],
    crashes: [{ name: '5f0c.dmp', bytes: 204_800, at: Date.parse('2026-11-25T07:00:00Z') }],
    trace: [{ at: 0, direction: 'in', text: 'INVITE … SIP/2.0' }],
    log: [
      `2026-11-25T08:00:00.000Z warn phone call from ${number} by <sip:${user}@pbx.example>`,
      `2026-11-25T08:00:01.000Z info app profile /home/${user} of ${name}, ${password}`,
      '2026-11-25T08:00:02.000Z info phone call quality codec=opus mos=4.4',
    ],
    secrets: [password, user, `/home/${user}`],
  };
}

const person = fc.record({
  name: fc
    .tuple(fc.stringMatching(/^[A-ZÄÖÜ][a-zäöüß]{3,9}$/), fc.stringMatching(/^[A-Z][a-z-]{3,12}$/))
    .map(([first, last]) => `${first} ${last}`),
  user: fc.stringMatching(/^[a-z]{2,4}[0-9]{3,6}$/),
  number: fc.stringMatching(/^0[1-9][0-9]{5,10}$/),
  password: fc.stringMatching(/^[A-Za-z0-9]{8,20}Q7$/),
});

it('is the same whoever it is about: no name, user, number, place, address or password is in it', () => {
  fc.assert(
    fc.property(person, person, (one, other) => {
      expect(diagnosticFiles(inputAbout(one))).toEqual(diagnosticFiles(inputAbout(other)));
    }),
  );
});

it('says what a help desk needs', () => {
  const files = diagnosticFiles(
    inputAbout({
      name: 'Petra Petersen',
      user: 'pp123',
      number: '04121450280',
      password: 'geheimesQ7',
    }),
  );
  expect([...files.keys()]).toEqual([
    'LIESMICH.txt',
    'uebersicht.txt',
    'einstellungen.txt',
    'geraete.txt',
    'qualitaet.txt',
    'sip.txt',
    'protokoll.txt',
    'abstuerze.txt',
  ]);
  expect(files.get('uebersicht.txt')).toContain('Anmeldung: registered');
  expect(files.get('uebersicht.txt')).toContain('packBroken: ');
  expect(files.get('einstellungen.txt')).toContain('Anlage 1: pbx.example');
  expect(files.get('einstellungen.txt')).toContain('account = gesetzt  (Richtlinie)');
  expect(files.get('einstellungen.txt')).toContain('theme = "system"  (Vorgabe)');
  expect(files.get('geraete.txt')).toContain('Netzweg (ICE): udp host IPv4-privat');
  expect(files.get('abstuerze.txt')).toBe('2026-11-25T07:00:00.000Z  200 KiB  5f0c.dmp\n');
  expect(files.get('qualitaet.txt')).toContain('mos=4.4');
  expect(files.get('sip.txt')).toContain('◀ ankommend\nINVITE … SIP/2.0');
});

it('says so when the application does not run', () => {
  const input = {
    ...inputAbout({ name: 'A B', user: 'ab1', number: '0412145', password: 'xxxxxxxx' }),
    state: null,
  };
  expect(diagnosticFiles(input).get('uebersicht.txt')).toContain('Die Anwendung lief nicht.');
});
