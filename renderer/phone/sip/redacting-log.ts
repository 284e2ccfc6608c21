import type { LogConnector } from 'sip.js';
import type { PhoneLog } from './ports.ts';

/**
 * Log connector for SIP.js. Its messages hold numbers, names, whole requests and, for some options,
 * credentials (trap 37): only warnings and errors pass, first line only, without addresses.
 */
export function redactingConnector(log: PhoneLog): LogConnector {
  return (level, category, _label, content) => {
    if (level !== 'warn' && level !== 'error') return;
    log(level, `${category}: ${withoutPersonalData(content)}`);
  };
}

/** First line, without SIP addresses, quoted names and longer numbers. */
export function withoutPersonalData(content: string): string {
  const [line = ''] = content.split(/\r?\n/);
  return line
    .replace(/\b(sips?|tel):[^\s>;,]+/gi, '$1:…')
    .replace(/"[^"]*"/g, '"…"')
    .replace(/\+?\d{5,}/g, '…')
    .slice(0, 500);
}
