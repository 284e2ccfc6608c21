import { describe, expect, it } from 'vitest';
import type { DeskState } from '../../shared/contract.ts';
import type { SearchHit } from '../../shared/knowledge/search.ts';
import { createDeskStore, type DeskPeer } from './desk-store.ts';

const county = '010560000000';
const wedel = '010560050050';

interface Asked {
  readonly name: string;
  readonly input: unknown;
  readonly answer: (value: unknown) => void;
  readonly fail: () => void;
}

/** A main process that answers when the test wants it to. */
function slowMain() {
  const asked: Asked[] = [];
  const peer = {
    request: async (name: string, input: unknown) =>
      new Promise((answer, reject) => {
        asked.push({ name, input, answer, fail: () => reject(new Error('gone')) });
      }),
    report: () => undefined,
    listen: () => () => undefined,
  } as unknown as DeskPeer;
  return { asked, store: createDeskStore(peer) };
}

const hits = (...ids: string[]) => ({ hits: ids.map((id) => ({ id }) as SearchHit) });
const ids = (found: readonly SearchHit[] | null) => found?.map(({ id }) => id);
const settled = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function deskWith(area: string, issued = '2026-11-24'): DeskState {
  const pack = { area, issued };
  return {
    calls: [],
    cards: [],
    linkToDial: null,
    wrapUps: [],
    view: { query: '', article: null },
    pack,
    settings: { setupAtStart: false },
  } as unknown as DeskState;
}

describe('the search of the desk', () => {
  it('drops answers that come late', async () => {
    const { asked, store } = slowMain();
    store.getState().search('hu');
    store.getState().search('hund');
    asked[1]?.answer(hits('new'));
    await settled();
    asked[0]?.answer(hits('old'));
    await settled();
    expect(ids(store.getState().hits)).toEqual(['new']);
  });

  it('drops an answer to what was cleared', async () => {
    const { asked, store } = slowMain();
    store.getState().search('hund');
    store.getState().search('');
    asked[0]?.answer(hits('old'));
    await settled();
    expect(store.getState().hits).toBeNull();
  });

  it('drops a late failure, and tells one that counts', async () => {
    const { asked, store } = slowMain();
    store.getState().search('hu');
    store.getState().search('hund');
    asked[0]?.fail();
    await settled();
    expect(store.getState().searchFailed).toBe(false);
    asked[1]?.fail();
    await settled();
    expect(store.getState().searchFailed).toBe(true);
  });

  it('asks again when another area or pack is in view', () => {
    const { asked, store } = slowMain();
    store.getState().receive(deskWith(county));
    store.getState().search('hund');
    store.getState().receive(deskWith(county));
    expect(asked).toHaveLength(1);
    store.getState().receive(deskWith(wedel));
    expect(asked[1]?.input).toEqual({ text: 'hund', area: wedel });
    store.getState().receive(deskWith(wedel, '2026-11-25'));
    expect(asked).toHaveLength(3);
  });

  it('asks for the open article again when another area is in view', () => {
    const { asked, store } = slowMain();
    store.getState().receive(deskWith(county));
    store.getState().openArticle('a');
    store.getState().receive(deskWith(wedel));
    expect(asked.map(({ input }) => input)).toEqual([
      { id: 'a', area: county },
      { id: 'a', area: wedel },
    ]);
  });

  it('shows only the article that was opened last', async () => {
    const { asked, store } = slowMain();
    store.getState().openArticle('a');
    store.getState().openArticle('b');
    asked[1]?.answer({ article: { id: 'b' } });
    await settled();
    asked[0]?.answer({ article: { id: 'a' } });
    await settled();
    expect(store.getState().article).toMatchObject({ id: 'b', loaded: { article: { id: 'b' } } });
  });
});

describe('two calls to complete', () => {
  it('number and consent of one caller are never those of the other', () => {
    const { store } = slowMain();
    const wrapUp = (callId: string) => ({
      callId,
      outcome: null,
      note: null,
      topics: [],
      endedAt: 1,
    });
    const show = (...callIds: string[]): void => {
      const wrapUps = callIds.map(wrapUp);
      store.setState({ desk: { ...deskWith(wedel), wrapUps } as unknown as DeskState });
    };
    store.setState({ callerNumbers: { a: '0410311', b: '0410322' } });
    show('a');
    store.getState().chooseOutcome('callback');
    store.getState().changeCallbackDraft({ consent: true });
    show('a', 'b');
    store.getState().chooseOutcome('callback');
    const { a, b } = store.getState().callbackDrafts;
    expect(a).toMatchObject({ number: '0410311', consent: true });
    expect(b).toMatchObject({ number: '0410322', consent: false });
  });
});

it('back closes the choice of lines before it would reach the call', () => {
  const { store } = slowMain();
  store.getState().correctLine('a');
  expect(store.getState().goBack()).toBe(true);
  expect(store.getState().lineOf).toBeNull();
  expect(store.getState().goBack()).toBe(false);
});
