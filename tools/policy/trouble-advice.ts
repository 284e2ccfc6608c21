import type { AgentFailure } from '../../shared/agent/agent-state.ts';
import type { DialOutcome } from '../../shared/contract.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { RegistrationFailure } from '../../shared/registration.ts';

/** What IT has to know beyond what the window tells the agent; German. */
interface Advice {
  readonly cause: string;
  readonly next: string;
}

/** One entry for each message of the window; a missing one does not compile. */
export const problemAdvice: Readonly<Record<ProblemCode, Advice>> = {
  noAccount: {
    cause: 'Weder Richtlinie noch Mensch am Platz haben ein Konto (`account`) eingetragen.',
    next: '`amtsdraht --check-policy` zeigt, woher welche Einstellung kommt. Unter Windows fehlt oft der Schlüssel unter HKLM, unter Linux die Datei `/etc/amtsdraht/policy.json`.',
  },
  passwordMissing: {
    cause:
      'Der Schlüsselspeicher enthält für dieses Profil kein Kennwort, oder es ist nicht mehr zu entschlüsseln (neues Profil, anderer Rechner).',
    next: 'Kennwort im Fenster eingeben. Für viele Plätze: `AMTSDRAHT_SIP_PASSWORD` beim Start setzen.',
  },
  keyStoreMissing: {
    cause:
      'Unter Linux läuft kein Secret Service (gnome-keyring, kwallet), oder er ist nicht entsperrt.',
    next: 'Dienst einrichten und beim Anmelden entsperren lassen, oder `AMTSDRAHT_SIP_PASSWORD` setzen.',
  },
  passwordFileLeft: {
    cause:
      'Die Datei aus `passwordFile` ließ sich nicht übernehmen oder danach nicht löschen: kein Schlüsselspeicher, mehr als eine Zeile, keine Rechte am Ordner.',
    next: 'Einzelheiten lesen. Ist das Passwort übernommen, die Datei von Hand löschen; sonst den Grund beheben und neu starten.',
  },
  serverUnreachable: {
    cause:
      'Name nicht auflösbar, Port gesperrt, Anlage aus, oder ein Proxy lässt WebSockets nicht durch.',
    next: '`amtsdraht --check-policy` nennt den Grund je Adresse. Anlage: lauscht der WSS-Transport? Netz: TCP zum Port der Adresse freigeben.',
  },
  certificateUntrusted: {
    cause:
      'Aussteller unbekannt, Name passt nicht zur Adresse, oder das Zertifikat ist abgelaufen.',
    next: '`amtsdraht --check-policy` unterscheidet die drei Fälle. Eigene Zertifizierungsstelle mit `extraCaFile` vorgeben; Namen im Zertifikat (SAN) und Uhr des Rechners prüfen.',
  },
  wrongPassword: {
    cause: 'Die Anlage antwortet auf die Anmeldung mit Kennwort erneut mit 401 oder 407.',
    next: 'Kennwort neu eingeben; `authorizationUser` prüfen, falls der Anmeldename von der Nebenstelle abweicht. Anlagen sperren nach mehreren Versuchen (fail2ban).',
  },
  registrationRefused: {
    cause:
      'Die Anlage lehnt mit 403, 404 oder 5xx ab oder antwortet nicht: Nebenstelle unbekannt, nicht für WebRTC freigegeben, zu viele Kontakte, Überlast.',
    next: 'Protokoll der Anlage zur Nebenstelle ansehen. Asterisk: `pjsip show endpoint NAME`, `max_contacts=1` mit `remove_existing=yes`.',
  },
  connectionLost: {
    cause:
      'Die Verbindung brach ab oder trug nicht mehr: Netzwechsel, Neustart der Anlage, Firewall mit kurzer Frist für ruhende Verbindungen.',
    next: 'Häuft es sich: Fristen von Firewall und Reverse-Proxy prüfen (der Platz spricht alle 4 s), dann SIP-Mitschnitt und Diagnosepaket.',
  },
  microphoneMissing: {
    cause: 'Das System meldet kein Aufnahmegerät.',
    next: 'Headset, USB-Anschluss und Treiber prüfen; auf Terminalservern die Umleitung der Aufnahme einschalten.',
  },
  microphoneDenied: {
    cause: 'Das Betriebssystem erlaubt Desktop-Apps das Mikrofon nicht.',
    next: 'Windows: Datenschutz, Mikrofon, „Desktop-Apps“ (Richtlinie „Zugriff auf das Mikrofon durch Windows-Apps“). macOS: Systemeinstellungen, Datenschutz.',
  },
  microphoneUnplugged: {
    cause: 'Das Gerät verschwand im Betrieb: Kabel, Akku, Energiesparen des USB-Anschlusses.',
    next: 'Energiesparen für USB abschalten; bei Funkgeräten den Akku prüfen.',
  },
  microphoneBusy: {
    cause:
      'Ein anderes Programm hält das Gerät allein (exklusiver Modus) oder der Tondienst hängt.',
    next: 'Andere Telefonprogramme beenden; Windows: „exklusive Kontrolle“ in den Eigenschaften des Geräts ausschalten.',
  },
  microphoneReplaced: {
    cause: 'Das gewählte Gerät (`microphone`) ist nicht da.',
    next: 'Name in der Vorgabe mit der Liste der Geräte vergleichen (Diagnosepaket, `geraete.txt`).',
  },
  speakerMissing: {
    cause: 'Das System meldet kein Wiedergabegerät.',
    next: 'Wie beim Mikrofon; auf Terminalservern die Umleitung der Wiedergabe einschalten.',
  },
  speakerReplaced: {
    cause: 'Das gewählte Gerät (`speaker`) ist nicht da.',
    next: 'Name in der Vorgabe mit der Liste der Geräte vergleichen.',
  },
  ringDeviceReplaced: {
    cause: 'Ein Gerät zum Klingeln (`ringDevice`, `secondRingDevice`) ist nicht da.',
    next: 'Name in der Vorgabe mit der Liste der Geräte vergleichen; Bildschirme mit Lautsprecher verschwinden beim Abschalten.',
  },
  packBroken: {
    cause:
      'Dateien des Pakets fehlen oder passen nicht zum Format; die Einzelheiten nennen Datei und Zeile.',
    next: '`npm run knowledge -- check --pack ORDNER` prüft dasselbe vor dem Veröffentlichen.',
  },
  packMissing: {
    cause: 'Ein neuer Platz hat noch nicht abgeglichen, oder keine Quelle ist zu erreichen.',
    next: '`amtsdraht --check-policy` prüft Quellen und Vertrauensanker; Proxy und `extraCaFile` prüfen.',
  },
  packDamaged: {
    cause:
      'Dateien im Profil wurden nach dem Abgleich verändert (Datenträger, Virenscanner, Abbruch).',
    next: 'Nichts, wenn es einmal vorkommt. Wiederholt: Datenträger prüfen, Ordner `knowledge` des Profils vom Virenscanner ausnehmen.',
  },
  packRefused: {
    cause:
      'Unterschrift, Ablauf oder Nummer des Pakets stimmen nicht: falscher Schlüssel, alter Stand, veränderte Dateien.',
    next: 'Einzelheiten lesen; `npm run knowledge -- verify` gegen die Quelle. Bei Verdacht auf Manipulation Quelle abschalten; die Plätze arbeiten mit dem letzten geprüften Stand.',
  },
  packExpiring: {
    cause:
      'Die Gültigkeit einer Unterschrift endet bald: timestamp in zwei, snapshot in sieben, die anderen in dreißig Tagen oder früher.',
    next: 'Bei der Veröffentlichungsstelle neu unterschreiben und veröffentlichen (betrieb/wissen.md).',
  },
  packStale: {
    cause: 'Seit `knowledgeMaxAgeHours` hat keine Quelle den Stand bestätigt.',
    next: 'Erreichbarkeit der Quellen prüfen; beim Herausgeber die Zeitmarke neu unterschreiben (`npm run knowledge -- sign`).',
  },
  settingsBroken: {
    cause:
      'Die Einstellungsdatei des Profils war kein lesbares JSON (Absturz, volle Platte, Bearbeitung von Hand).',
    next: 'Die alte Datei liegt als `settings.defekt-….json` daneben. Kommt es wieder: Profilordner auf Platz und Rechte prüfen.',
  },
  policyBroken: {
    cause: 'Die Richtlinie enthält falsche oder unbekannte Schlüssel; die übrigen gelten.',
    next: 'Einzelheiten lesen oder `amtsdraht --check-policy`; erlaubte Werte stehen in vorgaben.md.',
  },
  policyRefused: {
    cause:
      'Was `policyUrl` liefert, ist nicht von einem Schlüssel aus `policyKeys` unterschrieben, kein JSON, ohne `$serial` oder hat eine niedrigere Nummer als das, was der Platz schon hat.',
    next: 'Einzelheiten lesen. Nach jeder Änderung `$serial` erhöhen und neu unterschreiben (`npm run policy -- sign`), `.json` und `.sig` zusammen auf den Server legen. Bei Verdacht auf Manipulation den Server abschalten; die Plätze arbeiten mit dem letzten geprüften Stand.',
  },
  policyNotFetched: {
    cause: 'Ein neuer Platz erreicht `policyUrl` nicht und hat noch keinen geprüften Stand.',
    next: '`amtsdraht --check-policy` nennt den Grund. Adresse, Proxy und `extraCaFile` in der Richtlinie des Rechners prüfen. Der Platz fragt nach 1, 2, 4 … Minuten wieder und meldet, wenn Vorgaben auf den Neustart warten.',
  },
  callListBroken: {
    cause: 'Die Datei der Anrufliste war nicht lesbar.',
    next: 'Die alte Datei liegt daneben; wie bei der Einstellungsdatei.',
  },
  certificateOutOfDate: {
    cause:
      'Das Zertifikat der Anlage ist abgelaufen oder noch nicht gültig, oder die Uhr des Rechners geht falsch.',
    next: 'Zertifikat an der Anlage erneuern, Uhrzeit (NTP) prüfen; `amtsdraht --check-policy` zeigt die Gültigkeit.',
  },
  certificateWrongName: {
    cause:
      'Die Adresse in `account.registrars` nennt einen Namen, der nicht im Zertifikat steht (subjectAltName).',
    next: 'Adresse mit dem Namen aus dem Zertifikat vorgeben oder das Zertifikat um den Namen ergänzen.',
  },
  certificateWrongPin: {
    cause:
      'Das Zertifikat ist gültig, aber keiner der Schlüssel von ihm bis zur Zertifizierungsstelle steht in `certificatePins` für diesen Rechnernamen: Schlüssel gewechselt, ohne den neuen Pin vorher zu verteilen, ein Proxy, der TLS aufbricht, oder ein Angriff.',
    next: '`amtsdraht --check-policy` nennt die Pins, die der Server zeigt. Mit dem Schlüssel auf dem Server vergleichen (betrieb/netz.md); nur wenn er dort derselbe ist, den Pin in die Richtlinie aufnehmen.',
  },
  hotkeyTaken: {
    cause:
      'Ein anderes Programm hat die Tastenkombination aus `hotkeys` schon, oder die Sitzung (Wayland, Remotedesktop) gibt keine her.',
    next: 'Andere Kombination vorgeben; im Fenster gelten die Tasten unabhängig davon.',
  },
  practiceBroken: {
    cause:
      'Eine Datei der Übungsanrufe passt nicht zum Format, oder der Ordner aus `practiceFolder` ist nicht lesbar; Datei und Stelle stehen dabei.',
    next: 'Stelle oder Ordner berichtigen, sonst die mitgelieferte Datei wiederherstellen; echte Anrufe berührt das nicht.',
  },
  journalBroken: {
    cause:
      'In `journal`, `wrap-ups.json` oder `callbacks.json` des Profils stimmt eine Prüfsumme oder das Format nicht, meist nach einem Schaden am Datenträger.',
    next: 'Beiseitegelegte Dateien (`.defekt-…`) sichern, Datenträger prüfen; lesbare Einträge sind weiter in Gebrauch.',
  },
  journalDiskFull: {
    cause:
      'Das Profil lässt sich nicht beschreiben: Datenträger voll, Kontingent erreicht oder Rechte fehlen.',
    next: 'Platz schaffen oder Rechte geben; der Eintrag wird beim nächsten Speichern geschrieben.',
  },
  wrapUpsOverdue: {
    cause:
      'Jemand hat mehr als 20 Gespräche nicht abgeschlossen. Die ältesten stehen im Journal ohne Ergebnis; Leitung, Kommune, Themen, Dauer und Notiz sind erhalten.',
    next: 'Nichts ist zu tun. Kommt es oft vor, bleibt am Platz zu wenig Zeit für die Nachbearbeitung.',
  },
  updateRefused: {
    cause:
      'Dem Update fehlt eine gültige Unterschrift (`.sig`) eines Schlüssels aus `updateKeys`, seine Angaben sind nicht lesbar, oder der Server bietet eine ältere Fassung als die laufende an.',
    next: '`npm run update -- verify ORDNER --key ….pub.pem` gegen den Ordner des Servers; nach jeder Änderung an `latest*.yml` neu unterschreiben (betrieb/update-server.md). Zurück geht es nur mit einer höheren Nummer. Bei Verdacht auf Manipulation den Server abschalten.',
  },
  updateFailed: {
    cause:
      'Die Datei kam mit anderer Prüfsumme an als unterschrieben, die neue Fassung startet auf diesem Rechner nicht, oder der Ordner des Programms ließ sich nicht beschreiben (voll, Rechte).',
    next: 'Einzelheiten lesen. Prüfsumme: Datei und `latest*.yml` auf dem Server stammen nicht aus demselben Bau. Start: Programm von Hand mit `--check-start` starten. Der Platz versucht es von selbst wieder.',
  },
  updateServerAway: {
    cause: 'Drei Abfragen nacheinander scheiterten: Server aus, Name, Proxy oder Zertifikat.',
    next: '`amtsdraht --check-policy` nennt den Grund. Der Platz fragt in wachsenden Abständen von selbst wieder, spätestens nach vier Stunden.',
  },
  knowledgeStopped: {
    cause: 'Der Wissensprozess ist abgestürzt; er wird neu gestartet.',
    next: 'Kommt es wieder: Diagnosepaket; zu wenig Arbeitsspeicher oder ein sehr großes Paket sind häufig.',
  },
  phoneRestarted: {
    cause: 'Der Telefonprozess ist abgestürzt; ein laufendes Gespräch ging verloren.',
    next: 'Diagnosepaket sichern; Tontreiber und Fassung des Programms prüfen.',
  },
  remoteSession: {
    cause:
      'Die Sitzung kommt über Remotedesktop, Citrix oder Ähnliches; Ton läuft durch die Fernverbindung.',
    next: 'terminalserver.md: Amtsdraht am Rechner des Menschen installieren oder den Tonkanal der Fernverbindung prüfen.',
  },
};

