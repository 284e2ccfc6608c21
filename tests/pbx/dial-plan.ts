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
  /** A conference room, the same one for all who call it. */
  room: '+493023125007',
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
exten => ${serviceNumbers.room},1,Answer()
 same => n,Gosub(record,s,1)
 same => n,ConfBridge(room)
`;

/** Feature codes of the agents: log into the queue, out of it, pause for a reason, end the pause. */
export const agentCodes = { login: '*45', logout: '*46', pause: '*47', ready: '*48' } as const;
/** Queue of the centre; `robot` is its second member, who answers everything that the agent does not get. */
export const queueName = 'service';
/** Queue without members, where callers only wait. */
export const waitingQueueName = 'crisis';
/** What the caller has chosen in the voice menu of calls to `M+49…`: an everyday word of the demonstration. */
export const menuTopic = 'Pass verloren';
/** A pause with this code has the reason `Mittag`. */
export const lunchCode = '*471';

const member = 'PJSIP/${CHANNEL(endpoint)}';
const codes = `
exten => ${agentCodes.login},1,AddQueueMember(${queueName},${member})
 same => n,GotoIf($["\${AQMSTATUS}"="NOSUCHQUEUE"]?code-refused,s,1:code-accepted,s,1)
exten => ${agentCodes.logout},1,RemoveQueueMember(${queueName},${member})
 same => n,GotoIf($["\${RQMSTATUS}"="NOSUCHQUEUE"]?code-refused,s,1:code-accepted,s,1)
exten => ${agentCodes.pause},1,PauseQueueMember(${queueName},${member})
 same => n,GotoIf($["\${PQMSTATUS}"="PAUSED"]?code-accepted,s,1:code-refused,s,1)
exten => ${lunchCode},1,PauseQueueMember(${queueName},${member},,Mittag)
 same => n,GotoIf($["\${PQMSTATUS}"="PAUSED"]?code-accepted,s,1:code-refused,s,1)
exten => ${agentCodes.ready},1,UnpauseQueueMember(${queueName},${member})
 same => n,GotoIf($["\${UPQMSTATUS}"="UNPAUSED"]?code-accepted,s,1:code-refused,s,1)
`;

/** Features of the PBX: do not disturb (calls to agent1 are refused as busy). */
export const dndCodes = { on: '*78', off: '*79' } as const;

const featureCodes = `
exten => ${dndCodes.on},1,Set(DB(dnd/\${CHANNEL(endpoint)})=1)
 same => n,Goto(code-accepted,s,1)
exten => ${dndCodes.off},1,NoOp(\${DB_DELETE(dnd/\${CHANNEL(endpoint)})})
 same => n,Goto(code-accepted,s,1)
exten => _11[02],1,Answer()
 same => n,UserEvent(Emergency,Number: \${EXTEN})
 same => n,Echo()
`;

/** The answer to a code comes after the work, so that a 200 means that it is done. */
const codeAnswers = `[code-accepted]
exten => s,1,Answer()
 same => n,Wait(0.5)
 same => n,Hangup()

[code-refused]
exten => s,1,Hangup(21)

[messages]
exten => _X,1,MinivmMWI(agent1@bench,0,\${EXTEN},0)
 same => n,Hangup()

[slow-robot]
exten => s,1,Wait(2)
 same => n,Goto(robot,s,1)

[robot]
exten => s,1,Answer()
 same => n,UserEvent(Robot)
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
 *   native one, for comparison); `Q+49…` waits in the queue of the agents; `G+49…` rings agent1 together
 *   with somebody who answers after two seconds; `I+49…` asks the phone to answer by itself;
 *   `W+49…` waits in a queue without agents; `M+49…` as `+49…`, after a voice menu that says its topic.
 * - `agents`: calls of the agents: services, feature codes, each other (`agent1`, `agent2`), everything
 *   else goes outside.
 *   Whoever was transferred here by REFER and finds nobody is brought back to the agent who did it.
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
exten => _W+X.,1,Queue(${waitingQueueName},,,,60)
 same => n,Hangup()
exten => _I+X.,1,Set(__DIALLED=\${EXTEN:1})
 same => n,Dial(PJSIP/agent1,40,b(answer-itself^s^1))
 same => n,Hangup()
