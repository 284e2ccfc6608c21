import { contextBridge, ipcRenderer } from 'electron';
import type { Envelope, PeerBridge } from '../shared/contract.ts';

/**
 * Puts the bridge on `window.amtsdraht`. One physical channel each way; names and payloads are checked
 * in main, so that this file never changes when a message is added.
 */
export function exposeBridge(): void {
  const bridge: PeerBridge = {
    request: (name, payload) => ipcRenderer.invoke('request', { name, payload }),
    report: (name, payload) => {
      ipcRenderer.send('report', { name, payload });
    },
    onNotice: (listener) => {
      const forward = (_event: unknown, envelope: Envelope): void => {
        listener(envelope);
      };
      ipcRenderer.on('notice', forward);
      return () => ipcRenderer.removeListener('notice', forward);
    },
  };
  contextBridge.exposeInMainWorld('amtsdraht', bridge);
}
