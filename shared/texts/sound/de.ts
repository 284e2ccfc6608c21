import type { SoundProblemTexts, SoundTexts } from './texts.ts';

export const soundProblems: SoundProblemTexts = {
  microphoneBusy: {
    title: 'Das Mikrofon lässt sich nicht öffnen.',
    advice:
      'Vermutlich hält ein anderes Programm es belegt. Bitte schließen Sie andere Telefonprogramme; Amtsdraht versucht es alle 5 Sekunden.',
  },
  microphoneReplaced: {
    title: 'Ihr Headset-Mikrofon ist nicht angeschlossen.',
    advice:
      'Bis es wieder da ist, benutzt Amtsdraht das Mikrofon des Systems. Bitte schließen Sie das Headset an oder wählen Sie in den Einstellungen unter „Ton“ ein anderes.',
  },
  speakerMissing: {
    title: 'Es ist kein Lautsprecher und kein Headset zum Hören angeschlossen.',
    advice:
      'Sie hören weder Anrufende noch das Klingeln; Anrufe werden nur angezeigt. Bitte schließen Sie Ihr Headset an.',
  },
  speakerReplaced: {
    title: 'Ihr Headset zum Hören ist nicht angeschlossen.',
    advice:
      'Bis es wieder da ist, hören Sie Gespräche auf dem Standardgerät des Systems. Bitte schließen Sie das Headset an oder wählen Sie in den Einstellungen unter „Ton“ ein anderes.',
  },
  ringDeviceReplaced: {
    title: 'Ein Gerät zum Klingeln ist nicht angeschlossen.',
    advice:
      'Es klingelt, wo noch ein Gerät da ist. Bitte schließen Sie es an oder wählen Sie in den Einstellungen unter „Ton“ ein anderes.',
  },
};

export const sound: SoundTexts = {
  title: 'Ton',
  hint: 'Änderungen gelten sofort, auch im laufenden Gespräch.',
  microphone: 'Mikrofon',
  speaker: 'Gespräche hören auf',
  ringDevice: 'Klingelgerät',
  secondRingDevice: 'Zweites Klingelgerät',
  secondRingHint: 'Zum Beispiel auf dem Lautsprecher, wenn das Headset auf dem Tisch liegt.',
  system: 'Standard des Systems',
  nowhere: 'keines',
  inUse: (label) => `Jetzt in Benutzung: ${label}`,
  noneInUse: 'Jetzt ist kein Gerät in Benutzung.',
  unplugged: (label) => `${label} (nicht angeschlossen)`,
  echoCancellation: 'Echo unterdrücken',
  noiseSuppression: 'Geräusche im Raum unterdrücken',
  autoGainControl: 'Lautstärke des Mikrofons automatisch regeln',
  autoGainControlHint:
    'Für Headsets aus: Die Regelung verstellt den Mikrofonregler des Systems und hebt in Pausen das Stimmengewirr im Raum an.',
  headsetKeys: 'Tasten am Headset benutzen (annehmen, auflegen, stumm)',
  headset: (name) => `Verbunden: ${name}`,
  noHeadset:
    'Kein Headset mit Tasten gefunden. Bitte ausschalten, wenn ein anderes Programm die Tasten braucht.',
  test: 'Test: sprechen und hören',
  testHint:
    'Sie hören sich anderthalb Sekunden später auf dem Gerät für Gespräche. Nichts wird aufgezeichnet.',
  testRunning: 'Der Test läuft. Bitte sprechen Sie.',
  endTest: 'Test beenden',
  testRing: 'Klingeln testen',
  notInCall: 'Während eines Anrufs gibt es keinen Test.',
  level: 'Pegel des Mikrofons',
  warnings: {
    mutedSpeaking: 'Sie sprechen, sind aber stummgeschaltet. F8 schaltet das Mikrofon ein.',
    callerHearsNothing:
      'Der Anrufer hört Sie nicht. Bitte prüfen Sie den Stummschalter am Headset und das Mikrofon in den Einstellungen.',
    callerNotHeard:
      'Es kommt kein Ton vom Anrufer an. Bitte sagen Sie es ihm und rufen Sie zurück, wenn es so bleibt.',
    poorQuality:
      'Die Sprachqualität ist schlecht. Bitte prüfen Sie Netzwerkkabel oder WLAN; im Gespräch hilft langsames Sprechen.',
  },
  quality: 'Sprachqualität',
  grades: { excellent: 'sehr gut', good: 'gut', fair: 'mäßig', poor: 'schlecht' },
  measuring: 'wird gemessen',
  lastMinute: (seconds, worst, now) =>
    `Verlauf der letzten ${seconds} Sekunden: jetzt ${now}, am schlechtesten ${worst} (MOS, 1 bis 4,5)`,
  codec: 'Codec',
  now: 'jetzt',
  mean: 'im Mittel',
  worst: 'am schlechtesten',
  values: {
    mos: 'Note (MOS)',
    rttMs: 'Laufzeit hin und zurück (ms)',
    jitterMs: 'Schwankung (ms)',
    lossPercent: 'Verlust (%)',
  },
};
