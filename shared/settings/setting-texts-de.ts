import type { SettingTexts } from './setting-texts.ts';

export const settingTextsDe: SettingTexts = {
  product: 'Amtsdraht',
  groups: {
    pbx: 'Telefonanlage',
    knowledge: 'Wissen',
    calls: 'Gespräche',
    agents: 'Stand und Leistungsmerkmale',
    afterCall: 'Nach dem Gespräch',
    sound: 'Ton und Geräte',
    provisioning: 'Vorgaben vom Server',
    updates: 'Updates',
    workplace: 'Darstellung',
  },
  editor: {
    description: 'Richtlinien für Amtsdraht',
    supported: 'Amtsdraht 0.1 oder neuer unter Windows 10, Windows Server 2016 oder neuer',
    json: 'JSON-Text',
    list: 'Ein Eintrag je Zeile, der wichtigste zuerst',
    example: 'Beispiel',
    fallback: 'Ohne Vorgabe',
    none: 'nichts',
    on: 'aktiviert: ja',
    off: 'deaktiviert: nein',
  },
  settings: {
    account: {
      name: 'Konto an der Telefonanlage',
      text: 'Adressen der Anlage (registrars, wss://…, nach Vorrang), SIP-Benutzer (user), wenn abweichend Anmeldename (authorizationUser), SIP-Domäne (domain) und Anzeigename (displayName). Ohne Konto läuft der Übungsbetrieb. Das Kennwort gehört nicht hierher; eine Vorgabe mit Kennwort wird abgelehnt.',
    },
    passwordFile: {
      name: 'Datei mit dem SIP-Passwort',
      text: 'Wird beim Start einmal gelesen, in den Schlüsselspeicher übernommen, überschrieben und gelöscht. Eine Zeile, nichts als das Passwort; ~/ ist der Ordner des Benutzers.',
    },
    extraCaFile: {
      name: 'Eigene Zertifizierungsstellen',
      text: 'PEM-Datei mit Zertifizierungsstellen, denen für Anlage und Wissensquellen zusätzlich vertraut wird. Relative Pfade gelten ab der Vorgabendatei.',
    },
    certificatePins: {
      name: 'Schlüssel der Server (Pins)',
      text: 'Je Rechnername (ohne Port) die öffentlichen Schlüssel, von denen der Server einen zeigen muss, als sha256/… (RFC 7469): der eigene oder der seiner Zertifizierungsstelle. Gilt für Anlage, Wissensquelle, Auswertung und Update-Server. Immer zwei nennen, den jetzigen und den nächsten (betrieb/netz.md).',
    },
    dialedNumberHeader: {
      name: 'Header mit der angerufenen Nummer',
      text: 'Name des SIP-Headers, in dem die Anlage die angerufene Nummer mitgibt.',
    },
    topicHeader: {
      name: 'Header mit dem Thema',
      text: 'SIP-Header, in dem das Sprachmenü der Anlage sagt, was der Anrufer gewählt hat: Kennung, Leistungsschlüssel oder Titel eines Artikels, auch ein Alltagswort dafür.',
    },
    defaultAreaCode: {
      name: 'Eigene Vorwahl',
      text: 'Ortsvorwahl mit führender 0 für Nummern, die ohne Vorwahl gewählt werden.',
    },
    dtmf: {
      name: 'Ziffern im Gespräch senden',
      text: 'Wie Tastentöne zur Gegenseite kommen.',
      values: { rfc4733: 'im Sprachkanal (RFC 4733)', info: 'als SIP INFO' },
    },
    packFolder: {
      name: 'Ordner des Wissenspakets',
      text: 'Unsigniertes Paket in einem Ordner. Gilt nicht, wenn Wissensquellen (knowledgeSources) gesetzt sind. Ohne beides erscheinen Beispielinhalte.',
    },
    knowledgeSources: {
      name: 'Quellen des signierten Wissenspakets',
      text: 'Adressen https://… oder Ordner (Freigabe, Stick), nach Vorrang.',
    },
    knowledgeRootFile: {
      name: 'Vertrauensanker des Wissens',
      text: 'Datei root.json des Herausgebers. Mit ihr beginnt alles Vertrauen in das Paket; verteilen Sie sie auf sicherem Weg.',
    },
    knowledgeSyncMinutes: {
      name: 'Abgleich alle … Minuten',
      text: 'Zeit zwischen zwei Abgleichen. Jeder Platz weicht um bis zu ein Fünftel ab, damit nicht alle zugleich fragen.',
    },
    knowledgeMaxAgeHours: {
      name: 'Wissen gilt als alt nach … Stunden',
      text: 'Hat so lange keine Quelle den Stand bestätigt, sagt das Fenster, dass das Wissen alt ist. Die Suche geht weiter.',
    },
    blindTransfer: {
      name: 'Weiterleiten',
      text: 'Ob die Anwendung das Ziel anruft und verbindet, wenn es abnimmt, oder ob die Anlage allein verbindet.',
      values: {
        supervised: 'überwacht: Der Anrufer kommt zurück, wenn das Ziel nicht abnimmt',
        refer: 'sofort abgeben: Die Anlage verbindet allein (REFER)',
      },
    },
    incomingRefer: {
      name: 'Wunsch der Gegenseite nach Weiterleitung',
      text: 'Was mit einem REFER geschieht, den die Gegenseite im Gespräch schickt.',
      values: { refuse: 'ablehnen (603)', ask: 'den Menschen am Platz fragen' },
    },
    conferenceRoom: {
      name: 'Konferenzraum der Anlage',
      text: 'Rufnummer eines Raums für Dreiergespräche. Ohne Vorgabe mischt die Anwendung selbst.',
    },
    autoAnswer: {
      name: 'Selbst annehmen',
      text: 'mode: off (nie), byHeader (wenn die Anlage es im INVITE verlangt) oder always (jeden Anruf nach afterSeconds Sekunden). Nur wenn der Mensch bereit ist und kein anderes Gespräch hat, immer nach einem Warnton.',
    },
    emergency: {
      name: 'Notruf 110 und 112',
      text: 'Ob von diesem Platz Notrufe möglich sind (allowed), der Standort zum Vorlesen (place) und das nächste Telefon (otherPhone).',
    },
    callListDays: {
      name: 'Anrufliste aufbewahren (Tage)',
      text: 'So viele Tage bleibt die Anrufliste im Profil; 0: nur im Speicher, bis die Anwendung endet.',
    },
    ringWindow: {
      name: 'Kleines Fenster beim Klingeln',
      text: 'Anrufe in einem kleinen Fenster über anderen Programmen zeigen, solange Amtsdraht nicht vorn ist.',
    },
    compactWindow: {
      name: 'Schmales Fenster',
      text: 'Nur Anruf und Suche, als schmaler Streifen (Strg+M).',
    },
    ringNotification: {
      name: 'Nachricht des Betriebssystems beim Klingeln',
      text: 'Zusätzlich, mit der Leitung, ohne Namen und Nummer.',
    },
    hotkeys: {
      name: 'Tasten im ganzen System',
      text: 'Annehmen (answer), Auflegen (hangUp) und Stumm (mute) aus anderen Programmen, in der Schreibweise von Electron; null: keine.',
    },
    setupAtStart: {
      name: 'Einrichtung beim Start',
      text: 'Führt beim Start durch Mikrofon, Klingeln und einen Probeanruf, bis der Mensch am Platz sie beendet; mit false erscheint sie nur auf Wunsch (Strg+E).',
    },
    singleKeys: {
      name: 'Ziffern und Buchstaben ohne Zusatztaste',
      text: 'Ziffern öffnen Themen und wählen Ergebnisse, Buchstaben suchen. Ausgeschaltet brauchen Ziffern die Alt-Taste, und gesucht wird mit Strg+K; gut bei Steuerung durch Sprache.',
    },
    practiceFolder: {
      name: 'Ordner mit eigenen Übungsanrufen',
      text: 'Enthält scenarios.yaml und je Anruf die gesprochene Frage als <id>.ogg; ohne Tondatei erklingt eine Melodie und die Frage steht zum Mitlesen im Fenster. Sie stehen vor den mitgelieferten.',
    },
    agentName: {
      name: 'Name für Begrüßungen',
      text: 'Steht in Begrüßungen anstelle von {name}; ohne Vorgabe bleibt die Stelle offen.',
    },
    exportUrl: {
      name: 'Ziel der Auswertung',
      text: 'Adresse (https), an die Einträge über Gespräche und Lücken als CloudEvents gehen (application/cloudevents-batch+json), ohne Rufnummern und Notizen. Eine Antwort 2xx heißt empfangen. Ohne Vorgabe verlässt nichts den Rechner.',
    },
    exportAgent: {
      name: 'Einträge eines Platzes',
      text: 'Ob Einträge eines Platzes als zusammengehörig erkennbar sind; nie, von wem sie sind.',
      values: { none: 'nicht erkennbar', pseudonym: 'erkennbar, monatlich neu' },
    },
    journalDays: {
      name: 'Einträge aufbewahren (Tage)',
      text: 'So viele Tage bleiben Einträge über Gespräche und die Notizen dazu auf dem Rechner.',
    },
    callbackDays: {
      name: 'Erledigte Rückrufe aufbewahren (Tage)',
      text: 'So viele Tage nach der Erledigung wird ein Rückruf mit seiner Nummer gelöscht.',
    },
    agentState: {
      name: 'Stand zur Anlage melden',
      text: 'by: busy (Anrufe hören besetzt, solange der Mensch nicht bereit ist), unregister (die Anmeldung wird zurückgenommen) oder codes (Codes der Anlage: login, logout, pause, ready, wahlweise wrapUp).',
    },
    pauseReasons: {
      name: 'Pausengründe',
      text: 'Höchstens zwölf: name, wahlweise code der Anlage.',
    },
    wrapUp: {
      name: 'Nachbearbeitung',
      text: 'automatic: nach jedem angenommenen Anruf; seconds: nach so vielen Sekunden wieder bereit, 0: von Hand.',
    },
    pbxFeatures: {
      name: 'Leistungsmerkmale der Anlage',
      text: 'Höchstens sechs, etwa „Nicht stören“: name, on und off (Codes der Anlage).',
    },
    watch: {
      name: 'Kollegen, Warteschlangen, Sprachnachrichten',
      text: 'Nebenstellen (colleagues) und Warteschlangen (queues) mit name und extension, deren Zustand die Anlage meldet; pickup: Code zum Heranholen, voicemail: Nummer zum Abhören, beide null: keiner.',
    },
    microphone: {
      name: 'Mikrofon',
      text: 'label: Name des Geräts oder ein Teil davon (ab vier Zeichen). Ohne Vorgabe gilt das Kommunikationsgerät des Systems.',
    },
    speaker: {
      name: 'Gerät für Gespräche',
      text: 'Wo Anrufer zu hören sind; label wie beim Mikrofon.',
    },
    ringDevice: {
      name: 'Gerät zum Klingeln',
      text: 'Wo es klingelt; label wie beim Mikrofon. Ohne Vorgabe gilt das Standardgerät des Systems.',
    },
    secondRingDevice: {
      name: 'Zweites Gerät zum Klingeln',
      text: 'Wo es außerdem klingelt, falls das Headset abgesetzt ist; label wie beim Mikrofon.',
    },
    echoCancellation: { name: 'Echo unterdrücken', text: 'Nimmt das Echo aus dem Mikrofon.' },
    noiseSuppression: {
      name: 'Geräusche unterdrücken',
      text: 'Nimmt Geräusche des Raums aus dem Mikrofon.',
    },
    autoGainControl: {
      name: 'Mikrofon selbst aussteuern',
      text: 'Verstellt den Regler des Betriebssystems während des Gesprächs.',
    },
    codecs: {
      name: 'Codecs',
      text: 'Was benutzt werden darf, der liebste zuerst: opus, g722, pcma, pcmu. Bei ankommenden Anrufen gilt die Reihenfolge der Anlage.',
    },
    markVoice: {
      name: 'Sprachpakete kennzeichnen',
      text: 'Kennzeichnet Sprache mit DSCP EF. Unter Windows braucht es dazu eine QoS-Richtlinie.',
    },
    headsetKeys: {
      name: 'Tasten des Headsets',
      text: 'Annehmen, Auflegen und Stumm am Headset. Aus, wenn ein anderes Programm sie braucht.',
    },
    ringTones: {
      name: 'Klingelton je Leitung',
      text: 'Kennung der Leitung und Melodie: standard, rising, falling, double, triple, warble, calm. Sonst klingelt es nach der Farbe der Leitung.',
    },
    policyUrl: {
      name: 'Adresse der Vorgaben',
      text: 'Von hier holt der Platz alle Vorgaben, die der Rechner nicht selbst macht; daneben liegt die Unterschrift (.sig). Gilt nur in der Richtlinie des Rechners (betrieb/vorgaben-vom-server.md).',
    },
    policyKeys: {
      name: 'Schlüssel der Vorgaben',
      text: 'Öffentliche Ed25519-Schlüssel, die Vorgaben vom Server unterschreiben dürfen; die mittlere Zeile der Datei .pub.pem.',
    },
    provisioningLinks: {
      name: 'Einrichten durch einen Link',
      text: 'Ein Link amtsdraht://provision?url=… darf nach Rückfrage die Adresse der Vorgaben nennen; policyKeys muss der Rechner vorgeben. Gilt nur in der Richtlinie des Rechners.',
    },
    updateUrl: {
      name: 'Update-Server',
      text: 'Ordner auf einem Webserver des Hauses, aus dem sich das Programm selbst aktualisiert (betrieb/update-server.md). Leer: keine Updates durch das Programm. Ohne Wirkung bei Installation für den ganzen Rechner (MSI, deb, rpm).',
    },
    updateKeys: {
      name: 'Schlüssel der Updates',
      text: 'Öffentliche Ed25519-Schlüssel, deren Unterschrift ein Update braucht; die mittlere Zeile der Datei .pub.pem. Mehrere beim Wechsel des Schlüssels.',
    },
    updateWindow: {
      name: 'Wartungsfenster',
      text: 'Von-bis-Zeit am Platz, in der ein Update eingespielt werden darf, nie während eines Anrufs oder der Nachbearbeitung. 00:00-24:00: jederzeit.',
    },
    language: {
      name: 'Sprache',
      text: 'Sprache des Fensters.',
      values: { de: 'Deutsch', en: 'English' },
    },
    theme: {
      name: 'Farben',
      text: 'Helle oder dunkle Darstellung.',
      values: {
        system: 'wie das System',
        light: 'hell',
        dark: 'dunkel',
        contrast: 'hoher Kontrast',
      },
    },
  },
};
