import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transferNewsOf, type TransferNews } from './transfer-news.ts';

const active = 'active;expires=60';
const over = 'terminated;reason=noresource';

describe('transferNewsOf', () => {
  it.each<[string, string, string, TransferNews]>([
    ['SIP/2.0 100 Trying', active, 'refer', { type: 'progressed', stage: 'accepted' }],
    ['SIP/2.0 180 Ringing\r\n', active, 'refer', { type: 'progressed', stage: 'ringing' }],
    ['SIP/2.0 183 Session Progress', active, 'refer', { type: 'progressed', stage: 'ringing' }],
    ['SIP/2.0 200 OK', over, 'refer;id=2', { type: 'succeeded' }],
    ['SIP/2.0 200 OK', active, 'refer', { type: 'succeeded' }],
    ['SIP/2.0 486 Busy Here', over, 'refer', { type: 'failed', reason: 'busy' }],
    ['SIP/2.0 503 Service Unavailable', over, 'REFER', { type: 'failed', reason: 'failed' }],
    ['SIP/2.0 603', over, 'refer', { type: 'failed', reason: 'declinedThere' }],
    ['\r\nSIP/2.0 404 Not Found', over, ' refer', { type: 'failed', reason: 'notFound' }],
    ['SIP/2.0 100 Trying', over, 'refer', { type: 'unfinished' }],
    ['', over, 'refer', { type: 'unfinished' }],
    ['', active, 'refer', { type: 'nothing' }],
    ['busy', active, 'refer', { type: 'nothing' }],
    ['SIP/2.0 2000 OK', active, 'refer', { type: 'nothing' }],
    ['SIP/2.0 200 OK', over, 'presence', { type: 'nothing' }],
    ['SIP/2.0 200 OK', over, '', { type: 'nothing' }],
  ])('%j with %j of %j', (body, subscriptionState, event, news) => {
    expect(transferNewsOf({ event, subscriptionState, body })).toEqual(news);
  });

  it('takes any text without an exception, and no text for a success that does not say so', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (body, subscriptionState) => {
        const { type } = transferNewsOf({ event: 'refer', subscriptionState, body });
        if (type === 'succeeded') expect(body).toMatch(/SIP\/2\.0\s+2\d\d/i);
      }),
    );
  });
});
