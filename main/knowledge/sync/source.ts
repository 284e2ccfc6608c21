import type { Result } from '../../../shared/result.ts';

export type ReadFailure =
  /** The source answers, but has no such file. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** More bytes than were asked for: nobody reads on to see how many. */
  | { readonly kind: 'tooLarge' };

export type SourceAnswer =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly etag: string | null }
  /** The file still has the given ETag (RFC 9110 13.1.2). */
  | { readonly kind: 'unchanged' };

/** A place that offers a published pack. It is not trusted with anything: what it says is verified. */
export interface KnowledgeSource {
  /** Address or folder, as in the settings. */
  readonly name: string;
  /**
   * @param file path within the repository, with `/`
   * @param limit most bytes to accept
   * @param etag of the copy that is here already, or null
   */
  readonly read: (
    file: string,
    limit: number,
    etag: string | null,
  ) => Promise<Result<SourceAnswer, ReadFailure>>;
  readonly close: () => void;
}
