import type { Call } from '../../../shared/call/call.ts';
import { useTexts } from '../desk-store.ts';
import { useNow } from '../ui/use-now.ts';

/** Time since answer, or the whole length of an ended call; nothing before. */
export function CallTime({ call }: { readonly call: Call }): React.JSX.Element | null {
  const texts = useTexts();
  const running = call.connectedAt !== null && call.endedAt === null;
  const now = useNow(running);
  if (call.connectedAt === null) return null;
  const seconds = Math.max(0, Math.floor(((call.endedAt ?? now) - call.connectedAt) / 1000));
  // role=timer is silent by default, so nobody hears every second.
  return (
    <span role="timer" aria-label={texts.call.duration} className="desk-bar__time">
      {formatDuration(seconds)}
    </span>
  );
}

/** `m:ss`, with hours when needed. */
export function formatDuration(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = two(seconds % 60);
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${two(minutes)}:${rest}`;
}
