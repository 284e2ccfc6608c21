import { Web } from 'sip.js';
import type { PhonePorts } from './ports.ts';

/** SIP over WebSocket (RFC 7118) with the browser's own socket. */
export const webTransport: PhonePorts['transport'] = Web.Transport;
