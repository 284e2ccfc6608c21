/** Texts of the look back at a practice call. */
export interface ReviewTexts {
  readonly title: (scenario: string) => string;
  readonly notAnswered: string;
  readonly talk: (seconds: number) => string;
  readonly found: (seconds: number) => string;
  readonly good: string;
  readonly done: string;
  readonly notDone: string;
  readonly municipality: (name: string) => string;
  readonly article: (title: string) => string;
  readonly others: (titles: string) => string;
  readonly onlyYou: string;
  readonly readAlong: string;
}

export const reviewDe: ReviewTexts = {
  title: (scenario) => `Rückschau: ${scenario}`,
  notAnswered: 'Der Anruf wurde nicht angenommen.',
  talk: (seconds) => `Gespräch: ${seconds} Sekunden.`,
  found: (seconds) => `Der erste passende Artikel war nach ${seconds} Sekunden offen.`,
  good: 'Gut wäre:',
  done: 'Erledigt:',
  notDone: 'Offen:',
  municipality: (name) => `Kommune ${name}`,
  article: (title) => `Artikel „${title}“`,
  others: (titles) => `Außerdem geöffnet: ${titles}.`,
  readAlong: 'Frage mitlesen',
  onlyYou: 'Nur Sie sehen das. Es wird nirgends gespeichert.',
};

export const reviewEn: ReviewTexts = {
  title: (scenario) => `Looking back: ${scenario}`,
  notAnswered: 'The call was not answered.',
  talk: (seconds) => `Call: ${seconds} seconds.`,
  found: (seconds) => `The first fitting article was open after ${seconds} seconds.`,
  good: 'Good would be:',
  done: 'Done:',
  notDone: 'Open:',
  municipality: (name) => `Municipality ${name}`,
  article: (title) => `Article “${title}”`,
  others: (titles) => `Opened besides: ${titles}.`,
  readAlong: 'Read the question',
  onlyYou: 'Only you see this. It is stored nowhere.',
};
