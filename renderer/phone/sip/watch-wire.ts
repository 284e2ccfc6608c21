import type { UserAgent } from 'sip.js';
import { guarded, type PhonePorts } from './ports.ts';

/** Shows every message of a user agent to the port that watches the wire; changes none. */
export function watchWire({ transport }: UserAgent, { log, onWire }: PhonePorts): void {
  if (onWire === undefined) return;
  const see = guarded(log, onWire);
  const deliver = transport.onMessage;
  transport.onMessage = (message) => {
    see('in', message);
    deliver?.(message);
  };
  const send = transport.send.bind(transport);
  transport.send = (message) => {
    see('out', message);
    return send(message);
  };
}