export const registrationAdvice: Readonly<Record<RegistrationFailure, string>> = {
  serverUnreachable: 'siehe „Die Telefonanlage ist nicht erreichbar.“',
  certificateUntrusted: 'siehe „Das Zertifikat der Telefonanlage ist nicht vertrauenswürdig.“',
  certificateOutOfDate:
    'Die Gültigkeit ist vorbei oder beginnt erst; auch die Uhr des Rechners prüfen.',
  certificateWrongName:
    'Der Name in `account.registrars` steht nicht im Zertifikat (subjectAltName).',
  certificateWrongPin: 'siehe „Die Telefonanlage zeigt einen anderen Schlüssel als vorgegeben.“',
  wrongPassword: 'siehe „Die Telefonanlage hat Benutzer oder Passwort abgelehnt.“',
  forbidden: '403 der Anlage: Nebenstelle gesperrt oder von dieser Adresse nicht erlaubt.',
  notFound: '404 der Anlage: Benutzer oder SIP-Domäne (`account.domain`) unbekannt.',
  serverError: '5xx der Anlage: überlastet oder im Start; `Retry-After` wird beachtet.',
  timeout:
    'Die Verbindung steht, aber auf REGISTER kommt keine Antwort: SIP-Dienst hinter dem Proxy prüfen.',
  connectionLost: 'siehe „Die Verbindung zur Telefonanlage ist abgebrochen.“',
};

