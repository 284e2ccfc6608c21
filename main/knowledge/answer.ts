import { z } from 'zod';
import { knowledgeContract, type Output } from '../../shared/contract.ts';
import type { KnowledgePack } from '../../shared/knowledge/pack.ts';
import { createSearch, describeFailure, loadPack, type KnowledgeSearch } from './index.ts';

const requests = knowledgeContract.requests;
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
export async function answerKnowledge(message: unknown): Promise<unknown> {
  const parsed = messageSchema.safeParse(message);
  if (!parsed.success) return { id: -1, ok: false, error: 'malformed message' };
  const { id, name, payload } = parsed.data;
  try {
    return { id, ok: true, value: await dispatch(name, payload) };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

async function dispatch(name: string, payload: unknown): Promise<unknown> {
  switch (name) {
    case 'load':
      return load(requests.load.input.parse(payload).folder);
    case 'search':
      return search(requests.search.input.parse(payload));
    case 'getArticle':
      return getArticle(requests.getArticle.input.parse(payload).id);
    default:
      throw new Error(`unknown name ${name}`);
  }
}

async function load(folder: string): Promise<Output<typeof requests.load>> {
  const result = await loadPack(folder);
  if (!result.ok) return { failures: result.failure.map(describeFailure), articles: 0 };
  loaded = { pack: result.value, search: createSearch(result.value) };
  return { failures: [], articles: result.value.articles.length };
}

function search(input: { text: string; area: string | null }): Output<typeof requests.search> {
  if (loaded === null) return { hits: [] };
  const { text, area } = input;
  return { hits: [...loaded.search.search({ text, municipality: area, limit: hitLimit })] };
}

function getArticle(id: string): Output<typeof requests.getArticle> {
  const pack = loaded?.pack;
  const article = pack?.articles.find((candidate) => candidate.id === id);
  if (pack === undefined || article === undefined)
    return { article: null, areaName: '', offices: [] };
  const area = pack.municipalities.find((municipality) => municipality.ars === article.area);
  const offices = article.offices.flatMap(
    (office) => pack.offices.find((candidate) => candidate.id === office) ?? [],
  );
  return { article, areaName: area?.name ?? '', offices };
}
