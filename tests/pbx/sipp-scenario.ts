/** What an outside caller does; times in milliseconds. */
export interface CallerScript {
  /** Cancels this long after the first 180, if nobody has answered. */
  cancelAfter?: number;
  /** How long it talks before it hangs up. */
  talk: number;
  /** Display name in From; default none. */
  displayName?: string;
  /** Caller's number, E.164. */
  from: string;
  /** Further header lines of the INVITE. */
  headers: readonly string[];
  /** File with A-law audio that is played in a loop while it talks. */
  audio: string;
}

const finals = [400, 403, 404, 408, 480, 486, 487, 488, 500, 503, 600, 603];

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

const via = 'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]';
const sdp = `v=0
o=caller 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [local_ip]
t=0 0
m=audio [auto_media_port] RTP/AVP 8 101
a=rtpmap:8 PCMA/8000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-16
a=sendrecv`;

function send(text: string, attributes = ''): string {
  return `<send ${attributes}><![CDATA[\n\n${text}\n]]></send>\n`;
}

function request(method: string, script: CallerScript, lines: readonly string[] = []): string {
  const name = script.displayName === undefined ? '' : `"${script.displayName}" `;
  const inDialog = method === 'BYE' || method === 'ACK';
  return [
    `${method} sip:[service]@[remote_ip]:[remote_port] SIP/2.0`,
    method === 'CANCEL' ? '[last_Via:]' : via,
    `From: ${name}<sip:${script.from}@[local_ip]:[local_port]>;tag=[pid]C[call_number]`,
    `To: <sip:[service]@[remote_ip]:[remote_port]>${inDialog ? '[peer_tag_param]' : ''}`,
    'Call-ID: [call_id]',
    `CSeq: ${method === 'BYE' ? '2' : '1'} ${method}`,
    `Contact: <sip:${script.from}@[local_ip]:[local_port]>`,
    'Max-Forwards: 70',
    ...lines,
  ].join('\n');
}

const answerBye = send(`SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0
`);

const play = (audio: string): string =>
  `<nop><action><exec rtp_stream="${escape(audio)},-1,8,PCMA/8000"/></action></nop>\n`;

/**
 * sipp scenario of one call. Every end has its label: answered and hung up by either side, refused with any
 * final response, cancelled.
 */
export function callerScenario(script: CallerScript): string {
  const { cancelAfter, talk, audio } = script;
  const empty = 'Content-Length: 0\n';
  const invite = [
    ...script.headers,
    'Content-Type: application/sdp',
    'Content-Length: [len]',
    '',
    sdp,
  ];
  // sipp counts the time at the first of a row of alternatives, so each of them carries the limit.
  const limit =
    cancelAfter === undefined ? '' : `timeout="${String(cancelAfter)}" ontimeout="cancel"`;
  const refused = finals
    .map((code) => `<recv response="${String(code)}" optional="true" next="refused" ${limit}/>\n`)
    .join('');
  const ringing = [100, 180, 183]
    .map((code) => `<recv response="${String(code)}" optional="true"/>\n`)
    .join('');
  const waiting =
    cancelAfter === undefined
      ? `${ringing}${refused}<recv response="200" rtd="true"/>\n`
      : `<recv response="100" optional="true"/>\n<recv response="180"/>\n${refused}<recv response="200" ${limit}/>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="outside caller">
${send(request('INVITE', script, invite), 'retrans="500"')}${waiting}
${send(request('ACK', script, [empty]))}${play(audio)}
<recv request="BYE" timeout="${String(talk)}" ontimeout="hangup"/>
${answerBye}<nop next="end"/>
<label id="hangup"/>
${send(request('BYE', script, [empty]), 'retrans="500"')}<recv response="200"/>
<nop next="end"/>
<label id="cancel"/>
${send(request('CANCEL', script, [empty]), 'retrans="500"')}<recv response="200"/>
<recv response="487"/>
${send(request('ACK', script, [empty]))}<nop next="end"/>
<label id="refused"/>
${send(request('ACK', script, [empty]))}
<label id="end"/>
<nop/>
</scenario>
`;
}

/** sipp scenario of somebody outside who is called. */
export function calledScenario(options: { ring: number; refuse?: number; audio: string }): string {
  const same =
    '[last_Via:]\n[last_From:]\n[last_To:];tag=[pid]S[call_number]\n[last_Call-ID:]\n[last_CSeq:]';
  const contact = 'Contact: <sip:outside@[local_ip]:[local_port]>';
  const reply = (status: string, body = 'Content-Length: 0\n'): string =>
    `SIP/2.0 ${status}\n${same}\n${contact}\n${body}`;
  const begin = `<recv request="INVITE" crlf="true"/>
${send(reply('180 Ringing'))}<recv request="CANCEL" timeout="${String(options.ring)}" ontimeout="answer"/>
${answerBye}${send(reply('487 Request Terminated').replace('[last_CSeq:]', 'CSeq: 1 INVITE'), 'retrans="500"')}<recv request="ACK"/>
<nop next="end"/>
<label id="answer"/>
`;
  const answered = `${send(reply('200 OK', `Content-Type: application/sdp\nContent-Length: [len]\n\n${sdp}`), 'retrans="500"')}<recv request="ACK"/>
${play(options.audio)}<recv request="BYE"/>
${answerBye}`;
  const refused = `${send(reply(`${String(options.refuse)} Refused`), 'retrans="500"')}<recv request="ACK"/>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<scenario name="outside callee">
${begin}${options.refuse === undefined ? answered : refused}<label id="end"/>
<nop/>
</scenario>
`;
}
