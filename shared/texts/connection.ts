import type { ProblemCode } from '../problem.ts';
import type { RegistrationFailure } from '../registration.ts';

/** Words of the connection to the exchange: how it stands, what it rests on, and what is wrong with it. */
export interface ConnectionTexts {
  readonly label: string;
  readonly off: string;
  readonly connecting: string;
  readonly registering: string;
  readonly registered: string;
  readonly confirmedAt: (time: string) => string;
  readonly failures: Readonly<Record<RegistrationFailure, string>>;
  readonly retryIn: (seconds: number) => string;
  readonly retryNow: string;
  /** What the state rests on, for agents who ask and for IT. */
  readonly proof: {
    readonly open: string;
    readonly title: string;
    readonly hint: string;
    readonly state: string;
    readonly server: string;
    readonly since: string;
    readonly confirmed: string;
    readonly answered: string;
    readonly microphone: string;
    readonly speaker: string;
    readonly ring: string;
    readonly secondRing: string;
    readonly noMicrophone: string;
    readonly noSpeaker: string;
    readonly noRing: string;
    readonly never: string;
    readonly secondsAgo: (seconds: number) => string;
  };
}

type ConnectionProblemTexts = Readonly<
  Record<
    Extract<
      ProblemCode,
      | 'serverUnreachable'
      | 'certificateUntrusted'
      | 'certificateOutOfDate'
      | 'certificateWrongName'
      | 'certificateWrongPin'
      | 'wrongPassword'
      | 'registrationRefused'
      | 'connectionLost'
    >,
    { readonly title: string; readonly advice: string }
  >
>;

export const connectionDe: ConnectionTexts = {
  label: 'Anmeldung an der Anlage',
  off: 'Nicht angemeldet',
  connecting: 'Verbindet …',
  registering: 'Meldet an …',
  registered: 'Angemeldet',
  confirmedAt: (time) => `von der Anlage bestätigt um ${time} Uhr`,
  failures: {
    serverUnreachable: 'Anlage nicht erreichbar',
    certificateUntrusted: 'Zertifikat nicht vertrauenswürdig',
    certificateOutOfDate: 'Zertifikat abgelaufen',
    certificateWrongName: 'Zertifikat für anderen Namen',
    certificateWrongPin: 'Schlüssel der Anlage nicht der vorgegebene',
    wrongPassword: 'Passwort falsch',
    forbidden: 'Anmeldung nicht erlaubt',
    notFound: 'Benutzer unbekannt',
    serverError: 'Fehler der Anlage',
    timeout: 'Keine Antwort der Anlage',
    connectionLost: 'Verbindung verloren',
  },
  retryIn: (seconds) => `neuer Versuch in ${seconds} s`,
  retryNow: 'Jetzt verbinden',
  proof: {
    open: 'Nachweis',
    title: 'Erreichbarkeit: was belegt ist',
    hint: 'Hier steht nur, was die Anlage bestätigt hat und welche Geräte jetzt wirklich offen sind.',
    state: 'Stand',
    server: 'Telefonanlage',
    since: 'Angemeldet seit',
    confirmed: 'Anmeldung zuletzt bestätigt',
    answered: 'Letzte Antwort der Anlage',
    microphone: 'Mikrofon',
    speaker: 'Gespräche hören auf',
    ring: 'Klingelgerät',
    secondRing: 'Zweites Klingelgerät',
    noMicrophone: 'keines – man hört Sie nicht',
    noSpeaker: 'keines – Sie hören nichts',
    noRing: 'keines – Anrufe werden nur angezeigt',
    never: 'noch keine',
    secondsAgo: (seconds) => (seconds === 1 ? 'vor 1 Sekunde' : `vor ${seconds} Sekunden`),
  },
};

