import { describe, expect, it } from 'vitest';
import { accountOf, formOf } from './account-form.ts';

const empty = { registrars: '', user: '', authorizationUser: '', domain: '' };

describe('accountOf', () => {
  it('reads several registrars and leaves empty fields out', () => {
    const form = { ...empty, registrars: ' wss://a:8089/ws, wss://b/ws ', user: ' 4711 ' };
    expect(accountOf(form)).toEqual({
      kind: 'account',
      account: { registrars: ['wss://a:8089/ws', 'wss://b/ws'], user: '4711' },
    });
  });

  it('is empty without registrar and user', () => {
    expect(accountOf({ ...empty, domain: 'x' })).toEqual({ kind: 'empty' });
  });

  it.each([
    [{ ...empty, user: '4711' }, ['registrars']],
    [{ ...empty, registrars: 'http://a', user: '4711' }, ['registrars']],
    [{ ...empty, registrars: 'wss://a', user: 'a b' }, ['user']],
    [{ ...empty, registrars: 'a', user: 'a@b' }, ['registrars', 'user']],
  ])('%j is wrong in %j', (form, fields) => {
    expect(accountOf(form)).toEqual({ kind: 'wrong', fields });
  });

  it('writes what it reads', () => {
    const account = { registrars: ['wss://a/ws'], user: '1', domain: 'd', authorizationUser: 'z' };
    expect(accountOf(formOf(account))).toEqual({ kind: 'account', account });
  });
});
