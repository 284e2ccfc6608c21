import type { AgentFailure, AgentStatus } from '../agent/agent-state.ts';
import type { WatchedState } from '../agent/watched.ts';
import type { CallRecord } from '../call-list/call-record.ts';

/** Texts about the workplace around the calls: agent state, call list, dialling. */
export interface WorkplaceTexts {
  readonly agent: {
    readonly label: string;
    readonly menu: string;
    readonly buttonLabel: (state: string) => string;
    readonly current: (state: string) => string;
    readonly statuses: Readonly<Record<AgentStatus['kind'], string>>;
    readonly pauseFor: (reason: string) => string;
    readonly pending: (state: string) => string;
    readonly remaining: string;
    readonly awayHint: string;
    readonly failed: (wanted: string, actual: string) => string;
    readonly failures: Readonly<Record<AgentFailure, string>>;
    readonly retry: string;
    readonly switchOn: (feature: string) => string;
    readonly switchOff: (feature: string) => string;
    readonly featureOn: (feature: string) => string;
    readonly featureFailed: (feature: string) => string;
    readonly announce: (state: string) => string;
  };

  readonly colleagues: {
    readonly title: string;
    readonly states: Readonly<Record<WatchedState, string>>;
    readonly queueStates: Readonly<Record<WatchedState, string>>;
    readonly pickup: string;
    readonly pickupOf: (name: string) => string;
    readonly messages: (count: number) => string;
  };

  readonly callList: {
    readonly title: string;
    readonly titleMissed: (count: number) => string;
    readonly missed: (count: number) => string;
    readonly markSeen: string;
    readonly clear: string;
    readonly empty: string;
    readonly retention: (days: number) => string;
    readonly callBack: (caller: string) => string;
    readonly outcomes: Readonly<
      Record<CallRecord['direction'], Readonly<Record<CallRecord['outcome'], string>>>
    >;
  };

  readonly dial: {
    readonly title: string;
    readonly number: string;
    readonly hint: string;
    readonly call: string;
    readonly numberInvalid: string;
    readonly notRegistered: string;
    readonly callInProgress: string;
    readonly nothingToRedial: string;
    readonly emergencyRefused: string;
    readonly emergencyPractice: string;
    readonly emergencyNotRegistered: string;
    readonly emergencyAnyPhone: string;
    readonly emergencyTitle: string;
    readonly emergencyNoPlace: string;
    readonly emergencyOtherPhone: (phone: string) => string;
    readonly directory: string;
    readonly linkTitle: string;
    readonly linkAdvice: string;
  };
}
