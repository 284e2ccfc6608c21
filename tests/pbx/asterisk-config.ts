import { dialPlan, queueName, waitingQueueName } from './dial-plan.ts';
import type { PbxLine } from './lines.ts';

export interface PbxPorts {
  /** UDP: trunk and outside callers. */
  sip: number;
  /** TCP: WebSocket over TLS for the agents. */
  wss: number;
  http: number;
  manager: number;
  /** UDP: where calls to the outside are sent. */
  outside: number;
  rtpFirst: number;
}

export interface Plan {
  ports: PbxPorts;
  lines: readonly PbxLine[];
  agents: readonly Agent[];
  /** Folder of this instance, as Asterisk itself sees it. */
  home: string;
}

export const managerAccount = { user: 'bench', secret: 'bench' } as const;

interface Agent {
  user: string;
  password: string;
  /** What the challenges of the PBX offer (RFC 8760); default: MD5. */
  digests?: string;
}

function agent({ user, password, digests }: Agent): string {
  return `
[${user}]
type=endpoint
context=agents
webrtc=yes
disallow=all
allow=opus,g722,alaw
direct_media=no
dtmf_mode=auto
auth=${user}
aors=${user}
callerid=${user} <${user}>
[${user}]
type=auth
${
  digests === undefined
    ? 'auth_type=userpass'
    : `auth_type=digest
supported_algorithms_uas=${digests}`
}
username=${user}
password=${password}
[${user}]
type=aor
max_contacts=1
remove_existing=yes
minimum_expiration=10
mailboxes=${user}@bench
`;
}

/** Without the order, a REGISTER over a loopback WebSocket is taken for the trunk and answered 404. */
function pjsip({ ports, agents }: Plan): string {
  return `[global]
type=global
endpoint_identifier_order=username,ip
[udp]
type=transport
protocol=udp
bind=127.0.0.1:${String(ports.sip)}
[wss]
type=transport
protocol=wss
bind=127.0.0.1
${agents.map(agent).join('')}
[trunk]
type=endpoint
transport=udp
context=trunk
disallow=all
allow=alaw
direct_media=no
[trunk]
type=identify
endpoint=trunk
match=127.0.0.1
[outside]
type=endpoint
transport=udp
context=trunk
disallow=all
allow=alaw
direct_media=no
aors=outside
[outside]
type=aor
contact=sip:outside@127.0.0.1:${String(ports.outside)}
`;
}

/** Every configuration file by name. Nothing listens but on loopback. */
export function configFiles(plan: Plan): Record<string, string> {
  const { ports, home } = plan;
  return {
    'asterisk.conf': `[directories]
astetcdir => ${home}/etc
astdbdir => ${home}/db
astspooldir => ${home}/spool
astrundir => ${home}/run
astlogdir => ${home}/log
[options]
verbose = 3
`,
    // Modules without a configuration here only cost start time and warnings.
    'modules.conf': `[modules]
autoload=yes
noload => chan_iax2.so
noload => chan_unistim.so
noload => chan_mobile.so
noload => chan_console.so
noload => chan_motif.so
noload => chan_ooh323.so
noload => pbx_dundi.so
noload => pbx_lua.so
noload => pbx_ael.so
noload => res_phoneprov.so
noload => res_config_ldap.so
noload => res_config_pgsql.so
noload => res_config_odbc.so
noload => cdr_pgsql.so
noload => cel_pgsql.so
`,
    'logger.conf': `[general]
[logfiles]
full => notice,warning,error,verbose(3)
`,
    'http.conf': `[general]
enabled=yes
bindaddr=127.0.0.1
bindport=${String(ports.http)}
tlsenable=yes
tlsbindaddr=127.0.0.1:${String(ports.wss)}
tlscertfile=${home}/keys/server.pem
tlsprivatekey=${home}/keys/server.key
`,
    'manager.conf': `[general]
enabled=yes
bindaddr=127.0.0.1
port=${String(ports.manager)}
[${managerAccount.user}]
secret=${managerAccount.secret}
read=all
write=all
`,
    'rtp.conf': `[general]
icesupport=yes
rtpstart=${String(ports.rtpFirst)}
rtpend=${String(ports.rtpFirst + 398)}
`,
    // Without profiles of its own ConfBridge() takes nobody; announcements would count as voices.
    'confbridge.conf': `[general]
[default_bridge]
type=bridge
[default_user]
type=user
quiet=yes
`,
    'musiconhold.conf': `[default]
mode=files
directory=${home}/music
`,
    // Only for MinivmMWI, with which the dial plan says how many voice messages there are.
    'minivm.conf': '[general]\n',
    // The robot's penalty keeps it out as long as an agent can take the call; of the agents the one rings
    // who has been idle longest.
    'queues.conf': `[general]
persistentmembers=no
[${queueName}]
strategy=leastrecent
ringinuse=no
timeout=10
retry=1
member => Local/s@robot/n,5
[${waitingQueueName}]
strategy=rrmemory
`,
    'pjsip.conf': pjsip(plan),
    'extensions.conf': dialPlan(plan.lines, `${home}/recordings`),
  };
}
