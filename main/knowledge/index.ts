/** The door of knowledge: reading a pack, wherever it lies, and searching it. */
export { describeFailure, germanReason } from './pack/failure.ts';
export { loadPack } from './pack/load-pack.ts';
export { loadStoredPack, readStoredConfirmation } from './sync/index.ts';
export { createIndexStore, noIndexStore } from './search/index-store.ts';
export { createSearch, openSearch, type KnowledgeSearch } from './search/search.ts';
