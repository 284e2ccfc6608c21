import { hasLiveCall } from '../../shared/call/live-call.ts';
import type { Card, TransferTarget } from '../../shared/card.ts';
import type { deskContract, DialOutcome, Input, Output } from '../../shared/contract.ts';
import { emergencyNumber, emergencyRefusal } from '../../shared/lines/emergency.ts';
import { changesSound, soundSettingsOf } from '../../shared/sound/sound-settings.ts';
import { dialTarget } from '../../shared/lines/phone-number.ts';
import { failure, type Result } from '../../shared/result.ts';
import { transferTargets, type RecentTopics } from '../card/index.ts';
import type { AfterCall } from './after-call.ts';
import type { AgentHost } from './agent-host.ts';
import type { CallJournal } from './call-journal.ts';
import { afterCallReports, afterCallRequests } from './after-call-handlers.ts';
import type { AppContext } from './context.ts';
import type { DeskReports, DeskRequests } from './desk-host.ts';
import type { DiagnosticsHost } from './diagnostics-host.ts';
import type { Configuration } from './configuration.ts';
import type { FeatureHost } from './feature-host.ts';
import type { KnowledgeHost } from './knowledge-host.ts';
import type { KnowledgeProcess } from './knowledge-process.ts';
import { restart } from './restart.ts';
import type { PhoneHost } from './phone-host.ts';

type Requests = typeof deskContract.requests;

/** What the desk's messages act on. */
export interface DeskActions {
  readonly context: AppContext;
  readonly phone: PhoneHost;
  readonly agent: AgentHost;
  readonly features: FeatureHost;
  readonly journal: CallJournal;
  readonly afterCall: AfterCall;
  readonly recentTopics: RecentTopics;
  readonly diagnostics: DiagnosticsHost;
  readonly knowledge: KnowledgeProcess;
  readonly content: KnowledgeHost;
  readonly configuration: Configuration;
  readonly startScenario: (id: string) => boolean;
  readonly syncKnowledge: () => void;
  readonly setPassword: (password: string) => 'keyStore' | 'session';
  /** Account, password or settings changed: connect anew. */
  readonly reconnect: () => void;
  readonly checkForUpdates: () => void;
}

/** Answers to the requests of the desk. */
export function deskRequests(actions: DeskActions): DeskRequests {
  const { context, content, knowledge } = actions;
  // Who types in the first second after the start would be told that there is nothing.
  const ask: KnowledgeProcess['ask'] = async (name, input) => {
    await content.loaded();
    return knowledge.ask(name, input);
  };
  const changeCard = (
    callId: string,
    change: (card: Card, builder: NonNullable<ReturnType<KnowledgeHost['cards']>>) => Card | null,
  ): { card: Card | null } => {
    const card = context.state.card(callId);
    const builder = content.cards();
    if (card === undefined || builder === null) return { card: null };
    const changed = change(card, builder);
    if (changed !== null) context.state.setCard(changed);
    return { card: changed };
  };
  return {
    dial: ({ number }) => ({ outcome: dial(actions, number) }),
    redial: () => {
      const number = actions.journal.lastDialled;
      return { outcome: number === null ? 'nothingToRedial' : dial(actions, number) };
    },
    getCallList: () => ({ records: [...actions.journal.records] }),
    transfer: (order) => transfer(actions, order),
    transferTargets: (wanted) => ({ targets: targets(actions, wanted) }),
    search: (input) => ask('search', input),
    explainHit: (input) => ask('explainHit', input),
    getArticle: (input) => ask('getArticle', input),
    chooseLine: ({ callId, line }) =>
      changeCard(callId, (card, builder) => builder.chooseLine(card, line, Date.now())),
    chooseMunicipality: ({ callId, ars }) =>
      changeCard(callId, (card, builder) => builder.chooseMunicipality(card, ars, Date.now())),
    ...afterCallRequests(actions),
    startPractice: ({ scenario }) => ({ started: actions.startScenario(scenario) }),
    setPassword: ({ password }) => {
      const stored = actions.setPassword(password);
      actions.reconnect();
      return { stored };
    },
    getHealth: () => actions.diagnostics.health(),
    saveSettings: (changes) => {
      actions.configuration.change(changes);
      const settings = actions.configuration.settings();
      context.state.set({ settings });
      if (changesSound(changes)) actions.phone.notify('soundChanged', soundSettingsOf(settings));
      if (changes.callListDays !== undefined) actions.journal.retentionChanged();
      const phoneChanged = [changes.account, changes.dtmf, changes.blindTransfer];
      if (phoneChanged.some((change) => change !== undefined)) actions.reconnect();
      return { saved: true };
    },
  };
}

