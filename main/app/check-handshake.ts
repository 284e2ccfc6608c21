import { HttpsProxyAgent } from 'https-proxy-agent';
import { WebSocket } from 'ws';

/**
 * Opens a WebSocket for SIP (RFC 7118) and closes it at once; nothing is sent. Comes after Chromium has
 * judged the certificate, so it is not judged again: Node does not know the authorities of the system.
 * @param limitMs longest time for the handshake
 * @param proxy `http://host:port` through which the telephone would go; null: direct
 * @returns German reason why there is none; null: it opened
 */
export function handshakeFailure(
  address: string,
  limitMs: number,
  proxy: string | null,
): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address, 'sip', {
      handshakeTimeout: limitMs,
      rejectUnauthorized: false,
      ...(proxy === null ? {} : { agent: new HttpsProxyAgent(proxy) }),
    });
    socket.once('open', () => {
      resolve(
        socket.protocol === 'sip'
          ? null
          : 'Der Dienst unter dieser Adresse spricht WebSocket, aber nicht SIP (RFC 7118).',
      );
      socket.close();
    });
    socket.once('unexpected-response', (request, { statusCode }) => {
      request.destroy();
      resolve(
        `Unter dieser Adresse gibt es keinen WebSocket (HTTP ${String(statusCode)}); stimmt der Pfad?`,
      );
    });
    socket.on('error', (error) => {
      resolve(
        error.message.includes('subprotocol')
          ? 'Der Dienst unter dieser Adresse spricht WebSocket, aber nicht SIP (RFC 7118).'
          : `Der WebSocket kam nicht zustande (${error.message}).`,
      );
    });
  });
}
