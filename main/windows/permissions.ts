import { appOrigins } from './app-file.ts';

/**
 * Names of Local Network Access: new Chromium asks before a page speaks with an address of the house, since 147 for
 * WebSockets too. It was one permission first, then two; Electron's typings do not know them all (B1-10).
 */
const ownNetwork: readonly string[] = ['local-network-access', 'local-network', 'loopback-network'];
const phonePermissions: readonly string[] = ['media', 'speaker-selection', 'hid', ...ownNetwork];

const isFrom = (origin: string, page: string): boolean =>
  origin === page || origin.startsWith(`${page}/`);

/**
 * The whole answer to every permission that a page may ask for: the phone hears the microphone, chooses the loudspeaker,
 * reads headset keys and reaches the exchange; the simulated caller reaches its own; everything else is refused.
 * @param origin origin or address of the page that asks
 * @param video whether it is about a camera
 */
export function isPermitted(permission: string, origin: string, video: boolean): boolean {
  if (video) return false;
  if (isFrom(origin, appOrigins.phone)) return phonePermissions.includes(permission);
  if (isFrom(origin, appOrigins.caller)) return ownNetwork.includes(permission);
  return false;
}
