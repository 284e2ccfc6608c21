import { Subscriber, SubscriptionState, UserAgent, type Notification } from 'sip.js';
import {
  nothingWatched,
  type Watched,
  type WatchedState,
  type WatchPlan,
} from '../../../shared/agent/watched.ts';
import type { Connection } from '../../../shared/contract.ts';
import { settle } from './bind-session.ts';
import { newMessagesOf, stateOfDialogInfo } from './event-bodies.ts';
import { guarded, type PhonePorts } from './ports.ts';

/** Validity that is asked for, in seconds; SIP.js refreshes in time. */
const expiresSeconds = 600;
/** Pause before a subscription that the PBX has ended is asked for again, in milliseconds. */
const retryMs = 60_000;

/**
 * Subscriptions (RFC 6665) to colleagues, queues and voice messages. They belong to one user agent: with
 * each new one everything is unknown until the PBX tells it anew.
 */
export class Watcher {
  readonly #ports: PhonePorts;
  readonly #onWatched: (watched: Watched) => void;
  #plan: WatchPlan = { extensions: [], voicemail: false };
  #place: { readonly userAgent: UserAgent; readonly connection: Connection } | null = null;
  #watched: Watched = nothingWatched;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #subscribers = new Set<Subscriber>();

  constructor(ports: PhonePorts, onWatched: (watched: Watched) => void) {
    this.#ports = ports;
    this.#onWatched = onWatched;
  }

  watch(plan: WatchPlan): void {
    if (JSON.stringify(plan) === JSON.stringify(this.#plan)) return;
    this.#plan = plan;
    this.#start();
  }

  /** @param userAgent of the registration that stands; null: none does */
  follow(userAgent: UserAgent | null, connection: Connection | null): void {
    if (userAgent === (this.#place?.userAgent ?? null)) return;
    this.#place = userAgent === null || connection === null ? null : { userAgent, connection };
    this.#start();
  }

  #start(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    for (const subscriber of this.#subscribers) settle(subscriber.dispose(), this.#ports);
    this.#subscribers.clear();
    this.#set(nothingWatched);
    if (this.#place === null) return;
    for (const extension of this.#plan.extensions)
      this.#subscribe(extension, 'dialog', 'application/dialog-info+xml', (body) => {
        this.#tell(extension, stateOfDialogInfo(body));
      });
    if (this.#plan.voicemail)
      this.#subscribe(
        this.#place.connection.user,
        'message-summary',
        'application/simple-message-summary',
        (body) => {
          const newMessages = newMessagesOf(body);
          if (newMessages !== null) this.#set({ ...this.#watched, newMessages });
        },
      );
  }

  #subscribe(user: string, event: string, accept: string, onBody: (body: string) => void): void {
    const place = this.#place;
    if (place === null) return;
    const target = UserAgent.makeURI(`sip:${user}@${place.connection.domain}`);
    if (target === undefined) return;
    const subscriber = new Subscriber(place.userAgent, target, event, {
      expires: expiresSeconds,
      extraHeaders: [`Accept: ${accept}`],
    });
    subscriber.delegate = {
      onNotify: guarded(this.#ports.log, (notification: Notification) => {
        settle(notification.accept(), this.#ports);
        if (this.#subscribers.has(subscriber)) onBody(notification.request.body);
      }),
    };
    subscriber.stateChange.addListener(
      guarded(this.#ports.log, (state: SubscriptionState) => {
        if (state !== SubscriptionState.Terminated || !this.#subscribers.delete(subscriber)) return;
        if (event === 'dialog') this.#tell(user, 'unknown');
        else this.#set({ ...this.#watched, newMessages: null });
        const timer = setTimeout(() => {
          this.#timers.delete(timer);
          this.#subscribe(user, event, accept, onBody);
        }, retryMs);
        this.#timers.add(timer);
      }),
    );
    this.#subscribers.add(subscriber);
    settle(subscriber.subscribe(), this.#ports);
  }

  #tell(extension: string, state: WatchedState | null): void {
    if (state === null) return;
    this.#set({ ...this.#watched, states: { ...this.#watched.states, [extension]: state } });
  }

  #set(watched: Watched): void {
    if (JSON.stringify(watched) === JSON.stringify(this.#watched)) return;
    this.#watched = watched;
    this.#onWatched(watched);
  }
}
