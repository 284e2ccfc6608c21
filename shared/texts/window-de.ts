import { reviewDe } from './review.ts';
import type { WindowProblems, WindowTexts } from './window-texts.ts';

export const windowDe: WindowTexts = {
  ring: {
    more: (count) => (count === 1 ? 'ein weiterer Anruf' : `${count} weitere Anrufe`),
    announce: (line, municipality, caller) =>
      `Anruf auf Leitung ${line}, ${municipality}, von ${caller}.`,
    announceUnknown: (caller) => `Anruf, Leitung unbekannt, von ${caller}.`,
  },
  closeWithCall: {
    question: 'Es läuft noch ein Gespräch.',
    detail: 'Wenn Sie Amtsdraht schließen, wird es getrennt.',
    close: 'Trennen und schließen',
    keep: 'Weiter telefonieren',
  },
  windows: {
    compactWindow: 'Schmales Fenster: nur Anruf und Suche',
    compactWindowHint:
      'Strg+M wechselt. Beide Formen haben ihren eigenen Platz auf dem Bildschirm.',
    leaveCompact: 'Ganzes Fenster',
    compactKey: 'Strg+M',
    title: 'Fenster und Tasten im ganzen System',
    ringWindow: 'Anrufe in einem kleinen Fenster über anderen Programmen zeigen',
    ringWindowHint: 'Nur, solange Amtsdraht nicht vorn ist. Die Tastatur bleibt, wo sie ist.',
    ringNotification: 'Zusätzlich eine Nachricht des Betriebssystems zeigen',
    ringNotificationHint: 'Mit der Leitung, ohne Namen und Nummer.',
  },
  review: reviewDe,
  tray: { open: 'Amtsdraht öffnen', quit: 'Beenden' },
  hotkeys: {
    hint: 'Diese Tasten wirken auch, während Sie in einem anderen Programm arbeiten. Drücken Sie im Feld die gewünschte Kombination.',
    commands: { answer: 'Annehmen', hangUp: 'Auflegen', mute: 'Stumm' },
    none: 'keine',
    press: 'Kombination drücken, zum Beispiel Strg + Alt + A.',
    remove: 'Entf entfernt die Kombination.',
    needsModifier:
      'Bitte mit Strg, Alt oder der Windows-Taste; sonst fehlte die Taste beim Schreiben.',
    usedTwice: 'Diese Kombination ist schon vergeben. Bitte eine andere wählen.',
  },
};

export const windowProblemsDe: WindowProblems = {
  hotkeyTaken: {
    title: 'Eine Tastenkombination für das ganze System ist nicht frei.',
    advice:
      'Ein anderes Programm benutzt sie, oder der Schreibtisch lässt sie nicht zu. Bitte wählen Sie in den Einstellungen eine andere; im Fenster von Amtsdraht gelten die Tasten wie immer.',
  },
  practiceBroken: {
    title: 'Ein Übungsanruf ist fehlerhaft beschrieben.',
    advice:
      'Er fehlt in der Liste. Datei und Zeile stehen unter „Einzelheiten“; bitte geben Sie das an die IT weiter.',
  },
};
