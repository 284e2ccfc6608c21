import type { PbxLine } from './lines.ts';

/**
 * Numbers that the PBX answers itself, from the range kept for drama, dialled from outside or by an agent.
 */
export const serviceNumbers = {
  echo: '+493023125001',
  /** 1004 Hz at −10 dBm0 or so. */
  milliwatt: '+493023125002',
  /** Collects four digits and reports them as user event `Dtmf`. */
  dtmf: '+493023125003',
  music: '+493023125004',
  busy: '+493023125005',
  /** Rings and is never answered. */
  unanswered: '+493023125006',
} as const;

const services = `
exten => ${serviceNumbers.echo},1,Answer()
 same => n,Gosub(record,s,1)
 same => n,Echo()
exten => ${serviceNumbers.milliwatt},1,Answer()
 same => n,Gosub(record,s,1)
 same => n,Milliwatt()
exten => ${serviceNumbers.dtmf},1,Answer()
 same => n,Read(DIGITS,,4,,1,20)
 same => n,UserEvent(Dtmf,Digits: \${DIGITS})
 same => n,Wait(1)
 same => n,Hangup()
exten => ${serviceNumbers.music},1,Answer()
 same => n,Gosub(record,s,1)
 same => n,MusicOnHold()
exten => ${serviceNumbers.busy},1,Busy(5)
exten => ${serviceNumbers.unanswered},1,Ringing()
 same => n,Wait(60)
`;

/** A PBX that offers no header with the dialled number and writes the line before the caller's name. */
function prefixed({ numbers, displayPrefixes }: PbxLine): string {
  return numbers
    .map(
      (
        number,
      ) => `exten => ${number},1,Set(CALLERID(name)=${displayPrefixes[0] ?? ''}: \${CALLERID(num)})
 same => n,Gosub(record,s,1)
 same => n,Dial(PJSIP/agent1,40)
 same => n,Goto(after-dial,s,1)`,
    )
    .join('\n');
}

/**
 * extensions.conf of the centre. The audio of every call is kept in `recordings`, both directions apart.
 *
 * - `trunk`: calls from outside. `+49…` rings agent1 with X-Dialed-Number; `P+49…` the same without the
 *   header but with the line before the caller's name; `B+49…` as `+49…`, but the phone outside rings (a
 *   native one, for comparison).
 * - `agents`: calls of the agents: services, each other (`agent1`, `agent2`), everything else goes outside.
 */
export function dialPlan(lines: readonly PbxLine[], recordings: string): string {
  return `[general]
static=yes
writeprotect=yes

[trunk]${services}
exten => _+X.,1,Goto(lines,\${EXTEN},1)
exten => _P+X.,1,Goto(lines-prefix,\${EXTEN:1},1)
exten => _B+X.,1,Set(__DIALLED=\${EXTEN:1})
 same => n,Gosub(record,s,1)
 same => n,Dial(PJSIP/outside,40,b(dialled-header^s^1))
 same => n,Goto(after-dial,s,1)

[lines]
exten => _+X.,1,Set(__DIALLED=\${EXTEN})
 same => n,Gosub(record,s,1)
 same => n,Dial(PJSIP/agent1,40,b(dialled-header^s^1))
 same => n,Goto(after-dial,s,1)

[lines-prefix]
${lines.map(prefixed).join('\n')}

[agents]${services}
exten => agent1,1,Dial(PJSIP/agent1,40)
exten => agent2,1,Dial(PJSIP/agent2,40)
exten => _00X.,1,Goto(+\${EXTEN:2},1)
exten => _0ZX.,1,Goto(+49\${EXTEN:1},1)
exten => _+X.,1,Gosub(record,s,1)
 same => n,Dial(PJSIP/\${EXTEN}@outside,40)
 same => n,Goto(after-dial,s,1)

[dialled-header]
exten => s,1,Set(PJSIP_HEADER(add,X-Dialed-Number)=\${DIALLED})
 same => n,Return()

[record]
exten => s,1,ExecIf($["\${RECORDING}"=""]?Set(RECORDING=\${CHANNEL(pjsip,call-id)}))
 same => n,MixMonitor(,r(${recordings}/\${RECORDING}-from-caller.sln)t(${recordings}/\${RECORDING}-to-caller.sln))
 same => n,Return()

[after-dial]
; a declined call (cause 21) is passed on as busy, as most PBX do for a single agent
exten => s,1,GotoIf($["\${DIALSTATUS}"="BUSY" | "\${HANGUPCAUSE}"="21"]?busy)
 same => n,GotoIf($["\${DIALSTATUS}"="CHANUNAVAIL"]?absent)
 same => n,Hangup(\${HANGUPCAUSE})
 same => n(busy),Hangup(17)
 same => n(absent),Hangup(20)
`;
}
