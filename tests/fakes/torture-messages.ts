/**
 * Torture messages after RFC 4475, one for each kind of trouble that its sections describe, written anew
 * for a phone behind a WebSocket. None of them may do more than be refused.
 */
export interface TortureMessage {
  /** Section and name in RFC 4475. */
  readonly name: string;
  readonly text: string;
}

interface Parts {
  readonly start?: string;
  readonly method?: string;
  /** Header lines that replace those with the same name. */
  readonly instead?: readonly string[];
  readonly extra?: readonly string[];
  readonly without?: readonly string[];
  readonly body?: string;
}

let counter = 0;

function message({
  start,
  method = 'INVITE',
  instead = [],
  extra = [],
  without = [],
  body = '',
}: Parts): string {
  counter += 1;
  const id = String(counter);
  const nameOf = (line: string): string => line.slice(0, line.search(/[\s:]/)).toLowerCase();
  const replaced = new Set([...instead.map(nameOf), ...without.map((name) => name.toLowerCase())]);
  const standard = [
    `Via: SIP/2.0/WS torture.invalid;branch=z9hG4bK-torture-${id}`,
    `From: "Torture" <sip:caller@example.invalid>;tag=t${id}`,
    'To: <sip:agent@example.invalid>',
    `Call-ID: torture-${id}@example.invalid`,
    `CSeq: 1 ${method}`,
    'Max-Forwards: 70',
    'Contact: <sip:caller@torture.invalid;transport=ws>',
    `Content-Length: ${String(Buffer.byteLength(body))}`,
  ].filter((line) => !replaced.has(nameOf(line)));
  const lines = [...standard, ...instead, ...extra];
  return [start ?? `${method} sip:agent@example.invalid SIP/2.0`, ...lines, '', body].join('\r\n');
}

const sdp =
  'v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\n';
const typed = ['Content-Type: application/sdp'];

