import type { WatchedState } from '../../../shared/agent/watched.ts';

/** Longest body that is looked at. */
const maxLength = 20_000;

/**
 * State of an extension from a dialog-info body (RFC 4235): busy while any dialog is confirmed, ringing
 * while one is early, otherwise free. null: not such a body. Read by pattern, because only the states
 * matter and an XML parser would be the larger risk.
 */
export function stateOfDialogInfo(body: string): WatchedState | null {
  const text = body.slice(0, maxLength);
  if (!/<dialog-info\b/.test(text)) return null;
  const states = [...text.matchAll(/<state\b[^>]*>\s*([a-z]+)\s*<\/state>/g)].map(
    ([, state]) => state,
  );
  if (states.includes('confirmed')) return 'busy';
  return states.some((state) => state === 'early' || state === 'proceeding' || state === 'trying')
    ? 'ringing'
    : 'free';
}

/** New voice messages from a message-summary body (RFC 3842). null: not such a body. */
export function newMessagesOf(body: string): number | null {
  const text = body.slice(0, maxLength);
  const waiting = /^Messages-Waiting:\s*(yes|no)\b/im.exec(text)?.[1];
  if (waiting === undefined) return null;
  const count = /^Voice-Message:\s*(\d{1,5})\s*\//im.exec(text)?.[1];
  if (count !== undefined) return Number(count);
  return waiting.toLowerCase() === 'yes' ? 1 : 0;
}
