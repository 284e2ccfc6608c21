/** An ICE candidate taken out of a description, with the line of the media it belongs to. */
export interface Withheld {
  readonly candidate: string;
  readonly sdpMLineIndex: number;
}

/** A description without its ICE candidates (RFC 8839 5.1), and the candidates. */
export function withholdCandidates(sdp: string): {
  readonly sdp: string;
  readonly candidates: readonly Withheld[];
} {
  const candidates: Withheld[] = [];
  const kept: string[] = [];
  let sdpMLineIndex = -1;
  for (const line of sdp.split(/(?<=\n)/)) {
    if (line.startsWith('m=')) sdpMLineIndex += 1;
    const [, candidate] = /^a=(candidate:[^\r\n]*)/.exec(line) ?? [];
    if (candidate !== undefined && sdpMLineIndex >= 0)
      candidates.push({ candidate, sdpMLineIndex });
    else if (!line.startsWith('a=end-of-candidates')) kept.push(line);
  }
  return { sdp: kept.join(''), candidates };
}

/** Whether a description puts us on hold: its audio is only sent to us, or stands still (RFC 3264 8.4). */
export function isHoldOffer(sdp: string): boolean {
  const media = sdp.split(/^m=/m);
  const audio = media.find((section) => section.startsWith('audio')) ?? '';
  const direction = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m;
  const own = direction.exec(audio) ?? direction.exec(media[0] ?? '');
  return own?.[1] === 'sendonly' || own?.[1] === 'inactive';
}
