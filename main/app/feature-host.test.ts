import { expect, it } from 'vitest';
import { FeatureHost } from './feature-host.ts';

function bench() {
  const dialled: { order: string; code: string }[] = [];
  const host = new FeatureHost({
    features: () => [
      { name: 'Nicht stören', on: '*78', off: '*79' },
      { name: 'Umleitung bei besetzt', on: '*90', off: '*91' },
    ],
    onState: () => undefined,
    dialCode: (order, code) => dialled.push({ order, code }),
    newId: () => crypto.randomUUID(),
  });
  return { host, dialled };
}

it('is unknown until the PBX has confirmed a code', () => {
  const { host, dialled } = bench();
  expect(host.states[0]).toMatchObject({ state: 'unknown', pending: null });
  host.switch('Nicht stören', 'on');
  expect(dialled[0]?.code).toBe('*78');
  expect(host.states[0]).toMatchObject({ state: 'unknown', pending: 'on' });
  host.codeAnswered(dialled[0]?.order ?? '', 'accepted');
  expect(host.states).toMatchObject([{ state: 'on', pending: null }, { state: 'unknown' }]);
});

it('keeps what was confirmed when the PBX refuses, and says why', () => {
  const { host, dialled } = bench();
  host.switch('Nicht stören', 'off');
  host.codeAnswered(dialled[0]?.order ?? '', 'accepted');
  host.switch('Nicht stören', 'on');
  host.codeAnswered(dialled[1]?.order ?? '', 'refused');
  expect(host.states[0]).toMatchObject({ state: 'off', pending: null, failure: 'refused' });
  host.dismissFailures();
  expect(host.states[0]?.failure).toBeNull();
});

it('dials once while an answer is out, and nothing for a name that nobody set', () => {
  const { host, dialled } = bench();
  host.switch('Nicht stören', 'on');
  host.switch('Nicht stören', 'off');
  host.switch('Kaffee', 'on');
  host.codeAnswered(crypto.randomUUID(), 'accepted');
  expect(dialled).toHaveLength(1);
  expect(host.states[0]?.pending).toBe('on');
});

it('an order that a restart of the phone has swallowed has failed', () => {
  const { host } = bench();
  host.switch('Nicht stören', 'on');
  host.phoneStarted();
  expect(host.states[0]).toMatchObject({ pending: null, failure: 'noAnswer' });
});
