/** A warm-up takes a good 100 ms; on a machine where it does not end, it is given up. In milliseconds. */
const limitMs = 3_000;

/**
 * Lets the media engine connect to itself once and throws both ends away. The first connection after a
 * start loads codecs, makes certificates and binds ports; on Windows it can even fail (B1-5). It shall
 * not be the first caller's. Never rejects.
 */
export async function warmUp(create: () => RTCPeerConnection): Promise<void> {
  const [one, other] = [create(), create()];
  try {
    await Promise.race([connect(one, other), pause(limitMs)]);
  } catch {
    // Nothing depends on it; a real call tells what is wrong.
  } finally {
    one.close();
    other.close();
  }
}

async function connect(one: RTCPeerConnection, other: RTCPeerConnection): Promise<void> {
  const connected = new Promise<void>((resolve) => {
    one.onconnectionstatechange = () => {
      if (one.connectionState === 'connected') resolve();
    };
  });
  hand(one, other);
  hand(other, one);
  one.addTransceiver('audio', { direction: 'recvonly' });
  await one.setLocalDescription(await one.createOffer());
  if (one.localDescription !== null) await other.setRemoteDescription(one.localDescription);
  await other.setLocalDescription(await other.createAnswer());
  if (other.localDescription !== null) await one.setRemoteDescription(other.localDescription);
  await connected;
}

/** Candidates of one end go to the other, once that knows whose they are. */
function hand(from: RTCPeerConnection, to: RTCPeerConnection): void {
  const early: RTCIceCandidate[] = [];
  from.onicecandidate = ({ candidate }) => {
    if (candidate !== null) early.push(candidate);
    if (to.remoteDescription === null) return;
    for (const each of early.splice(0)) to.addIceCandidate(each).catch(() => undefined);
  };
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
