import type { DeskState } from '../../../shared/contract.ts';
import type { DeskPeer } from '../desk-store.ts';

/** Narrow or whole window; nothing happens where a policy has fixed it. */
export function toggleCompact(peer: DeskPeer, desk: DeskState | null): void {
  if (desk === null) return;
  const compactWindow = !desk.settings.compactWindow;
  peer.request('saveSettings', { compactWindow }).catch(() => undefined);
}
