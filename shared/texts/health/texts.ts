import type { SessionKind } from '../../diagnostics/health.ts';

/** State of the workplace for a help desk, SIP trace, diagnosis package. */
export interface HealthTexts {
  readonly title: string;
  readonly open: string;
  readonly section: string;
  readonly sectionHint: string;
  readonly refresh: string;
  readonly asking: string;
  readonly asked: (time: string) => string;
  readonly rows: Readonly<
    Record<
      | 'registration'
      | 'server'
      | 'lastMessage'
      | 'microphone'
      | 'speaker'
      | 'ring'
      | 'headset'
      | 'knowledge'
      | 'policy'
      | 'keyStore'
      | 'problems'
      | 'session'
      | 'version'
      | 'updates'
      | 'system',
      string
    >
  >;
  readonly never: string;
  readonly nothing: string;
  readonly at: (time: string) => string;
  readonly policy: (source: string, keys: number, wrong: number) => string;
  readonly keyStore: { readonly yes: string; readonly no: string };
  readonly sessions: Readonly<Record<SessionKind, string>>;
  readonly good: string;
  readonly bad: string;
  readonly trace: string;
  readonly traceStart: string;
  readonly traceStop: string;
  readonly traceHint: string;
  readonly traceUntil: (time: string) => string;
  readonly package: string;
  readonly packageSave: string;
  readonly packageHint: string;
  readonly packageOutcomes: Readonly<Record<'saved' | 'cancelled' | 'failed', string>>;
  /** What agents may set about their work; names of the settings are in shared/settings. */
  readonly work: {
    readonly title: string;
    readonly wrapUpAutomatic: string;
    readonly wrapUpSeconds: string;
    readonly byHand: string;
    readonly seconds: (count: number) => string;
    readonly autoAnswer: Readonly<Record<'off' | 'byHeader' | 'always', string>>;
    readonly autoAnswerHint: string;
    readonly memoryOnly: string;
    readonly days: (count: number) => string;
  };
  /** Another version is installed than the one that runs. */
  readonly update: {
    readonly title: (version: string) => string;
    readonly advice: string;
    readonly restart: string;
  };
  /** A policy of the server that a restart would bring. */
  readonly policyWaiting: { readonly title: string; readonly advice: string };
  /** What a policy fixes. */
  readonly managed: {
    readonly title: string;
    readonly from: (source: string) => string;
    readonly columns: { readonly setting: string; readonly value: string };
    readonly on: string;
    readonly off: string;
  };
}
