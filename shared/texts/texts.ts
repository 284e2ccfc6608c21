import type { WindowTexts } from './window-texts.ts';
import type { WorkplaceTexts } from './workplace-texts.ts';
import type { EndReason, HoldState } from '../call/call.ts';
import type { Card } from '../card.ts';
import type { LineSource } from '../lines/called-number.ts';
import type { ArticleModuleKey, Notice } from '../knowledge/pack.ts';
import type { AreaLevel } from '../knowledge/area.ts';
import type { KnowledgeTexts } from './knowledge-texts.ts';
import type { ArticleTexts } from './article.ts';
import type { HitTexts } from './hits.ts';
import type { JournalTexts } from './journal.ts';
import type { ProblemCode } from '../problem.ts';
import type { TransferTexts } from './transfer.ts';
import type { ConnectionTexts } from './connection.ts';
import type { HealthTexts } from './health/texts.ts';
import type { ProvisioningTexts } from './provisioning.ts';
import type { UpdateTexts } from './updates.ts';
import type { Settings } from '../settings/settings.ts';
import type { SetupTexts } from './setup.ts';
import type { SoundTexts } from './sound/texts.ts';

/** Everything that a person reads or hears from the application, in one language. */
export interface Texts extends WorkplaceTexts, WindowTexts {
  /** BCP 47, for `lang` and for dates. */
  readonly locale: string;
  readonly product: string;
  readonly close: string;
  readonly cancel: string;
  readonly save: string;
  readonly copy: string;
  readonly copied: string;

  readonly journal: JournalTexts;
  readonly mode: { readonly practice: string; readonly demonstration: string };
  readonly menu: {
    readonly dial: string;
    readonly settings: string;
    readonly keys: string;
    readonly title: string;
    readonly open: (waiting: number) => string;
  };

  readonly registration: ConnectionTexts;

  readonly problems: Readonly<
    Record<ProblemCode, { readonly title: string; readonly advice: string }>
  >;
  readonly problem: {
    readonly region: string;
    readonly dismiss: string;
    readonly openSettings: string;
    readonly detail: string;
  };

  readonly call: {
    readonly region: string;
    readonly incoming: string;
    readonly outgoing: string;
    readonly callers: string;
    readonly withheld: string;
    readonly answer: string;
    readonly decline: string;
    readonly cancel: string;
    readonly hangUp: string;
    readonly hold: string;
    readonly resume: string;
    readonly mute: string;
    readonly unmute: string;
    readonly keypad: string;
    readonly keypadHint: string;
    readonly sent: string;
    readonly show: string;
    readonly dismiss: string;
    readonly ringing: string;
    readonly answering: string;
    readonly dialling: string;
    readonly alerting: string;
    readonly connected: string;
    readonly ending: string;
    readonly ended: string;
    readonly muted: string;
    readonly holdStates: Readonly<Record<HoldState, string>>;
    readonly heldByRemote: string;
    readonly holdRefused: string;
    readonly signallingLost: string;
    readonly mediaLost: string;
    readonly duration: string;
    readonly endReasons: Readonly<Record<EndReason, string>>;
    readonly tone: (tone: string) => string;
    readonly others: string;
    readonly swap: string;
  };

  readonly transfer: TransferTexts;

  readonly card: {
    readonly region: string;
    readonly line: string;
    readonly unknownLine: string;
    readonly unknownLineAdvice: string;
    readonly uncertainLine: string;
    readonly uncertainLineAdvice: (source: string) => string;
    readonly administeredBy: (amt: string) => string;
    readonly outside: string;
    readonly correctLine: string;
    readonly areaCodeTraps: Readonly<Record<NonNullable<Card['areaCodeTrap']>, string>>;
    readonly say: string;
    readonly version: string;
    readonly chooseLine: string;
    readonly sources: Readonly<Record<LineSource, string>>;
    readonly noMunicipality: string;
    readonly chooseMunicipality: string;
    readonly municipalityPlaceholder: string;
    readonly noSuchMunicipality: string;
    readonly suggestion: (areaCode: string, name: string) => string;
    readonly takeSuggestion: (name: string) => string;
    readonly greeting: string;
    readonly opening: string;
    readonly officesFor: (municipality: string) => string;
    readonly officesOfLine: string;
    readonly open: (until: string) => string;
    readonly opensToday: (from: string) => string;
    readonly opens: (day: string, from: string) => string;
    readonly closed: string;
    readonly openingUnknown: string;
    readonly notices: string;
    readonly severities: Readonly<Record<Notice['severity'], string>>;
    readonly noCard: string;
    readonly menuChoice: string;
    readonly menuChoiceUnknown: (value: string) => string;
    /** Calls by the hour in a crisis. */
    readonly hours: {
      readonly summary: (now: number, all: number, hours: number) => string;
      readonly chart: string;
      readonly hour: string;
      readonly here: string;
      readonly centre: string;
      readonly from: (hour: number) => string;
    };
  };

