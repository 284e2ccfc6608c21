import type { RingPicture } from '../../shared/windows/ring-picture.ts';

type Ringing = RingPicture['ringing'];

/**
 * Message of the operating system for a call that rings: once for each call, however its picture changes
 * while it does (another caller waits too, the line is put right).
 * @param show shows the message
 * @returns to be called with whatever rings, as often as the state changes; `unseen`: the agent looks
 *   somewhere else and wants messages
 */
export function createRingMessage(
  show: (ringing: NonNullable<Ringing>) => void,
): (ringing: Ringing, unseen: boolean) => void {
  let told: string | null = null;
  return (ringing, unseen) => {
    if (ringing?.callId === told) return;
    told = ringing?.callId ?? null;
    if (ringing !== null && unseen) show(ringing);
  };
}
