import {
  timeUnits,
  type Cost,
  type Deadline,
  type Duration,
  type TimeUnit,
} from '../../../../shared/knowledge/pack.ts';
import { unreachable } from '../../../../shared/unreachable.ts';
import { htmlToMarkdown } from '../html-to-markdown.ts';
import {
  childNamed,
  childrenNamed,
  codeOf,
  descendantNamed,
  textOf,
  type XmlNode,
} from '../xml/node.ts';
import { languageOfNode } from './language.ts';
import { dayOf, decimalOf } from './values.ts';

/**
 * Structured costs, deadlines and durations. Values are looked for anywhere below the entry, because
 * senders and versions differ in what they wrap them in. An entry without a readable value is left out:
 * its text is in the module's description.
 */
export function costsOf(module: XmlNode): readonly Cost[] {
  return childrenNamed(module, 'kosten').flatMap((node): Cost[] => {
    const currency = (name: string): string => {
      const code = descendantNamed(node, name)?.attributes.get('currencyCode') ?? '';
      return /^[A-Z]{3}$/.test(code) ? code : 'EUR';
    };
    const value = (name: string): string | undefined =>
      decimalOf(textOf(descendantNamed(node, name)));
    const rest = {
      ...commonOf(node, [
        'beschreibung',
        'beschreibungKostenfreiheit',
        'beschreibungVariabilitaet',
      ]),
    };
    const payment = /^(true|1)$/.test(textOf(descendantNamed(node, 'vorkasse')))
      ? ({ payment: 'inAdvance' } as const)
      : {};
    const amount = value('betrag');
    if (amount !== undefined)
      return [{ kind: 'fixed', amount, currency: currency('betrag'), ...payment, ...rest }];
    const from = value('betragUntergrenze');
    const until = value('betragObergrenze');
    if (from !== undefined || until !== undefined)
      return [
        {
          kind: 'variable',
          ...(from === undefined ? {} : { from }),
          ...(until === undefined ? {} : { until }),
          currency: currency(from === undefined ? 'betragObergrenze' : 'betragUntergrenze'),
          ...payment,
          ...rest,
        },
      ];
    const isFree =
      descendantNamed(node, 'frei') !== undefined ||
      descendantNamed(node, 'beschreibungKostenfreiheit') !== undefined;
    return isFree ? [{ kind: 'free', ...rest }] : [];
  });
}

export function deadlinesOf(module: XmlNode): readonly Deadline[] {
  return childrenNamed(module, 'frist').flatMap((node): Deadline[] => {
    const rest = commonOf(node, ['beschreibung']);
    const span = spanOf(node);
    if (span !== null) return [{ kind: 'period', ...span, ...rest }];
    const from = dayOf(textOf(descendantNamed(node, 'von')));
    const until = dayOf(textOf(descendantNamed(node, 'bis')));
    if (from === undefined && until === undefined) return [];
    return [
      {
        kind: 'date',
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
        ...rest,
      },
    ];
  });
}

export function durationsOf(module: XmlNode): readonly Duration[] {
  return childrenNamed(module, 'bearbeitungsdauer').flatMap((node): Duration[] => {
    const span = spanOf(node);
    const { text } = commonOf(node, ['beschreibung']);
    return span === null ? [] : [{ ...span, ...(text === undefined ? {} : { text }) }];
  });
}

type Span = Omit<Duration, 'text'>;

function spanOf(node: XmlNode): Span | null {
  const amount = decimalOf(textOf(descendantNamed(node, 'dauer')));
  const unit = unitOf(descendantNamed(node, 'einheit'));
  if (amount === undefined || unit === null || amount.length > 6) return null;
  const untilAmount = decimalOf(textOf(descendantNamed(node, 'dauerBis')));
  const untilUnit = unitOf(descendantNamed(node, 'einheitBis'));
  return untilAmount === undefined || untilAmount.length > 6
    ? { amount, unit }
    : { amount, unit, untilAmount, untilUnit: untilUnit ?? unit };
}

function unitOf(node: XmlNode | undefined): TimeUnit | null {
  const code = codeOf(node).toUpperCase();
  return timeUnits.find((unit) => unit === code) ?? null;
}

function commonOf(
  node: XmlNode,
  texts: readonly string[],
): { readonly typeCode?: string; readonly text?: string } {
  const typeCode = codeOf(childNamed(node, 'typ'));
  const text = texts
    .map((name) => descendantNamed(node, name))
    .filter((found) => found !== undefined && languageOfNode(found) === 'de')
    .map((found) => htmlToMarkdown(textOf(found)).replace(/\s+/g, ' '))
    .find((found) => found !== '');
  return {
    ...(typeCode === '' ? {} : { typeCode }),
    ...(text === undefined ? {} : { text }),
  };
}

const unitWords: Readonly<Record<TimeUnit, readonly [one: string, many: string]>> = {
  JAHR: ['Jahr', 'Jahre'],
  MONAT: ['Monat', 'Monate'],
  WOCHE: ['Woche', 'Wochen'],
  TAG: ['Tag', 'Tage'],
  WERKTAG: ['Werktag', 'Werktage'],
  ARBEITSTAG: ['Arbeitstag', 'Arbeitstage'],
  STUNDE: ['Stunde', 'Stunden'],
  MINUTE: ['Minute', 'Minuten'],
  SEKUNDE: ['Sekunde', 'Sekunden'],
};

/** German sentence for a module that has values but no description. */
export function costText(cost: Cost): string {
  const money = (amount: string, currency: string): string =>
    `${amount.replace('.', ',')} ${currency === 'EUR' ? 'Euro' : currency}`;
  const text = cost.text === undefined ? '' : ` – ${cost.text}`;
  switch (cost.kind) {
    case 'free':
      return `kostenfrei${text}`;
    case 'fixed':
      return `${money(cost.amount, cost.currency)}${text}`;
    case 'variable': {
      const from = cost.from === undefined ? '' : `von ${money(cost.from, cost.currency)}`;
      const until = cost.until === undefined ? '' : `bis ${money(cost.until, cost.currency)}`;
      return `${[from, until].filter((part) => part !== '').join(' ')}${text}`;
    }
    default:
      return unreachable(cost);
  }
}

export function durationText(duration: Duration): string {
  const words = (amount: string, unit: TimeUnit): string =>
    `${amount.replace('.', ',')} ${unitWords[unit][amount === '1' ? 0 : 1]}`;
  const until =
    duration.untilAmount === undefined
      ? ''
      : ` bis ${words(duration.untilAmount, duration.untilUnit ?? duration.unit)}`;
  const text = duration.text === undefined ? '' : ` – ${duration.text}`;
  return `${words(duration.amount, duration.unit)}${until}${text}`;
}

export function deadlineText(deadline: Deadline): string {
  if (deadline.kind === 'period') return durationText(deadline);
  const day = (iso: string): string => iso.split('-').reverse().join('.');
  const from = deadline.from === undefined ? '' : `vom ${day(deadline.from)}`;
  const until = deadline.until === undefined ? '' : `bis ${day(deadline.until)}`;
  const text = deadline.text === undefined ? '' : ` – ${deadline.text}`;
  return `${[from, until].filter((part) => part !== '').join(' ')}${text}`;
}
