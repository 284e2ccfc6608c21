import { expect, it } from 'vitest';
import { sessionKind } from './session-kind.ts';

it.each([
  [{ SESSIONNAME: 'Console' }, 'local'],
  [{ SESSIONNAME: 'Console', CLIENTNAME: 'PC-17' }, 'local'],
  [{ SESSIONNAME: 'RDP-Tcp#12', CLIENTNAME: 'PC-17' }, 'rdp'],
  [{ SESSIONNAME: 'rdp-sxs210205000#1' }, 'rdp'],
  [{ SESSIONNAME: 'ICA-CGP#3' }, 'citrix'],
  [{ SESSIONNAME: 'ICA-tcp#0', CLIENTNAME: 'PC-17' }, 'citrix'],
  [{ SESSIONNAME: 'PCoIP' }, 'remote'],
  [{ SESSIONNAME: 'BLAST 2' }, 'remote'],
  [{ SESSIONNAME: 'Console', ViewClient_Machine_Name: 'PC-17' }, 'remote'],
  [{ SESSIONNAME: 'other' }, 'unknown'],
  [{ ICAROOT: '/opt/Citrix/ICAClient', DISPLAY: ':10' }, 'citrix'],
  [{ CITRIX_REMOTE_DISPLAY: '1', DISPLAY: ':3' }, 'citrix'],
  [{ XRDP_SESSION: '1', DISPLAY: ':11.0' }, 'rdp'],
  [{ XRDP_SESSION: '', DISPLAY: ':0' }, 'local'],
  [{ X2GO_SESSION: 'anna-50-1', DISPLAY: ':50' }, 'remote'],
  [{ DISPLAY: 'localhost:10.0', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, 'remote'],
  [{ DISPLAY: ':0' }, 'local'],
  [{ DISPLAY: 'unix:0' }, 'local'],
  [{ DISPLAY: '/private/tmp/launch/org.xquartz:0' }, 'local'],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'local'],
  [{}, 'unknown'],
])('the session of %j is %s', (env, kind) => {
  expect(sessionKind(env)).toBe(kind);
});
