import { randomUUID } from 'node:crypto';
import type { CallEntry, GapEntry } from '../../shared/journal/entry.ts';

/** A gap as it was reported at a moment, in epoch milliseconds. */
export function gapAt(at: number, changes: Partial<GapEntry> = {}): GapEntry {
  return {
    type: 'gap',
    id: randomUUID(),
    at,
    kind: 'missing',
    article: null,
    query: 'bienenstich',
    municipality: null,
    remark: null,
    ...changes,
  };
}

/** A call that ended at a moment, in epoch milliseconds. */
export function callAt(at: number, changes: Partial<CallEntry> = {}): CallEntry {
  return {
    type: 'call',
    id: randomUUID(),
    at,
    startedAt: at - 90_000,
    talkSeconds: 80,
    line: { id: 'wedel', name: 'Stadt Wedel' },
    municipality: { ars: '010560050050', name: 'Wedel' },
    topics: [{ id: 'perso', title: 'Personalausweis' }],
    transferredTo: null,
    outcome: 'solved',
    note: null,
    ...changes,
  };
}
