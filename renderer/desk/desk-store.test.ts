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
  const reports: (readonly [string, unknown])[] = [];
  const peer = {
    request: async (name: string, input: unknown) =>
      new Promise((answer, reject) => {
        asked.push({ name, input, answer, fail: () => reject(new Error('gone')) });
      }),
    report: (name: string, input: unknown) => {
      reports.push([name, input]);
    },
    listen: () => () => undefined,
  } as unknown as DeskPeer;
  return { asked, reports, store: createDeskStore(peer) };
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

describe('two callers', () => {
  const desk = (active: string, ...ended: string[]): DeskState =>
    ({
      ...deskWith(county),
      calls: ['a', 'b'].map((id) => ({
        id,
        direction: 'incoming',
        phase: ended.includes(id) ? 'ended' : 'connected',
        hold: id === active ? 'active' : 'held',
        transfer: { phase: 'none' },
        party: { number: null, displayName: null },
      })),
      cards: ['a', 'b'].map((callId) => ({ callId, area: callId === 'a' ? county : wedel })),
    }) as unknown as DeskState;

  it('what is open for one is neither shown nor entered for the other', async () => {
    const { asked, store, reports } = slowMain();
    store.getState().receive(desk('a'));
    store.getState().openArticle('perso');
    // The other caller is taken before the article is there.
    store.getState().receive(desk('b'));
    expect(store.getState().article).toBeNull();
    asked[0]?.answer({ article: { id: 'perso', title: 'Perso' }, variants: [] });
    await settled();
    expect(store.getState().article).toBeNull();
    expect(reports).toEqual([]);
    store.getState().search('hund');
    store.getState().receive(desk('a'));
    expect(store.getState()).toMatchObject({ query: '', article: { id: 'perso', loaded: null } });
    asked.at(-1)?.answer({ article: { id: 'perso', title: 'Perso' }, variants: [] });
    await settled();
    expect(reports).toEqual([['articleOpened', { callId: 'a', id: 'perso', title: 'Perso' }]]);
    store.getState().receive(desk('b'));
    expect(store.getState()).toMatchObject({ query: 'hund', article: null });
  });

  it('a choice of line or municipality goes with its call, and leaves Esc alone', () => {
    const { store } = slowMain();
    store.getState().receive(desk('a'));
    store.getState().changeMunicipality('a');
    store.getState().correctLine('a');
    store.getState().receive(desk('a', 'a', 'b'));
    expect(store.getState()).toMatchObject({ pickerOf: null, lineOf: null });
    expect(store.getState().goBack()).toBe(false);
  });
});
