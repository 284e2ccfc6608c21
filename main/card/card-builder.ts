import type { Card, CardLine } from '../../shared/card.ts';
import { areaContains } from '../../shared/knowledge/area.ts';
import { localTimeAt } from '../../shared/knowledge/local-time.ts';
import { openingStateAt } from '../../shared/knowledge/opening-hours.ts';
import type { KnowledgePack, Line, Municipality } from '../../shared/knowledge/pack.ts';
import { topicsFor } from '../../shared/knowledge/variants.ts';
import type { CalledNumberHeaders } from '../../shared/lines/called-number.ts';
import { createLineTable } from '../../shared/lines/line-table.ts';
import { resolveLine } from '../../shared/lines/resolve-line.ts';
import { suggestMunicipality } from './suggestion.ts';

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
  /** The agent says for which municipality; null for one that the pack does not have. */
  readonly chooseMunicipality: (card: Card, ars: string, now: number) => Card | null;
}

/** @param options.areaCode completes numbers that the PBX writes without one */
export function createCardBuilder(
  pack: KnowledgePack,
  options: { readonly areaCode: string },
): CardBuilder {
  const plan = { countryCode: '49', areaCode: options.areaCode };
  const table = createLineTable(pack.lines, plan);
  const choices = pack.lines.map(cardLine);

  /** Everything that depends on line and municipality. */
  const content = (
    line: Line | null,
    municipality: Municipality | null,
    now: number,
  ): Pick<
    Card,
    'line' | 'municipality' | 'greeting' | 'area' | 'opening' | 'notices' | 'topics'
  > => {
    const area = municipality?.ars ?? line?.area ?? pack.manifest.area;
    const offices = line === null ? [] : line.offices.flatMap((id) => officeOf(pack, id));
    return {
      line: line === null ? null : cardLine(line),
      municipality:
        municipality === null ? null : { ars: municipality.ars, name: municipality.name },
      greeting: line?.greeting ?? null,
      area,
      opening: offices
        .filter((office) => areaContains(office.area, area) || areaContains(area, office.area))
        .map((office) => ({
          office: office.id,
          officeName: office.name,
          state: openingStateAt(office, now, pack.manifest.timeZone),
          note: office.hoursNote ?? null,
        })),
      notices: noticesFor(pack, line, area, now),
      topics: line === null ? [] : [...topicsFor(line, area, pack.articles)],
    };
  };

  return {
    build: ({ callId, headers, now, callerNumber }) => {
      const { line, source, certain } = resolveLine(headers, table);
      const municipality = municipalityOf(pack, line?.municipality ?? null);
      return {
        callId,
        source,
        certain,
        ...content(line, municipality, now),
        suggestion:
          municipality === null && line !== null
            ? suggestMunicipality(callerNumber, pack.municipalities, plan)
            : null,
        choices: line === null || !certain ? choices : [],
      };
    },
    chooseLine: (card, lineId, now) => {
      const line = pack.lines.find(({ id }) => id === lineId);
      if (line === undefined) return null;
      const municipality = municipalityOf(pack, line.municipality);
      return {
        ...card,
        ...content(line, municipality, now),
        source: 'agent',
        certain: true,
        choices: [],
        suggestion: municipality === null ? card.suggestion : null,
      };
    },
    chooseMunicipality: (card, ars, now) => {
      const municipality = municipalityOf(pack, ars);
      if (municipality === null) return null;
      const line = pack.lines.find(({ id }) => id === card.line?.id) ?? null;
      return { ...card, ...content(line, municipality, now), suggestion: null };
    },
  };
}

function cardLine({ id, name, color }: Line): CardLine {
  return { id, name, color };
}

function municipalityOf(pack: KnowledgePack, ars: string | null): Municipality | null {
  return pack.municipalities.find((municipality) => municipality.ars === ars) ?? null;
}

function officeOf(pack: KnowledgePack, id: string): KnowledgePack['offices'] {
  return pack.offices.filter((office) => office.id === id);
}

const severityOrder = ['crisis', 'warning', 'info'] as const;

/** Notices of today for the line or its area, the most severe first. */
function noticesFor(
  pack: KnowledgePack,
  line: Line | null,
  area: string,
  now: number,
): Card['notices'] {
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
    )
    .map(({ id, title, text, severity }) => ({ id, title, text, severity }));
}
