/** The door of knowledge: reading a pack and searching it. */
export { describeFailure } from './pack/failure.ts';
export { loadPack } from './pack/load-pack.ts';
export { createSearch, type KnowledgeSearch } from './search/search.ts';
