export interface TracedMessage {
  /** Milliseconds since the epoch, with fractions. */
  at: number;
  direction: 'sent' | 'received';
  /** `INVITE` or `180`. */
  what: string;
  text: string;
}

/** All messages of one call as sipp saw them. */
export class CallTrace {
  readonly messages: readonly TracedMessage[];

  constructor(messages: readonly TracedMessage[]) {
    this.messages = messages;
  }

  /** Response codes in the order of arrival, repetitions included. */
  get codes(): readonly number[] {
    return this.messages
      .filter(({ direction, what }) => direction === 'received' && /^\d+$/.test(what))
      .map(({ what }) => Number(what));
  }

  /** Final response to the INVITE, if one came. */
  get finalCode(): number | undefined {
    const final = this.messages.find(
      ({ direction, what, text }) =>
        direction === 'received' && /^[2-6]\d\d$/.test(what) && /^CSeq: *\d+ INVITE/im.test(text),
    );
    return final === undefined ? undefined : Number(final.what);
  }

  /** Which side sent BYE, if any did: the person outside (sipp) or the PBX. */
  get endedBy(): 'sipp' | 'pbx' | undefined {
    const bye = this.messages.find(({ what }) => what === 'BYE');
    if (bye === undefined) return undefined;
    return bye.direction === 'sent' ? 'sipp' : 'pbx';
  }

  /** Milliseconds from the first INVITE to the first message of this kind (`180`, `200`, `BYE`). */
  timeTo(what: string): number | undefined {
    const invite = this.messages.find((message) => message.what === 'INVITE');
    const found = this.messages.find((message) => message.what === what);
    return invite === undefined || found === undefined ? undefined : found.at - invite.at;
  }
}

/** Reads the file that sipp writes with -trace_msg. */
export function parseTrace(log: string): CallTrace {
  const separator = /^-{20,} (\d{4}-\d\d-\d\d)[ \t]+(\d\d:\d\d:\d\d\.\d+).*$/m;
  const parts = log.split(separator).slice(1);
  const messages: TracedMessage[] = [];
  for (let index = 0; index + 2 < parts.length; index += 3) {
    const [date = '', time = '', body = ''] = parts.slice(index, index + 3);
    const [head = '', ...rest] = body.trimStart().split(/\r?\n\r?\n/);
    const text = rest.join('\n\n').trim();
    const what = /^SIP\/2\.0 (\d+)/.exec(text)?.[1] ?? /^\w+/.exec(text)?.[0] ?? '';
    const at = Date.parse(`${date}T${time.slice(0, 12)}`) + Number(`0.${time.slice(12) || '0'}`);
    messages.push({ at, direction: head.includes('received') ? 'received' : 'sent', what, text });
  }
  return new CallTrace(messages);
}