  readonly knowledge: {
    readonly region: string;
    readonly search: string;
    readonly placeholder: string;
    readonly searchIn: (area: string) => string;
    readonly everywhere: string;
    readonly clear: string;
    readonly topics: string;
    readonly reasons: {
      readonly notice: (title: string) => string;
      readonly menu: string;
      readonly recent: (count: number) => string;
      readonly asked: (count: number) => string;
      readonly season: (until: string) => string;
    };
    readonly topicsHint: string;
    readonly topicsHintAlt: string;
    readonly noTopics: string;
    readonly idleTitle: string;
    readonly idleHint: string;
    readonly hits: (count: number) => string;
    readonly noHits: string;
    readonly noHitsAdvice: string;
    readonly failed: string;
    readonly back: string;
    readonly levels: Readonly<Record<AreaLevel, string>>;
    readonly modules: Readonly<Record<ArticleModuleKey, string>>;
    readonly offices: string;
    readonly onlineService: string;
    readonly links: string;
    readonly copyLink: string;
    readonly source: string;
    readonly updated: string;
    readonly leika: string;
    readonly validIn: (area: string) => string;
    readonly demonstration: string;
    readonly articleMissing: string;
    readonly loading: string;
    readonly hit: HitTexts;
    readonly page: ArticleTexts;
  };

  readonly knowledgeStatus: KnowledgeTexts['status'];

  readonly idle: {
    readonly region: string;
    readonly ready: string;
    readonly readyHint: string;
    readonly notReady: string;
    readonly practice: string;
    readonly practiceHint: string;
    readonly practiceWaiting: string;
    readonly practiceBusy: string;
    readonly startScenario: (title: string) => string;
    readonly lastCall: string;
  };

  readonly settings: {
    readonly title: string;
    readonly account: string;
    readonly accountHint: string;
    readonly registrars: string;
    readonly registrarsHint: string;
    readonly registrarsInvalid: string;
    readonly user: string;
    readonly userInvalid: string;
    readonly authorizationUser: string;
    readonly domain: string;
    readonly optional: string;
    readonly password: string;
    readonly passwordHint: string;
    readonly storedInKeyStore: string;
    readonly storedForSession: string;
    readonly removeAccount: string;
    readonly managed: string;
    readonly appearance: string;
    readonly language: string;
    readonly languages: { readonly de: string; readonly en: string };
    readonly theme: string;
    readonly themes: Readonly<Record<Settings['theme'], string>>;
    readonly dtmf: string;
    readonly dtmfWays: { readonly rfc4733: string; readonly info: string };
    readonly blindTransfer: string;
    readonly blindTransferWays: Readonly<Record<'supervised' | 'refer', string>>;
    readonly saved: string;
    readonly notSaved: string;
  };

  readonly health: HealthTexts;
  readonly setup: SetupTexts;
  readonly updates: UpdateTexts;
  readonly provisioning: ProvisioningTexts;
  readonly sound: SoundTexts;
  readonly keys: {
    readonly title: string;
    readonly key: string;
    readonly effect: string;
    readonly rows: readonly (readonly [string, string])[];
  };

  readonly announce: {
    readonly ringing: (line: string, municipality: string, caller: string) => string;
    readonly ringingUnknown: (caller: string) => string;
    readonly connected: string;
    readonly held: string;
    readonly resumed: string;
    readonly muted: string;
    readonly unmuted: string;
    readonly ended: (reason: string) => string;
    readonly transferRings: (target: string) => string;
    readonly transferFailed: (reason: string) => string;
    readonly conference: string;
    readonly separated: string;
  };

  readonly crash: { readonly title: string; readonly advice: string; readonly reload: string };
}
