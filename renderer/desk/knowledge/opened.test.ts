import { expect, it } from 'vitest';
import { nothingOpen, switchOpened } from './opened.ts';

const article = { id: 'perso', loaded: null };
const first = { query: 'perso', hits: [], article };
const calls = new Set(['a', 'b']);

it('keeps what was open with its caller, and brings it back', () => {
  const away = switchOpened({}, 'a', 'b', first, calls);
  expect(away).toEqual({ ...nothingOpen, opened: { a: first } });
  const second = { ...nothingOpen, query: 'hund' };
  const back = switchOpened(away.opened, 'b', 'a', second, calls);
  expect(back).toEqual({ ...first, opened: { b: second } });
});

it('forgets what was open for a call that is gone, and puts nothing aside that nobody had', () => {
  expect(switchOpened({ c: first }, 'c', 'b', first, calls).opened).toEqual({});
  expect(switchOpened({}, null, 'a', first, calls)).toEqual({ ...nothingOpen, opened: {} });
});
