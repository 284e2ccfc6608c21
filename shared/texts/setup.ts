/** The set-up of a workplace at its first start. */
export interface SetupTexts {
  readonly title: string;
  readonly open: string;
  readonly key: string;
  readonly notYet: string;
  readonly later: string;
  readonly back: string;
  readonly next: string;
  readonly done: string;
  readonly steps: Readonly<Record<'microphone' | 'ring' | 'call', string>>;
  readonly microphoneHint: string;
  readonly speak: string;
  readonly heard: string;
  readonly noLevel: string;
  readonly again: string;
  readonly hearMyself: string;
  readonly hearMyselfHint: string;
  readonly ringHint: string;
  readonly ringNow: string;
  readonly ringNowHint: string;
  readonly callHint: string;
  readonly callSteps: readonly string[];
  readonly callNow: string;
  readonly callNotYet: string;
  readonly callOver: string;
  readonly callOverHint: string;
  readonly callAgain: string;
  readonly registered: string;
  readonly registeredHint: string;
  readonly notRegistered: string;
  readonly notRegisteredHint: string;
}

export const setupDe: SetupTexts = {
  title: 'Ihren Platz einrichten',
  open: 'Platz einrichten',
  key: 'Strg+E',
  notYet:
    'Ihr Platz ist noch nicht eingerichtet: Mikrofon, Klingeln, Probeanruf. Es dauert eine Minute.',
  later: 'Später',
  back: 'Zurück',
  next: 'Weiter',
  done: 'Fertig',
  steps: { microphone: 'Mikrofon', ring: 'Klingeln', call: 'Probeanruf' },
  microphoneHint:
    'Setzen Sie Ihr Headset auf und sagen Sie einen Satz. Der Balken muss sich bewegen.',
  speak: 'Bitte sprechen Sie.',
  heard: 'Ihr Mikrofon nimmt Sie auf.',
  noLevel: 'Vom Mikrofon kommt gerade nichts.',
  again: 'Noch einmal prüfen',
  hearMyself: 'Mich selbst hören',
  hearMyselfHint: 'Sie hören sich anderthalb Sekunden später. Nichts wird aufgezeichnet.',
  ringHint: 'Wo soll es klingeln? Gut ist ein Lautsprecher, den Sie auch ohne Headset hören.',
  ringNow: 'Klingeln anhören',
  ringNowHint: 'Jede Leitung klingelt etwas anders; dies ist der Grundton.',
  callHint: 'Jetzt ruft Sie eine Übungsstimme an. Es ist kein Mensch am anderen Ende.',
  callSteps: [
    'Es klingelt, und die Anrufkarte erscheint. Die Eingabetaste nimmt an.',
    'Hören Sie die Frage. Eine Ziffer öffnet ein Thema, Buchstaben suchen.',
    'F10 legt auf. Danach geht es hier weiter.',
  ],
  callNow: 'Probeanruf starten',
  callNotYet: 'Die Übungsstimme wird vorbereitet …',
  callOver: 'Der Probeanruf ist vorbei.',
  callOverHint:
    'Haben Sie die Frage gehört? Dann ist Ihr Platz eingerichtet. Sonst gehen Sie zurück und wählen ein anderes Gerät.',
  callAgain: 'Noch einmal anrufen lassen',
  registered: 'Ihr Platz ist an der Telefonanlage angemeldet.',
  registeredHint:
    'Ein Probeanruf ist nur im Übungsbetrieb möglich. Bitten Sie jemanden im Haus, Sie einmal anzurufen.',
  notRegistered: 'Ihr Platz ist noch nicht an der Telefonanlage angemeldet.',
  notRegisteredHint:
    'Oben im Fenster steht, woran es liegt. Mikrofon und Klingeln können Sie trotzdem einrichten.',
};

export const setupEn: SetupTexts = {
  title: 'Set up your workplace',
  open: 'Set up the workplace',
  key: 'Ctrl+E',
  notYet: 'Your workplace is not set up yet: microphone, ring, test call. It takes a minute.',
  later: 'Later',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  steps: { microphone: 'Microphone', ring: 'Ring', call: 'Test call' },
  microphoneHint: 'Put on your headset and say a sentence. The bar has to move.',
  speak: 'Please speak.',
  heard: 'Your microphone picks you up.',
  noLevel: 'Nothing comes from the microphone at the moment.',
  again: 'Check again',
  hearMyself: 'Hear myself',
  hearMyselfHint: 'You hear yourself a second and a half later. Nothing is recorded.',
  ringHint: 'Where is it to ring? Best on a loudspeaker that you hear without the headset.',
  ringNow: 'Hear the ring',
  ringNowHint: 'Each line rings a little differently; this is the basic tone.',
  callHint: 'Now a practice voice calls you. There is nobody at the other end.',
  callSteps: [
    'It rings, and the call card appears. Enter answers.',
    'Listen to the question. A digit opens a topic, letters search.',
    'F10 hangs up. Then it goes on here.',
  ],
  callNow: 'Start the test call',
  callNotYet: 'The practice voice is being prepared …',
  callOver: 'The test call is over.',
  callOverHint:
    'Did you hear the question? Then your workplace is set up. If not, go back and choose another device.',
  callAgain: 'Be called once more',
  registered: 'Your workplace is registered at the PBX.',
  registeredHint:
    'A test call is possible in practice mode only. Ask somebody in the house to call you.',
  notRegistered: 'Your workplace is not registered at the PBX yet.',
  notRegisteredHint:
    'The top of the window says why. Microphone and ring can be set up all the same.',
};
