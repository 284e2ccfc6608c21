import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { entryOfEvent, journalEventSchema } from '../../shared/journal/cloud-event.ts';
import type { JournalEntry } from '../../shared/journal/entry.ts';
import { latestOfEach } from '../../shared/journal/figures.ts';
import { ToolError } from '../setup/tool-error.ts';

export interface CollectedEvents {
  /** Each once, however often the endpoint has stored it. */
  readonly entries: readonly JournalEntry[];
  /** false: something could not be read, and the person at the keyboard has been told. */
  readonly complete: boolean;
  readonly files: number;
}

/** Nobody reads more of them. */
const mostTold = 20;

/**
 * Events of a folder and all below it, as an endpoint has stored them: `.json` with one event or a batch,
 * `.jsonl` with one of either in each line. Nothing else is looked at. What cannot be read is told.
 * @throws ToolError when the folder cannot be read or holds no event
 */
export async function collectEvents(folder: string): Promise<CollectedEvents> {
  const { entries, refused, files } = await readEvents(folder);
  for (const line of refused.slice(0, mostTold)) console.error(line);
  if (refused.length > mostTold)
    console.error(`… und ${String(refused.length - mostTold)} weitere.`);
  if (entries.length === 0) throw new ToolError(`In ${folder} steht kein Ereignis.`, 1);
  return { entries: latestOfEach(entries), complete: refused.length === 0, files };
}

interface ReadEvents {
  readonly entries: readonly JournalEntry[];
  /** What could not be read: file, place and reason, in German. */
  readonly refused: readonly string[];
  readonly files: number;
}

async function readEvents(folder: string): Promise<ReadEvents> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new ToolError(
      `${folder} ist nicht lesbar: ${error instanceof Error ? error.message : String(error)}`,
      1,
    );
  });
  const entries: JournalEntry[] = [];
  const refused: string[] = [];
  const files = names.filter((name) => /\.jsonl?$/.test(name)).toSorted();
  for (const name of files) {
    const text = await readFile(join(folder, name), 'utf8');
    const pieces = name.endsWith('.jsonl')
      ? text.split('\n').map((line, index) => ({ line, place: `${name}:${String(index + 1)}` }))
      : [{ line: text, place: name }];
    for (const { line, place } of pieces) {
      if (line.trim() === '') continue;
      for (const one of eventsIn(line)) {
        if (typeof one === 'string') refused.push(`${place}: ${one}`);
        else entries.push(one);
      }
    }
  }
  return { entries, refused, files: files.length };
}

/** The entries of one event or batch; a reason in German for each that is none. */
function eventsIn(text: string): readonly (JournalEntry | string)[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return ['kein JSON'];
  }
  return (Array.isArray(value) ? value : [value]).map((one: unknown, index) => {
    const event = journalEventSchema.safeParse(one);
    if (event.success) return entryOfEvent(event.data);
    const [issue] = event.error.issues;
    return `Ereignis ${String(index + 1)} passt nicht: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
  });
}
