import { z } from 'zod';
import { knowledgeContract, type Input, type Output, type Payload } from '../../shared/contract.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import {
  createIndexStore,
  describeFailure,
  loadPack,
  loadStoredPack,
  noIndexStore,
  openSearch,
  type KnowledgeSearch,
} from './index.ts';
import { articlePage } from './article-page.ts';
import { synchronise } from './sync/synchronise.ts';

const requests = knowledgeContract.requests;
type Notices = typeof knowledgeContract.notices;
/** Tells main something without being asked. */
export type Notify = <Name extends keyof Notices>(
  name: Name,
  payload: Payload<Notices[Name]>,
) => void;
const messageSchema = z.strictObject({ id: z.number(), name: z.string(), payload: z.unknown() });

interface Loaded {
  readonly pack: KnowledgePack;
  readonly search: KnowledgeSearch;
}
let loaded: Loaded | null = null;

/** Number of hits on a screen; more are not read by anybody with a caller on the line. */
const hitLimit = 20;

/**
 * Answers one message of main: `{id, name, payload}` → `{id, ok, value | error}`. An unknown name or a
 * bad payload is answered as an error, so that main's promise never hangs.
 */
export async function answerKnowledge(message: unknown, notify: Notify): Promise<unknown> {
  const parsed = messageSchema.safeParse(message);
  if (!parsed.success) return { id: -1, ok: false, error: 'malformed message' };
  const { id, name, payload } = parsed.data;
  try {
    return { id, ok: true, value: await dispatch(name, payload, notify) };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

async function dispatch(name: string, payload: unknown, notify: Notify): Promise<unknown> {
  switch (name) {
    case 'load':
      return load(requests.load.input.parse(payload));
    case 'search':
      return search(requests.search.input.parse(payload));
    case 'explainHit':
      return explainHit(requests.explainHit.input.parse(payload));
    case 'getArticle':
      return getArticle(requests.getArticle.input.parse(payload));
    case 'synchronise':
      return synchronise(requests.synchronise.input.parse(payload), (progress) => {
        notify('syncProgress', progress);
      });
    default:
      throw new Error(`unknown name ${name}`);
  }
}

/** Counts the orders to load; only the newest may replace what is there. */
let newestLoad = 0;

/** What was loaded before answers until the new index is complete, and stays when the new pack is bad. */
async function load({
  folder,
  generation,
  indexFolder,
}: Input<typeof requests.load>): Promise<Output<typeof requests.load>> {
  newestLoad += 1;
  const order = newestLoad;
  const pack = await packAt(folder, generation);
  if (!pack.ok) return { failures: [...pack.failure], articles: 0 };
  const store = indexFolder === null ? noIndexStore : createIndexStore(indexFolder);
  const search = await openSearch(pack.value, store);
  if (order === newestLoad) loaded = { pack: pack.value, search };
  return { failures: [], articles: pack.value.articles.length };
}

async function packAt(
  folder: string,
  generation: string | null,
): Promise<Result<KnowledgePack, readonly string[]>> {
  if (generation === null) {
    const pack = await loadPack(folder);
    return pack.ok ? pack : failure(pack.failure.map(describeFailure));
  }
  const stored = await loadStoredPack(folder, generation);
  return stored.ok ? success(stored.value.pack) : stored;
}

function search(input: { text: string; area: string | null }): Output<typeof requests.search> {
  if (loaded === null) return { hits: [] };
  const { text, area } = input;
  return { hits: [...loaded.search.search({ text, municipality: area, limit: hitLimit })] };
}

function explainHit(input: Input<typeof requests.explainHit>): Output<typeof requests.explainHit> {
  const { text, area, id } = input;
  return { explanation: loaded?.search.explain({ text, municipality: area, id }) ?? null };
}

function getArticle({
  id,
  area,
}: Input<typeof requests.getArticle>): Output<typeof requests.getArticle> {
  return articlePage(loaded?.pack ?? null, id, area);
}
