import type { HolidayName } from '../knowledge/holidays.ts';
import type { ResponsibilityBasis } from '../knowledge/responsible.ts';

/** What stands around the text of an article. */
export interface ArticleTexts {
  readonly tools: string;
  readonly smaller: string;
  readonly larger: string;
  readonly copyAll: string;
  readonly print: string;
  readonly language: string;
  readonly german: string;
  readonly machine: string;
  readonly variants: string;
  readonly neighbours: string;
  readonly bases: Readonly<Record<ResponsibilityBasis, string>>;
  readonly today: (hours: string) => string;
  readonly closedToday: string;
  readonly holiday: (name: string) => string;
  readonly holidays: Readonly<Record<HolidayName, string>>;
  readonly call: (number: string) => string;
  readonly transfer: (number: string) => string;
  readonly copyNumber: string;
  readonly trustLevel: (level: string) => string;
  readonly needs: (what: string) => string;
  readonly spell: string;
  readonly spelling: string;
  readonly qr: string;
  readonly qrOf: (address: string) => string;
}

export const articleTextsDe: ArticleTexts = {
  tools: 'Ansicht',
  smaller: 'Kleinere Schrift',
  larger: 'Größere Schrift',
  copyAll: 'Als Text kopieren',
  print: 'Drucken',
  language: 'Sprache des Artikels',
  german: 'Deutsch',
  machine: 'Maschinell übersetzt: bitte mit dem deutschen Text vergleichen.',
  variants: 'Andere Fassungen',
  neighbours: 'Dazu auch',
  bases: {
    responsibility: 'zuständig nach Zuständigkeitsverzeichnis',
    article: 'zuständig laut Artikel',
    townHall: 'Zuständigkeit nicht hinterlegt; die Verwaltung vor Ort gibt Auskunft',
  },
  today: (hours) => `heute ${hours} Uhr`,
  closedToday: 'heute geschlossen',
  holiday: (name) => `heute Feiertag: ${name}`,
  holidays: {
    newYear: 'Neujahr',
    goodFriday: 'Karfreitag',
    easterMonday: 'Ostermontag',
    labourDay: 'Tag der Arbeit',
    ascension: 'Christi Himmelfahrt',
    whitMonday: 'Pfingstmontag',
    germanUnity: 'Tag der Deutschen Einheit',
    reformation: 'Reformationstag',
    christmas: '1. Weihnachtstag',
    boxingDay: '2. Weihnachtstag',
  },
  call: (number) => `${number} anrufen`,
  transfer: (number) => `Weiterleiten: ${number}`,
  copyNumber: 'Nummer kopieren',
  trustLevel: (level) => `Vertrauensniveau ${level} von 40`,
  needs: (what) => `Nötig: ${what}`,
  spell: 'Buchstabieren',
  spelling: 'Buchstabiert nach DIN 5009',
  qr: 'QR-Code',
  qrOf: (address) => `QR-Code für ${address}`,
};

export const articleTextsEn: ArticleTexts = {
  tools: 'View',
  smaller: 'Smaller type',
  larger: 'Larger type',
  copyAll: 'Copy as text',
  print: 'Print',
  language: 'Language of the article',
  german: 'German',
  machine: 'Machine translation: please compare with the German text.',
  variants: 'Other versions',
  neighbours: 'See also',
  bases: {
    responsibility: 'responsible by the register',
    article: 'responsible by the article',
    townHall: 'responsibility not recorded; the local administration will know',
  },
  today: (hours) => `today ${hours}`,
  closedToday: 'closed today',
  holiday: (name) => `public holiday today: ${name}`,
  holidays: {
    newYear: 'New Year',
    goodFriday: 'Good Friday',
    easterMonday: 'Easter Monday',
    labourDay: 'Labour Day',
    ascension: 'Ascension Day',
    whitMonday: 'Whit Monday',
    germanUnity: 'Day of German Unity',
    reformation: 'Reformation Day',
    christmas: 'Christmas Day',
    boxingDay: 'Boxing Day',
  },
  call: (number) => `Call ${number}`,
  transfer: (number) => `Transfer: ${number}`,
  copyNumber: 'Copy number',
  trustLevel: (level) => `Level of assurance ${level} of 40`,
  needs: (what) => `Needed: ${what}`,
  spell: 'Spell',
  spelling: 'Spelt by DIN 5009',
  qr: 'QR code',
  qrOf: (address) => `QR code of ${address}`,
};