exten => _M+X.,1,Set(__TOPIC=${menuTopic})
 same => n,Goto(lines,\${EXTEN:1},1)
exten => _G+X.,1,Set(__DIALLED=\${EXTEN:1})
 same => n,Dial(PJSIP/agent1&Local/s@slow-robot/n,40,b(dialled-header^s^1))
 same => n,Hangup()
exten => _Q+X.,1,Set(__DIALLED=\${EXTEN:1})
 same => n,Queue(${queueName},b(dialled-header^s^1),,,60)
 same => n,Hangup()

[lines]
exten => _+X.,1,GotoIf($["\${DB(dnd/agent1)}"="1"]?after-dial,s,busy)
 same => n,Set(__DIALLED=\${EXTEN})
 same => n,Gosub(record,s,1)
 same => n,Dial(PJSIP/agent1,40,b(dialled-header^s^1))
 same => n,Goto(after-dial,s,1)

[lines-prefix]
${lines.map(prefixed).join('\n')}

[agents]${services}${codes}${featureCodes}exten => 701,hint,PJSIP/agent1
exten => 702,hint,PJSIP/agent2
exten => 703,hint,PJSIP/outside
exten => 799,hint,Queue:${waitingQueueName}
exten => 703,1,Set(__PICKUPMARK=703)
 same => n,Dial(PJSIP/outside,40)
exten => _70[12],1,Set(__PICKUPMARK=\${EXTEN})
 same => n,Dial(PJSIP/agent\${EXTEN:2},40)
exten => _*8X.,1,Pickup(\${EXTEN:2}@PICKUPMARK)
 same => n,Hangup(21)
exten => agent1,1,Dial(PJSIP/agent1,40)
exten => agent2,1,Dial(PJSIP/agent2,40)
exten => 101,1,Goto(agent1,1)
exten => 102,1,Goto(agent2,1)
exten => _00X.,1,Goto(+\${EXTEN:2},1)
exten => _0ZX.,1,Goto(+49\${EXTEN:1},1)
exten => _+X.,1,Gosub(record,s,1)
 same => n,Dial(PJSIP/\${EXTEN}@outside,40)
 same => n,Goto(after-dial,s,1)

${codeAnswers}
[answer-itself]
exten => s,1,Set(PJSIP_HEADER(add,Call-Info)=<sip:pbx>\\;answer-after=0)
 same => n,Goto(dialled-header,s,1)

[dialled-header]
exten => s,1,Set(PJSIP_HEADER(add,X-Dialed-Number)=\${DIALLED})
 same => n,ExecIf($["\${TOPIC}"!=""]?Set(PJSIP_HEADER(add,X-Topic)=\${TOPIC}))
 same => n,Return()

[record]
exten => s,1,ExecIf($["\${RECORDING}"=""]?Set(RECORDING=\${CHANNEL(pjsip,call-id)}))
 ; a call that was transferred goes on in the file it has
 same => n,GotoIf($["\${MONITORED}"="yes"]?done)
 same => n,Set(MONITORED=yes)
 same => n,MixMonitor(,r(${recordings}/\${RECORDING}-from-caller.sln)t(${recordings}/\${RECORDING}-to-caller.sln))
 same => n(done),Return()

[after-dial]
; a declined call (cause 21) is passed on as busy, as most PBX do for a single agent
; nobody there for somebody who was transferred by REFER: back to the agent who did it
exten => s,1,GotoIf($["\${BLINDTRANSFER}"!=""]?recall)
 same => n,GotoIf($["\${DIALSTATUS}"="BUSY" | "\${HANGUPCAUSE}"="21"]?busy)
 same => n,GotoIf($["\${DIALSTATUS}"="CHANUNAVAIL"]?absent)
 same => n,Hangup(\${HANGUPCAUSE})
 same => n(busy),Hangup(17)
 same => n(absent),Hangup(20)
 same => n(recall),Set(BACK=\${CUT(BLINDTRANSFER,-,1)})
 same => n,Set(BLINDTRANSFER=)
 same => n,Dial(\${BACK},40,b(dialled-header^s^1))
 same => n,Goto(1)
`;
}
