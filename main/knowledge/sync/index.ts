/** The door of the synchronised pack, for those who only read it. */
import { diskFiles } from './files.ts';
import { readConfirmedAt } from './sync.ts';

export { loadStoredPack } from './stored-pack.ts';

/** When a source last confirmed what is stored; epoch milliseconds, null: never. */
export function readStoredConfirmation(folder: string): Promise<number | null> {
  return readConfirmedAt(folder, diskFiles);
}
