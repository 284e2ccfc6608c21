import type { UserAgentOptions } from 'sip.js';
import type { Mix } from './audio-description-handler.ts';

/** Log lines of the phone; redacted before they leave. */
export type PhoneLog = (level: 'info' | 'warn' | 'error', message: string) => void;

/**
 * What the SIP side needs from its surroundings. Tests hand in a fake wire and fake media; the page
 * hands in WebSocket and WebRTC.
 */
export interface PhonePorts {
  readonly transport: NonNullable<UserAgentOptions['transportConstructor']>;
  readonly createPeerConnection: () => RTCPeerConnection;
  /**
   * A track of the microphone for one call, which the call stops at its end. null when there is no
   * microphone: the call then only listens, and the agent has been told.
   */
  readonly microphone: () => Promise<MediaStreamTrack | null>;
  /** Mixes voices into one track for the party of a conference who hears them. */
  readonly mix: (tracks: readonly MediaStreamTrack[]) => Mix;
  /** The caller's voice has arrived. */
  readonly onRemoteTrack: (callId: string, track: MediaStreamTrack) => void;
  readonly now: () => number;
  readonly newId: () => string;
  /** 0 (inclusive) to 1 (exclusive) */
  readonly random: () => number;
  readonly log: PhoneLog;
  /** Sees every SIP message on the wire, unredacted. */
  readonly onWire?: (direction: 'in' | 'out', message: string) => void;
}

/**
 * Runs a function that SIP.js calls and never lets an exception out: one thrown inside a delegate or
 * listener leaves the transport in transition for ever (trap 3).
 */
export function guarded<Arguments extends readonly unknown[]>(
  log: PhoneLog,
  action: (...given: Arguments) => void,
): (...given: Arguments) => void {
  return (...given) => {
    try {
      action(...given);
    } catch (error) {
      log('error', error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  };
}
