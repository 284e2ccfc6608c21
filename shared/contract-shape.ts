import { z } from 'zod';

/** One message on the wire of a renderer peer: `{name, payload}`. */
export const envelopeSchema = z.strictObject({ name: z.string().max(64), payload: z.unknown() });
export type Envelope = z.infer<typeof envelopeSchema>;

interface RequestShape {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}
export type Requests = Readonly<Record<string, RequestShape>>;
export type Messages = Readonly<Record<string, z.ZodType>>;
export type Input<Shape extends RequestShape> = z.input<Shape['input']>;
export type Output<Shape extends RequestShape> = z.output<Shape['output']>;
export type Payload<Schema extends z.ZodType> = z.output<Schema>;

/** What a preload script puts on `window.amtsdraht`: two doors without names. */
export interface PeerBridge {
  /** Asks main; rejects only if main refused the message (a bug, logged there). */
  readonly request: (name: string, payload: unknown) => Promise<unknown>;
  /** Tells main something. */
  readonly report: (name: string, payload: unknown) => void;
  /** Receives notices from main; returns the function that stops listening. */
  readonly onNotice: (listener: (envelope: Envelope) => void) => () => void;
}
