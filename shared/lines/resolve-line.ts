import type { Line } from '../knowledge/pack.ts';
import { unreachable } from '../unreachable.ts';
import type { CalledNumberHeaders, LineSource } from './called-number.ts';
import { parseNameAddress, splitHeaderValues, userOf } from './header-values.ts';
import type { LineTable } from './line-table.ts';

/** What an INVITE tells about the dialled line. */
export interface LineResolution {
  /** null: no source named a line of the table. */
  readonly line: Line | null;
  readonly source: SipSource | null;
  /**
   * false when only a weak source named the line (the Request-URI is mostly the agent's own extension,
   * a display name is typed by somebody), or when another source names another line.
   */
  readonly certain: boolean;
}

type SipSource = Exclude<LineSource, 'agent'>;

/** Most trusted first: what the PBX says on purpose, then what the standards keep, then hints. */
const order: readonly SipSource[] = [
  'X-Dialed-Number',
  'To',
  'P-Called-Party-ID',
  'History-Info',
  'Diversion',
  'Request-URI',
  'Display-Name',
];
const weak: readonly SipSource[] = ['Request-URI', 'Display-Name'];

/**
 * Takes the first source **whose number is in the line table**, not the first source that is present: a
 * PBX overwrites To and Request-URI with the agent's extension and leaves the truth further down.
 */
export function resolveLine(headers: CalledNumberHeaders, table: LineTable): LineResolution {
  const named = order.flatMap((source) => {
    const line = lineOf(source, headers, table);
    return line === undefined ? [] : [{ source, line }];
  });
  const [first] = named;
  if (first === undefined) return { line: null, source: null, certain: false };
  const agreed = named.every(({ line }) => line.id === first.line.id);
  return { ...first, certain: agreed && !weak.includes(first.source) };
}

function lineOf(
  source: SipSource,
  headers: CalledNumberHeaders,
  table: LineTable,
): Line | undefined {
  if (source === 'Display-Name')
    return table.lineOfDisplayName(parseNameAddress(headers.from ?? '').displayName);
  for (const number of numbersOf(source, headers)) {
    const line = table.lineOfNumber(number);
    if (line !== undefined) return line;
  }
  return undefined;
}

/** Called numbers of one source, the originally dialled one first. */
function numbersOf(
  source: Exclude<SipSource, 'Display-Name'>,
  headers: CalledNumberHeaders,
): readonly string[] {
  switch (source) {
    case 'X-Dialed-Number':
      return users(headers.dialedNumber);
    case 'To':
      return headers.to === null ? [] : users([headers.to]);
    case 'P-Called-Party-ID':
      return users(headers.pCalledPartyId);
    case 'History-Info':
      return oldestFirst(headers.historyInfo.flatMap(splitHeaderValues));
    case 'Diversion':
      // RFC 5806: each diversion is put on top, so the first one is at the bottom.
      return users(headers.diversion).toReversed();
    case 'Request-URI':
      return [userOf(headers.requestUri)];
    default:
      return unreachable(source);
  }
}

function users(values: readonly string[]): readonly string[] {
  return values.flatMap(splitHeaderValues).map((value) => parseNameAddress(value).user);
}

/** RFC 7044: `index` is the position in the tree of targets, 1 before 1.1 before 1.2. */
function oldestFirst(entries: readonly string[]): readonly string[] {
  return entries
    .map((entry) => parseNameAddress(entry))
    .map(({ user, parameters }) => ({
      user,
      index: (parameters.get('index') ?? '').split('.').map(Number),
    }))
    .toSorted((left, right) => compareIndex(left.index, right.index))
    .map(({ user }) => user);
}

function compareIndex(left: readonly number[], right: readonly number[]): number {
  for (let depth = 0; depth < Math.max(left.length, right.length); depth += 1) {
    const difference = (left[depth] ?? -1) - (right[depth] ?? -1);
    if (difference !== 0) return Number.isNaN(difference) ? 0 : difference;
  }
  return 0;
}
