import type { Card, CardLine } from '../../shared/card.ts';
import { areaContains } from '../../shared/knowledge/area.ts';
import { localTimeAt } from '../../shared/knowledge/local-time.ts';
import type {
  Article,
  KnowledgePack,
  Line,
  Municipality,
  Notice,
} from '../../shared/knowledge/pack.ts';
import {
  indexArticles,
  inSeason,
  topicsOf,
  type Candidate,
} from '../../shared/knowledge/variants.ts';
import type { CalledNumberHeaders } from '../../shared/lines/called-number.ts';
import { createLineTable } from '../../shared/lines/line-table.ts';
import { resolveLine } from '../../shared/lines/resolve-line.ts';
import { askedOf } from './asked-topics.ts';
import { lastHours } from './call-hours.ts';
import { cardOffices } from './card-offices.ts';
import { menuArticles } from './menu-choice.ts';
import { areaCodeTrap, suggestMunicipality } from './suggestion.ts';

/** Makes the cards of one knowledge pack; pure, so that it costs no wait while it rings. */
export interface CardBuilder {
  /** Card of a new incoming call. */
  readonly build: (call: {
    readonly callId: string;
    readonly headers: CalledNumberHeaders;
    /** Epoch milliseconds. */
    readonly now: number;
    /** Caller in E.164; null when withheld. */
    readonly callerNumber: string | null;
  }) => Card;
  /** The agent says which line it is; null for a line that the pack does not have. */
  readonly chooseLine: (card: Card, lineId: string, now: number) => Card | null;
  /**
   * The agent says for which municipality; `ars` null: from elsewhere. null for one that the pack does
   * not have.
   */
  readonly chooseMunicipality: (card: Card, ars: string | null, now: number) => Card | null;
  /** The same card with what this pack and this moment say; what the agent has chosen stays. */
  readonly refresh: (card: Card, now: number) => Card;
}

export interface CardBuilderOptions {
  /** Completes numbers that the PBX writes without one. */
  readonly areaCode: string;
  /** Stands for `{name}` in greetings; '': the place is left open. */
  readonly agentName: () => string;
  /** How often articles were opened on a line lately, at this desk, the most frequent first. */
  readonly recent: (
    line: string,
  ) => readonly { readonly article: string; readonly count: number }[];
  /** When calls came on a line lately, at this desk; epoch milliseconds. */
  readonly calls: (line: string) => readonly number[];
}