export const agentAdvice: Readonly<Record<AgentFailure, string>> = {
  refused:
    'Die Anlage antwortet auf den Code mit einem Fehler: Rechte der Nebenstelle, Mitgliedschaft in der Warteschlange.',
  codeUnknown: '404 oder 484 auf den Code: `agentState` und Wählplan vergleichen.',
  noAnswer: 'Der Wählplan nimmt nicht ab: nach getaner Arbeit `Answer()` setzen.',
  notConnected: 'Ohne Anmeldung kann kein Code gewählt werden: zuerst die Anmeldung klären.',
};

export const dialAdvice: Readonly<Record<Exclude<DialOutcome, 'dialling'>, string>> = {
  numberInvalid: 'Nichts zu tun; Eingabe des Menschen am Platz.',
  notRegistered: 'Anmeldung klären.',
  callInProgress: 'Nichts zu tun.',
  nothingToRedial:
    'Nichts zu tun; Wahlwiederholung kennt nur Anrufe seit der letzten Löschung der Anrufliste.',
  emergencyRefused:
    '`emergency.allowed` ist `false`. Ein anderes Telefon muss in Reichweite stehen (`emergency.otherPhone`).',
  emergencyPractice: 'Im Übungsbetrieb wird nie ein Notruf abgesetzt.',
  emergencyNotRegistered: 'Anmeldung klären; bis dahin anderes Telefon.',
};
