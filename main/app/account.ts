import { createHash } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { Connection } from '../../shared/contract.ts';
import type { Account, Settings } from '../../shared/settings/settings.ts';

/** Everything the phone needs to register this account. */
export function connectionFor(account: Account, password: string, settings: Settings): Connection {
  const [registrar = ''] = account.registrars;
  return {
    registrars: account.registrars,
    domain: account.domain ?? new URL(registrar).hostname,
    user: account.user,
    authorizationUser: account.authorizationUser ?? account.user,
    displayName: account.displayName ?? account.user,
    password,
    instanceId: instanceIdFor(`${hostname()}/${userInfo().username}/${account.user}`),
    dialedNumberHeader: settings.dialedNumberHeader,
    topicHeader: settings.topicHeader,
    dtmf: settings.dtmf,
    blindTransfer: settings.blindTransfer,
    conferenceRoom: settings.conferenceRoom ?? null,
    incomingRefer: settings.incomingRefer,
  };
}

/**
 * Name-based UUID (RFC 9562 version 8) of machine, user and account: the same after every start, so
 * that a registrar replaces the old binding instead of ringing a dead one (RFC 5626 4.1).
 */
export function instanceIdFor(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