export function createCardBuilder(pack: KnowledgePack, options: CardBuilderOptions): CardBuilder {
  const plan = { countryCode: '49', areaCode: options.areaCode };
  const table = createLineTable(pack.lines, plan);
  const choices = pack.lines.map(cardLine);
  const articles = indexArticles(pack.articles);
  const menuArticle = menuArticles(pack.articles, articles);

  /** Everything that depends on line and municipality. */
  const content = (
    line: Line | null,
    municipality: Municipality | null,
    now: number,
    menu: string | null,
  ): Pick<
    Card,
    | 'line'
    | 'municipality'
    | 'administeredBy'
    | 'greeting'
    | 'menuChoice'
    | 'area'
    | 'opening'
    | 'notices'
    | 'hours'
    | 'topics'
  > => {
    const notices = noticesFor(
      pack,
      line,
      municipality?.ars ?? line?.area ?? pack.manifest.area,
      now,
    );
    const area = municipality?.ars ?? line?.area ?? pack.manifest.area;
    const meant = menu === null ? null : menuArticle(menu, area);
    return {
      menuChoice: menu === null ? null : { value: menu, title: meant?.title ?? null },
      line: line === null ? null : cardLine(line),
      municipality:
        municipality === null ? null : { ars: municipality.ars, name: municipality.name },
      administeredBy: amtOf(pack, municipality),
      greeting: line === null ? null : greetingFor(line.greeting, options.agentName()),
      area,
      opening: cardOffices(pack, line, municipality, now),
      notices: notices.map(({ id, title, text, severity, say, version }) => ({
        id,
        title,
        text,
        severity,
        ...(say === undefined ? {} : { say }),
        ...(version === undefined ? {} : { version }),
      })),
      hours: line === null ? [] : crisisHours(line, notices, now),
      topics:
        line === null
          ? [...topicsOf(menuCandidates(meant), area, articles)]
          : [...topicsOf(candidates(line, notices, meant, now), area, articles)],
    };
  };

  /** In a crisis somebody asks how many call; on other days nobody has to look at it. */
  const crisisHours = (line: Line, notices: readonly Notice[], now: number): Card['hours'] => {
    const crises = notices.filter(({ severity }) => severity === 'crisis');
    if (crises.length === 0) return [];
    const counted = crises.find(
      ({ calls, lines }) => calls !== undefined && lines.includes(line.id),
    );
    return lastHours(now, pack.manifest.timeZone, options.calls(line.id), counted?.calls ?? []);
  };

  /** A crisis, what the caller chose in the voice menu, other notices, then what was asked lately (here, then in the whole centre), then the season, then the line's own. */
  const candidates = (
    line: Line,
    notices: readonly Notice[],
    meant: Article | null,
    now: number,
  ): Candidate[] => {
    const today = localTimeAt(now, pack.manifest.timeZone).day;
    const day = today.slice('YYYY-'.length);
    const crises = notices.filter(({ severity }) => severity === 'crisis');
    return [
      ...pinned(crises),
      ...menuCandidates(meant),
      ...pinned(notices),
      ...options
        .recent(line.id)
        .map(({ article, count }) => ({ article, reason: { kind: 'recent' as const, count } })),
      ...askedOf(line, today),
      ...(line.seasons ?? [])
        .filter((season) => inSeason(day, season))
        .map(({ article, until }) => ({ article, reason: { kind: 'season' as const, until } })),
      ...line.topics.map((article) => ({ article, reason: { kind: 'line' as const } })),
    ];
  };

  return {
    build: ({ callId, headers, now, callerNumber }) => {
      const { line, source, certain } = resolveLine(headers, table);
      const menu = headers.topic ?? null;
      const municipality = municipalityOf(pack, line?.municipality ?? null);
      return {
        callId,
        source,
        certain,
        ...content(line, municipality, now, menu),
        suggestion:
          municipality === null && line !== null
            ? suggestMunicipality(callerNumber, pack.municipalities, plan)
            : null,
        areaCodeTrap:
          municipality === null && line !== null ? areaCodeTrap(callerNumber, plan) : null,
        outside: false,
        choices: line === null || !certain ? choices : [],
      };
    },
    chooseLine: (card, lineId, now) => {
      const line = pack.lines.find(({ id }) => id === lineId);
      if (line === undefined) return null;
      const municipality = municipalityOf(pack, line.municipality);
      return {
        ...card,
        ...content(line, municipality, now, menuOf(card)),
        source: 'agent',
        certain: true,
        choices: [],
        outside: false,
        suggestion: municipality === null ? card.suggestion : null,
        areaCodeTrap: municipality === null ? card.areaCodeTrap : null,
      };
    },
    chooseMunicipality: (card, ars, now) => {
      const municipality = municipalityOf(pack, ars);
      if (municipality === null && ars !== null) return null;
      const line = pack.lines.find(({ id }) => id === card.line?.id) ?? null;
      return {
        ...card,
        ...content(line, municipality, now, menuOf(card)),
        outside: ars === null,
        suggestion: null,
        areaCodeTrap: null,
      };
    },
    refresh: (card, now) => {
      const line = pack.lines.find(({ id }) => id === card.line?.id);
      // A line that the new pack does not have any more keeps its card until the call is over.
      if (line === undefined) return card.choices.length === 0 ? card : { ...card, choices };
      return {
        ...card,
        ...content(line, municipalityOf(pack, card.municipality?.ars ?? null), now, menuOf(card)),
      };
    },
  };
}

function menuOf({ menuChoice }: Card): string | null {
  return menuChoice?.value ?? null;
}

function menuCandidates(meant: Article | null): Candidate[] {
  return meant === null ? [] : [{ article: meant.id, reason: { kind: 'menu' } }];
}

/** Articles of notices; each once, with the first that names it. */
function pinned(notices: readonly Notice[]): Candidate[] {
  return notices.flatMap(({ title, articles = [] }) =>
    articles.map((article) => ({ article, reason: { kind: 'notice' as const, title } })),
  );
}

function cardLine({ id, name, color }: Line): CardLine {
  return { id, name, color };
}

function municipalityOf(pack: KnowledgePack, ars: string | null): Municipality | null {
  return pack.municipalities.find((municipality) => municipality.ars === ars) ?? null;
}

function amtOf(pack: KnowledgePack, municipality: Municipality | null): string | null {
  return municipalityOf(pack, municipality?.administeredBy ?? null)?.name ?? null;
}

/** Where nobody has entered a name, the agent says it at the place that is left open. */
function greetingFor(greeting: string, name: string): string {
  return name === ''
    ? greeting.replaceAll(/\{name\}\.?/g, '…')
    : greeting.replaceAll('{name}', name);
}

const severityOrder = ['crisis', 'warning', 'info'] as const;

/** Notices of today for the line or its area, the most severe first. */
function noticesFor(
  pack: KnowledgePack,
  line: Line | null,
  area: string,
  now: number,
): readonly Notice[] {
  const today = localTimeAt(now, pack.manifest.timeZone).day;
  return pack.notices
    .filter(({ from, until }) => from <= today && today <= until)
    .filter(
      ({ lines, areas }) =>
        (line !== null && lines.includes(line.id)) ||
        areas.some((noticeArea) => areaContains(noticeArea, area)),
    )
    .toSorted(
      (left, right) => severityOrder.indexOf(left.severity) - severityOrder.indexOf(right.severity),
    );
}
