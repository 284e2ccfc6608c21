import type { UpdateFailure } from '../../shared/updates/update-state.ts';

export interface Fault {
  readonly failure: UpdateFailure;
  readonly detail: string | null;
}

/** An expected failure on its way through electron-updater, which knows only exceptions. */
export class UpdateError extends Error {
  readonly failure: UpdateFailure;

  constructor(reason: UpdateFailure, detail: string) {
    super(detail);
    this.failure = reason;
  }
}

/** Codes of the system for a disk that does not take a file. */
const disk = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO']);

/** What an exception of electron-updater stands for. */
export function faultOf(error: unknown): Fault {
  if (error instanceof UpdateError) return { failure: error.failure, detail: error.message };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_CHECKSUM_MISMATCH') return { failure: 'damaged', detail: null };
  if (disk.has(code)) return { failure: 'notStored', detail: reasonOf(error) };
  return { failure: 'unreachable', detail: reasonOf(error) };
}

/** First line only: electron-updater appends headers and stacks. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 300);
}
