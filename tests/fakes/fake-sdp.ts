export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** An audio description as a browser or a PBX writes it. */
export function audioSdp(
  direction: Direction = 'sendrecv',
  setup: 'actpass' | 'active' | 'passive' = 'actpass',
  version = 1,
): string {
  const lines = [
    'v=0',
    `o=- 4611731400430051336 ${String(version)} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 126',
    'c=IN IP4 0.0.0.0',
    'a=mid:0',
    `a=setup:${setup}`,
    `a=${direction}`,
    'a=rtpmap:111 opus/48000/2',
    'a=rtpmap:126 telephone-event/8000',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** The direction a description asks for. */
export function directionOf(sdp: string): Direction {
  const found = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(sdp)?.[1];
  return (found as Direction | undefined) ?? 'sendrecv';
}

/** The direction as the other side sees it. */
export function reversed(direction: Direction): Direction {
  if (direction === 'sendonly') return 'recvonly';
  return direction === 'recvonly' ? 'sendonly' : direction;
}

/** RFC 8829 5.3.1: what both allow. */
export function common(own: Direction, allowed: Direction): Direction {
  const send = own.includes('send') && allowed.includes('send');
  const receive = own.includes('rec') && allowed.includes('rec');
  if (send) return receive ? 'sendrecv' : 'sendonly';
  return receive ? 'recvonly' : 'inactive';
}
