import type { z } from 'zod';
import { envelopeSchema } from '../../shared/contract.ts';
import { failure, success, type Result } from '../../shared/result.ts';

/** What Electron knows about where a message came from. */
export interface Sender {
  readonly webContentsId: number;
  readonly isMainFrame: boolean;
  /** URL of the sending frame; null when the frame is already gone. */
  readonly frameUrl: string | null;
}

/** A window that may speak, known by its webContents and the origin it was loaded from. */
export interface AdmittedPeer {
  readonly webContentsId: number;
  /** e.g. `app://desk` */
  readonly origin: string;
}

export type Refusal =
  | { readonly reason: 'foreignWindow' }
  | { readonly reason: 'subframe' }
  | { readonly reason: 'foreignOrigin'; readonly origin: string }
  | { readonly reason: 'malformedEnvelope' }
  | { readonly reason: 'unknownName'; readonly name: string }
  | { readonly reason: 'badPayload'; readonly name: string; readonly issues: string };

export interface Admitted {
  readonly name: string;
  readonly payload: unknown;
}

/**
 * The one place where a message from a renderer is checked: sender's window, frame and origin first,
 * then the name, then the payload. Every request and report passes here before any handler runs.
 * A refusal is a value; the caller logs it. Payload texts never get into a refusal, because they may
 * hold personal data; only the paths of the offending fields do.
 */
export function admit(
  peer: AdmittedPeer | undefined,
  schemas: Readonly<Record<string, z.ZodType>>,
  sender: Sender,
  message: unknown,
): Result<Admitted, Refusal> {
  if (peer?.webContentsId !== sender.webContentsId) return failure({ reason: 'foreignWindow' });
  if (!sender.isMainFrame) return failure({ reason: 'subframe' });
  const origin = originOf(sender.frameUrl);
  if (origin !== peer.origin) return failure({ reason: 'foreignOrigin', origin });
  const envelope = envelopeSchema.safeParse(message);
  if (!envelope.success) return failure({ reason: 'malformedEnvelope' });
  const { name, payload } = envelope.data;
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (schema === undefined) return failure({ reason: 'unknownName', name });
  const parsed = schema.safeParse(payload);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    return failure({ reason: 'badPayload', name, issues: issues.slice(0, 5).join('; ') });
  }
  return success({ name, payload: parsed.data });
}

/**
 * `scheme://host` of a URL. Written out because `URL.origin` is the string "null" for schemes that
 * Node does not know as special, and app:// is one of them.
 */
function originOf(url: string | null): string {
  if (url === null) return 'gone';
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return 'unreadable';
  }
}
