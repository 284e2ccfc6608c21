/** Longest pause that a header may ask for, in seconds. */
const longest = 60;
/** How many header values are looked at. */
const maxValues = 10;

/**
 * Whether and when the PBX wants this call answered without the agent, in seconds: `Call-Info: <…>;
 * answer-after=0` (Broadsoft, Asterisk), `Alert-Info: <…>;info=alert-autoanswer;delay=0` (and the older
 * `info="Auto Answer"`, `RingAnswer`), `Answer-Mode: Auto` (RFC 5373). null: it does not.
 */
export function answerAfter(request: {
  readonly getHeaders: (name: string) => readonly string[];
}): number | null {
  const values = (name: string): readonly string[] =>
    request
      .getHeaders(name)
      .slice(0, maxValues)
      .map((value) => value.slice(0, 512));
  for (const value of values('Call-Info')) {
    const seconds = /;\s*answer-after\s*=\s*"?(\d{1,3})\b/i.exec(value)?.[1];
    if (seconds !== undefined) return Math.min(Number(seconds), longest);
  }
  for (const value of values('Alert-Info')) {
    if (!/\binfo\s*=\s*"?(?:alert-autoanswer|auto ?answer|ringanswer)\b/i.test(value)) continue;
    const seconds = /;\s*delay\s*=\s*"?(\d{1,3})\b/i.exec(value)?.[1];
    return Math.min(Number(seconds ?? 0), longest);
  }
  return values('Answer-Mode').some((value) => /^\s*auto\b/i.test(value)) ? 0 : null;
}