export const tortureMessages: readonly TortureMessage[] = [
  {
    name: '3.1.1.1 wsinv: folded lines, odd spaces, compact names',
    text: message({
      instead: [
        'TO :\r\n sip:agent@example.invalid ;   tag    = 1918181833n',
        'v:  SIP  / 2.0  / WS     192.0.2.2;branch=390skdjuw',
        'm:"Quoted string \\"\\"" <sip:caller@example.invalid> ; newparam =\r\n      newvalue ;\r\n  secondparam ; q = 0.33',
        's :',
      ],
      extra: ['NewFangledHeader:   newfangled value\r\n continued newfangled value', ...typed],
      body: sdp,
    }),
  },
  {
    name: '3.1.1.2 intmeth: a method of every character that is allowed',
    text: message({ method: "!interesting-Method0123456789_*+`.%indeed'~" }),
  },
  {
    name: '3.1.1.3 esc01: escapes in the user part',
    text: message({
      start: 'INVITE sip:sips%3Auser%40example.com@example.invalid SIP/2.0',
      instead: ['To: <sip:%75se%72@example.invalid>'],
    }),
  },
  {
    name: '3.1.1.4 escnull: escaped NULs in URIs',
    text: message({
      method: 'REGISTER',
      instead: [
        'To: sip:null-%00-null@example.invalid',
        'Contact: <sip:%00@host5.example.invalid>',
      ],
    }),
  },
  {
    name: '3.1.1.5 esc02: percent signs that escape nothing',
    text: message({
      method: 'RE%47IST%45R',
      instead: ['To: "%Z%45" <sip:resource@example.invalid>'],
    }),
  },
  {
    name: '3.1.1.6 lwsdisp: no space between name and angle bracket',
    text: message({
      method: 'OPTIONS',
      instead: ['From: caller<sip:caller@example.invalid>;tag=323'],
    }),
  },
  {
    name: '3.1.1.7 longreq: long values everywhere',
    text: message({
      instead: [
        `From: ${'I have a user name of extreme proportion '.repeat(60)}<sip:${'a'.repeat(900)}@example.invalid>;tag=${'9'.repeat(900)}`,
        `Call-ID: longreq.${'one'.repeat(400)}`,
      ],
      extra: Array.from(
        { length: 40 },
        (_, hop) => `Via: SIP/2.0/WS host${String(hop)}.example.invalid`,
      ),
    }),
  },
  {
    name: '3.1.1.8 dblreq: a second request in the rest of the message',
    text: `${message({ method: 'REGISTER' })}${message({})}`,
  },
  {
    name: '3.1.1.9 semiuri: a semicolon that belongs to the user',
    text: message({
      method: 'OPTIONS',
      start: 'OPTIONS sip:user;par=u%40example.net@example.invalid SIP/2.0',
    }),
  },
  {
    name: '3.1.1.10 transports: all sorts of transports in Via',
    text: message({
      method: 'OPTIONS',
      extra: ['UDP', 'SCTP', 'TLS', 'UNKNOWN'].map(
        (one) => `Via: SIP/2.0/${one} t.example.invalid;branch=z9hG4bK${one}`,
      ),
    }),
  },
  {
    name: '3.1.1.11 mpart01: a body of several parts, one of them binary',
    text: message({
      method: 'MESSAGE',
      extra: ['Content-Type: multipart/mixed;boundary=7a9cbec02ceef655'],
      body: '--7a9cbec02ceef655\r\nContent-Type: text/plain\r\n\r\nHello\r\n--7a9cbec02ceef655\r\nContent-Type: application/octet-stream\r\n\r\n\u0000\u0001\u00ff\r\n--7a9cbec02ceef655--',
    }),
  },
  {
    name: '3.1.1.12 unreason: a reason phrase in another script',
    text: message({ start: 'SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять - простое' }),
  },
  { name: '3.1.1.13 noreason: an empty reason phrase', text: message({ start: 'SIP/2.0 100 ' }) },
  {
    name: '3.1.2.1 badinv01: parameters that end in nothing',
    text: message({
      instead: ['Contact: "Joe" <sip:joe@example.invalid>;;;;'],
      extra: typed,
      body: sdp,
    }),
  },
  {
    name: '3.1.2.2 clerr: a body shorter than promised',
    text: message({ instead: ['Content-Length: 9999'], extra: typed, body: sdp }),
  },
  {
    name: '3.1.2.3 ncl: a negative Content-Length',
    text: message({ instead: ['Content-Length: -999'], extra: typed, body: sdp }),
  },
  {
    name: '3.1.2.4 scalar02: numbers beyond all bounds',
    text: message({
      method: 'REGISTER',
      instead: ['CSeq: 36893488147419103232 REGISTER', 'Max-Forwards: 300'],
      extra: ['Expires: 10000000000000000000000000000000000000000000'],
    }),
  },
  {
    name: '3.1.2.5 scalarlg: the same in a response',
    text: message({
      start: 'SIP/2.0 503 Service Unavailable',
      instead: ['CSeq: 9292394834772304023312 OPTIONS'],
      extra: ['Retry-After: 949302838503028349304023988', 'Warning: 1812 overture "In Progress"'],
    }),
  },
  {
    name: '3.1.2.6 quotbal: a quote that is never closed',
    text: message({
      instead: ['To: "Mr. J. User <sip:j.user@example.invalid>'],
      extra: typed,
      body: sdp,
    }),
  },
  {
    name: '3.1.2.7 ltgtruri: angle brackets round the Request-URI',
    text: message({ start: 'INVITE <sip:user@example.invalid> SIP/2.0' }),
  },
  {
    name: '3.1.2.8 lwsruri: spaces in the Request-URI',
    text: message({ start: 'INVITE sip:user@example.invalid; lr SIP/2.0' }),
  },
  {
    name: '3.1.2.9 lwsstart: several spaces in the start line',
    text: message({ start: 'INVITE  sip:user@example.invalid  SIP/2.0' }),
  },
  {
    name: '3.1.2.10 trws: a space after the version',
    text: message({ method: 'OPTIONS', start: 'OPTIONS sip:remote@example.invalid SIP/2.0  ' }),
  },
  {
    name: '3.1.2.11 escruri: headers in the Request-URI',
    text: message({ start: 'INVITE sip:user@example.invalid?Route=%3Csip:example.com%3E SIP/2.0' }),
  },
  {
    name: '3.1.2.12 baddate: a time zone that is not GMT',
    text: message({ extra: ['Date: Fri, 01 Jan 2010 16:00:00 EST'] }),
  },
  {
    name: '3.1.2.13 regbadct: a Contact with headers and without brackets',
    text: message({
      method: 'REGISTER',
      instead: ['Contact: sip:user@example.invalid?Route=%3Csip:sip.example.com%3E'],
    }),
  },
  {
    name: '3.1.2.14 badaspec: spaces in an address',
    text: message({
      method: 'OPTIONS',
      instead: ['To: "Watson, Thomas" < sip:t.watson@example.invalid >'],
    }),
  },
  {
    name: '3.1.2.15 baddn: a display name that is no token',
    text: message({
      method: 'OPTIONS',
      instead: ['From: Bell, Alexander <sip:a.g.bell@example.invalid>;tag=43'],
    }),
  },
  {
    name: '3.1.2.16 badvers: a version of the future',
    text: message({ method: 'OPTIONS', start: 'OPTIONS sip:t.watson@example.invalid SIP/7.0' }),
  },
  {
    name: '3.1.2.17 mismatch01: CSeq names another method',
    text: message({ method: 'OPTIONS', instead: ['CSeq: 8 INVITE'] }),
  },
  {
    name: '3.1.2.18 mismatch02: an unknown method, and CSeq another',
    text: message({ method: 'NEWMETHOD', instead: ['CSeq: 8 INVITE'] }),
  },
  {
    name: '3.1.2.19 bigcode: a status of ten digits',
    text: message({ start: 'SIP/2.0 4294967301 better not break the receiver' }),
  },
  {
    name: '3.2.1 badbranch: a branch that is only the magic cookie',
    text: message({
      method: 'OPTIONS',
      instead: ['Via: SIP/2.0/WS 192.0.2.1:5060;branch=z9hG4bK'],
    }),
  },
  {
    name: '3.3.1 insuf: hardly any header',
    text: message({ without: ['From', 'To', 'Call-ID', 'Contact'] }),
  },
  {
    name: '3.3.2 unkscm: a scheme that nobody knows',
    text: message({
      method: 'OPTIONS',
      start: 'OPTIONS nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0',
    }),
  },
  {
    name: '3.3.3 novelsc: a scheme that is not ours',
    text: message({ method: 'OPTIONS', start: 'OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0' }),
  },
  {
    name: '3.3.4 unksm2: unknown schemes in From, To and Contact',
    text: message({
      method: 'REGISTER',
      instead: [
        'To: isbn:2983792873',
        'From: <http://www.example.com>;tag=3234233',
        'Contact: <name:John_Smith>',
      ],
    }),
  },
  {
    name: '3.3.5 bext01: extensions that nobody has',
    text: message({
      method: 'OPTIONS',
      extra: ['Require: nothingSupportsThis, nothingSupportsThisEither'],
    }),
  },
  {
    name: '3.3.6 invut: a body of an unknown type',
    text: message({
      extra: ['Content-Type: application/unknownformat'],
      body: '<audio>\r\n <pcmu port="443"/>\r\n</audio>\r\n',
    }),
  },
  {
    name: '3.3.7 regaut01: unknown authorisation',
    text: message({
      method: 'REGISTER',
      extra: ['Authorization: NoOneKnowsThisScheme opaque-data=here'],
    }),
  },
  {
    name: '3.3.8 multi01: From, To, Call-ID and CSeq twice',
    text: message({
      extra: [
        'To: sip:other.user@example.net',
        'From: sip:caller@example.net;tag=3413415',
        'Call-ID: multi01.other',
        'CSeq: 59 INVITE',
      ],
    }),
  },
  {
    name: '3.3.9 mcl01: Content-Length twice',
    text: message({ method: 'OPTIONS', extra: ['Content-Length: 138', ...typed], body: sdp }),
  },
  {
    name: '3.3.10 bcast: a response for somebody else',
    text: message({
      start: 'SIP/2.0 200 OK',
      extra: ['Via: SIP/2.0/WS 255.255.255.255;branch=z9hG4bK1saber23'],
    }),
  },
  {
    name: '3.3.11 zeromf: no hops left',
    text: message({ method: 'OPTIONS', instead: ['Max-Forwards: 0'] }),
  },
  {
    name: '3.3.12 cparam01: parameters outside of the brackets',
    text: message({
      method: 'REGISTER',
      instead: ['Contact: sip:+19725552222@gw1.example.net;unknownparam'],
    }),
  },
  {
    name: '3.3.15 sdp01: Accept without SDP',
    text: message({ extra: ['Accept: text/nobodyKnowsThis', ...typed], body: sdp }),
  },
  {
    name: '3.4.1 inv2543: an INVITE of the last century',
    text: message({
      instead: [
        'Via: SIP/2.0/UDP iftgw.example.com',
        'From: <sip:+13035551111@ift.client.example.net;user=phone>',
      ],
      without: ['Max-Forwards', 'Contact'],
      extra: typed,
      body: sdp,
    }),
  },
];