function dial(actions: DeskActions, number: string): DialOutcome {
  const emergency = emergencyOf(actions, number);
  if (emergency !== null) {
    const { mode, registration } = actions.context.state.current;
    const refusal = emergencyRefusal(
      { practice: mode === 'practice', registered: registration.phase === 'registered' },
      actions.configuration.settings().emergency,
    );
    if (refusal !== null) return refusal;
    actions.phone.notify('dial', { target: emergency });
    return 'dialling';
  }
  const target = reachable(actions, number);
  if (!target.ok) return target.failure;
  actions.phone.notify('dial', { target: target.value });
  return 'dialling';
}

function transfer(
  actions: DeskActions,
  { callId, number, name, way }: Input<Requests['transfer']>,
): Output<Requests['transfer']> {
  const target = reachable(actions, number);
  if (!target.ok) return { outcome: target.failure };
  const call = actions.context.state.current.calls.find(({ id }) => id === callId);
  if (call?.phase !== 'connected') return { outcome: 'callGone' };
  actions.phone.notify(way, { callId, target: target.value, name });
  return { outcome: 'begun' };
}

function emergencyOf({ configuration }: DeskActions, number: string): '110' | '112' | null {
  const { defaultAreaCode } = configuration.settings();
  const target = dialTarget(number, { countryCode: '49', areaCode: defaultAreaCode });
  return target.ok ? emergencyNumber(target.value) : null;
}

/** What to dial for a number as a person writes it, if we can dial at all. */
function reachable(
  { context, configuration }: DeskActions,
  number: string,
): Result<string, 'numberInvalid' | 'notRegistered'> {
  const { defaultAreaCode } = configuration.settings();
  const target = dialTarget(number, { countryCode: '49', areaCode: defaultAreaCode });
  if (!target.ok) return failure('numberInvalid');
  const registered = context.state.current.registration.phase === 'registered';
  return registered ? target : failure('notRegistered');
}

function targets(
  { context, content }: DeskActions,
  { callId, article, text }: Input<Requests['transferTargets']>,
): TransferTarget[] {
  const pack = content.pack();
  if (pack === null) return [];
  const card = (callId === null ? undefined : context.state.card(callId)) ?? null;
  return [...transferTargets(pack, { card, article, text, now: Date.now() })];
}

/** What happens on the reports of the desk. */
export function deskReports(actions: DeskActions): DeskReports {
  const { phone, context } = actions;
  return {
    answer: (call) => {
      phone.notify('answer', call);
    },
    decline: (call) => {
      phone.notify('decline', call);
    },
    hangUp: (call) => {
      phone.notify('hangUp', call);
    },
    hold: (call) => {
      phone.notify('hold', call);
    },
    resume: (call) => {
      phone.notify('resume', call);
    },
    swap: () => {
      phone.notify('swap', {});
    },
    completeTransfer: (call) => {
      phone.notify('completeTransfer', call);
    },
    answerReferral: (answer) => {
      phone.notify('answerReferral', answer);
    },
    conference: (order) => {
      phone.notify('conference', order);
    },
    endConsultation: (call) => {
      phone.notify('endConsultation', call);
    },
    mute: (order) => {
      phone.notify('mute', order);
    },
    sendDtmf: (order) => {
      phone.notify('sendDtmf', order);
    },
    dismissCall: (call) => {
      phone.notify('dismissCall', call);
    },
    dismissProblem: ({ code }) => {
      context.problems.remove(code);
    },
    syncKnowledge: () => {
      actions.syncKnowledge();
    },
    retryConnection: () => {
      actions.reconnect();
    },
    chooseAgentStatus: ({ status }) => {
      actions.agent.choose(status);
    },
    markCallsSeen: () => {
      actions.journal.markSeen();
    },
    linkShown: ({ id }) => {
      if (context.state.current.linkToDial?.id === id) context.state.set({ linkToDial: null });
    },
    clearCallList: () => {
      actions.journal.clear();
    },
    dismissAgentFailure: () => {
      actions.agent.dismissFailure();
      actions.features.dismissFailures();
    },
    switchFeature: ({ name, to }) => {
      actions.features.switch(name, to);
    },
    startSoundTest: (test) => {
      phone.notify('startSoundTest', test);
    },
    stopSoundTest: () => {
      phone.notify('stopSoundTest', {});
    },
    testRing: () => {
      phone.notify('testRing', {});
    },
    checkForUpdates: actions.checkForUpdates,
    restart: () => {
      // Somebody who waited for an answer must not be cut off by a new version.
      if (hasLiveCall(context.state.current.calls)) return;
      restart();
    },
    traceSip: ({ on }) => {
      actions.diagnostics.trace(on);
    },
    ...afterCallReports(actions),
    cardPainted: ({ callId, paintedAt }) => {
      const call = context.state.current.calls.find(({ id }) => id === callId);
      if (call !== undefined)
        context.log.info('card', 'painted', { afterMs: paintedAt - call.startedAt });
    },
  };
}