export const connectionProblemsDe: ConnectionProblemTexts = {
  serverUnreachable: {
    title: 'Die Telefonanlage ist nicht erreichbar.',
    advice:
      'Bitte prüfen Sie das Netzwerk und die Adresse in den Einstellungen. Amtsdraht versucht es weiter; das Wissen steht Ihnen zur Verfügung.',
  },
  certificateUntrusted: {
    title: 'Das Zertifikat der Telefonanlage ist nicht vertrauenswürdig.',
    advice:
      'Amtsdraht meldet sich deshalb nicht an. Bitten Sie die IT, das Zertifikat zu prüfen oder die CA-Datei (extraCaFile) vorzugeben.',
  },
  certificateOutOfDate: {
    title: 'Das Zertifikat der Telefonanlage ist abgelaufen oder noch nicht gültig.',
    advice:
      'Amtsdraht meldet sich deshalb nicht an und versucht es weiter. Bitte prüfen Sie Datum und Uhrzeit dieses Rechners; stimmen sie, muss die IT das Zertifikat der Anlage erneuern.',
  },
  certificateWrongName: {
    title: 'Das Zertifikat der Telefonanlage gilt für einen anderen Namen.',
    advice:
      'Amtsdraht meldet sich deshalb nicht an. Bitten Sie die IT, die Adresse der Anlage und den Namen im Zertifikat zu vergleichen.',
  },
  certificateWrongPin: {
    title: 'Die Telefonanlage zeigt einen anderen Schlüssel als vorgegeben.',
    advice:
      'Amtsdraht meldet sich deshalb nicht an: Jemand könnte sich als Anlage ausgeben, oder ihr Schlüssel wurde gewechselt. Bitte verständigen Sie die IT.',
  },
  wrongPassword: {
    title: 'Die Telefonanlage hat Benutzer oder Passwort abgelehnt.',
    advice: 'Bitte prüfen Sie beides in den Einstellungen und speichern Sie erneut.',
  },
  registrationRefused: {
    title: 'Die Telefonanlage hat die Anmeldung nicht angenommen.',
    advice:
      'Bitte prüfen Sie Benutzer und Domäne in den Einstellungen oder fragen Sie die IT. Amtsdraht versucht es weiter.',
  },
  connectionLost: {
    title: 'Die Verbindung zur Telefonanlage ist abgebrochen.',
    advice:
      'Amtsdraht verbindet sich von selbst neu. Ein laufendes Gespräch kann weiter zu hören sein; das Wissen steht Ihnen zur Verfügung.',
  },
};

export const connectionEn: ConnectionTexts = {
  label: 'Registration at the PBX',
  off: 'Not registered',
  connecting: 'Connecting …',
  registering: 'Registering …',
  registered: 'Registered',
  confirmedAt: (time) => `confirmed by the PBX at ${time}`,
  failures: {
    serverUnreachable: 'PBX unreachable',
    certificateUntrusted: 'Certificate not trusted',
    certificateOutOfDate: 'Certificate expired',
    certificateWrongName: 'Certificate for another name',
    certificateWrongPin: 'Key of the PBX is not the one that is set',
    wrongPassword: 'Wrong password',
    forbidden: 'Registration not allowed',
    notFound: 'Unknown user',
    serverError: 'Error of the PBX',
    timeout: 'No answer from the PBX',
    connectionLost: 'Connection lost',
  },
  retryIn: (seconds) => `next attempt in ${seconds} s`,
  retryNow: 'Connect now',
  proof: {
    open: 'Proof',
    title: 'Reachability: what is proven',
    hint: 'Only what the PBX has confirmed, and the devices that really are open now.',
    state: 'State',
    server: 'PBX',
    since: 'Registered since',
    confirmed: 'Registration last confirmed',
    answered: 'Last answer of the PBX',
    microphone: 'Microphone',
    speaker: 'Calls are heard on',
    ring: 'Ring device',
    secondRing: 'Second ring device',
    noMicrophone: 'none – nobody hears you',
    noSpeaker: 'none – you hear nothing',
    noRing: 'none – calls are only shown',
    never: 'none yet',
    secondsAgo: (seconds) => (seconds === 1 ? '1 second ago' : `${seconds} seconds ago`),
  },
};

export const connectionProblemsEn: ConnectionProblemTexts = {
  serverUnreachable: {
    title: 'The PBX cannot be reached.',
    advice:
      'Please check the network and the address in the settings. Amtsdraht keeps trying; the knowledge stays available.',
  },
  certificateUntrusted: {
    title: 'The certificate of the PBX is not trusted.',
    advice:
      'Amtsdraht therefore does not register. Ask IT to check the certificate or to provide the CA file (extraCaFile).',
  },
  certificateOutOfDate: {
    title: 'The certificate of the PBX has expired or is not valid yet.',
    advice:
      'Amtsdraht does not register for that reason and keeps trying. Please check date and time of this computer; if they are right, IT has to renew the certificate of the PBX.',
  },
  certificateWrongName: {
    title: 'The certificate of the PBX is for another name.',
    advice:
      'Amtsdraht does not register for that reason. Ask IT to compare the address of the system and the name in the certificate.',
  },
  certificateWrongPin: {
    title: 'The PBX shows another key than the one that is set.',
    advice:
      'Amtsdraht does not register for that reason: somebody may be posing as the PBX, or its key has been changed. Please tell IT.',
  },
  wrongPassword: {
    title: 'The PBX refused user or password.',
    advice: 'Please check both in the settings and save again.',
  },
  registrationRefused: {
    title: 'The PBX did not accept the registration.',
    advice: 'Please check user and domain in the settings or ask IT. Amtsdraht keeps trying.',
  },
  connectionLost: {
    title: 'The connection to the PBX was lost.',
    advice:
      'Amtsdraht reconnects by itself. A call may still be heard; the knowledge stays available.',
  },
};
