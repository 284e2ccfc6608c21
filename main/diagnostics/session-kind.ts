import type { SessionKind } from '../../shared/diagnostics/health.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How the person sits at this machine, by what the session leaves in the environment: `SESSIONNAME` of Windows
 * (`Console`, `RDP-Tcp#3`, `ICA-CGP#1`), `ICAROOT` and the `CITRIX_…` of Citrix's Linux agent, `XRDP_SESSION`, VMware's
 * `ViewClient_…`, X2Go and NoMachine, and a display that SSH forwards. The most particular sign first: Citrix
 * on Windows also sets `CLIENTNAME`, which local sessions of a terminal server have as well.
 */
export function sessionKind(env: Environment): SessionKind {
  const has = (pattern: RegExp): boolean =>
    Object.entries(env).some(([name, value]) => pattern.test(name) && Boolean(value));
  const name = env['SESSIONNAME'] ?? '';
  if (/^ica-/i.test(name) || has(/^(ICAROOT|CITRIX_)/i)) return 'citrix';
  if (/^rdp-/i.test(name) || has(/^XRDP_SESSION$/)) return 'rdp';
  if (/^(pcoip|blast)/i.test(name) || has(/^(ViewClient_|X2GO_SESSION$|NX_SESSION_ID$)/i))
    return 'remote';
  if (/^console$/i.test(name)) return 'local';
  if (name !== '') return 'unknown';
  if (forwarded(env['DISPLAY'])) return 'remote';
  if (env['DISPLAY'] === undefined && env['WAYLAND_DISPLAY'] === undefined) return 'unknown';
  return 'local';
}

/** `localhost:10.0` is what SSH sets; `:0` is a screen of this machine. */
function forwarded(display: string | undefined): boolean {
  return display !== undefined && /^[^:/]+:\d/.test(display) && !display.startsWith('unix:');
}
