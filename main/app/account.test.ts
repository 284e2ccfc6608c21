import { describe, expect, it } from 'vitest';
import { settingsDefaults } from '../../shared/settings/settings.ts';
import { connectionFor, instanceIdFor } from './account.ts';

describe('connectionFor', () => {
  it('fills domain, authorization user and display name from the account', () => {
    const account = { registrars: ['wss://pbx.example:8089/ws'], user: 'platz1' };
    expect(connectionFor(account, 'geheim', settingsDefaults)).toMatchObject({
      domain: 'pbx.example',
      authorizationUser: 'platz1',
      displayName: 'platz1',
      dialedNumberHeader: 'X-Dialed-Number',
    });
  });
});

describe('instanceIdFor', () => {
  it('is a UUID, the same for the same name and another for another', () => {
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(instanceIdFor('a')).toMatch(uuid);
    expect(instanceIdFor('a')).toBe(instanceIdFor('a'));
    expect(instanceIdFor('a')).not.toBe(instanceIdFor('b'));
  });
});
