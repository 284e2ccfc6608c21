import { sameStatus, type AgentState } from '../../../shared/agent/agent-state.ts';
import type { Call } from '../../../shared/call/call.ts';
import type { DeskState } from '../../../shared/contract.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { wordsOfStatus } from '../../../shared/agent/agent-words.ts';
import { callerOf } from '../call/caller.ts';

/** What a screen reader says; `assertive` interrupts what is being read. */
export interface Announcement {
  readonly text: string;
  readonly assertive: boolean;
}

/** Sentences for the change from one picture to the next; the most urgent one counts. */
export function announcementFor(
  before: DeskState | null,
  after: DeskState,
  texts: Texts,
): Announcement | null {
  for (const call of after.calls) {
    const was = before?.calls.find(({ id }) => id === call.id);
    if (call.phase === 'ringing' && was?.phase !== 'ringing')
      return { text: ringing(call.id, after, texts), assertive: true };
    if (was === undefined) continue;
    const polite = (text: string): Announcement => ({ text, assertive: false });
    if (call.phase === 'ended' && was.phase !== 'ended')
      return polite(texts.announce.ended(texts.call.endReasons[call.endReason ?? 'failed']));
    if (call.phase === 'connected' && was.phase !== 'connected')
      return polite(texts.announce.connected);
    if (call.signalling === 'lost' && was.signalling === 'up')
      return polite(texts.call.signallingLost);
    if (call.media === 'lost' && was.media === 'up') return polite(texts.call.mediaLost);
    const passing = transferOf(call, was, texts);
    if (passing !== null) return passing;
    if (call.conference !== was.conference)
      return polite(call.conference ? texts.announce.conference : texts.announce.separated);
    if (call.hold === 'held' && was.hold !== 'held') return polite(texts.announce.held);
    if (call.hold === 'active' && was.hold === 'resuming') return polite(texts.announce.resumed);
    if (call.muted !== was.muted)
      return polite(call.muted ? texts.announce.muted : texts.announce.unmuted);
  }
  return before === null ? null : agentAnnouncement(before.agent, after.agent, texts);
}

function agentAnnouncement(
  before: AgentState,
  after: AgentState,
  texts: Texts,
): Announcement | null {
  // A failure is read where it appears (AgentFailureNote).
  if (sameStatus(before.status, after.status) || after.status.kind === 'unknown') return null;
  return { text: texts.agent.announce(wordsOfStatus(after.status, texts)), assertive: false };
}

/** A failed transfer is urgent: the caller is there again and hears the agent. */
function transferOf(
  { transfer, transferFailure }: Call,
  was: Call,
  texts: Texts,
): Announcement | null {
  if (transferFailure !== null && was.transferFailure === null)
    return {
      text: texts.announce.transferFailed(texts.call.endReasons[transferFailure]),
      assertive: true,
    };
  if (transfer.phase !== 'transferring' || transfer.stage !== 'ringing') return null;
  if (was.transfer.phase === 'transferring' && was.transfer.stage === 'ringing') return null;
  const { title } = callerOf({ number: transfer.target, displayName: null }, texts);
  return { text: texts.announce.transferRings(title), assertive: false };
}

function ringing(callId: string, { calls, cards }: DeskState, texts: Texts): string {
  const call = calls.find(({ id }) => id === callId);
  const card = cards.find((candidate) => candidate.callId === callId);
  const caller = call === undefined ? texts.call.withheld : callerOf(call.party, texts).title;
  if (card?.line == null) return texts.announce.ringingUnknown(caller);
  const municipality = card.municipality?.name ?? texts.card.noMunicipality;
  return texts.announce.ringing(card.line.name, municipality, caller);
}
