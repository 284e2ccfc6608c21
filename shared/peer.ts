import type {
  Envelope,
  Input,
  Messages,
  Output,
  Payload,
  PeerBridge,
  Requests,
} from './contract.ts';

interface PeerContract {
  readonly requests: Requests;
  readonly reports: Messages;
  readonly notices: Messages;
}

/** Typed face of the preload bridge for one renderer peer. */
export interface Peer<Contract extends PeerContract> {
  request<Name extends keyof Contract['requests'] & string>(
    name: Name,
    input: Input<Contract['requests'][Name]>,
  ): Promise<Output<Contract['requests'][Name]>>;
  report<Name extends keyof Contract['reports'] & string>(
    name: Name,
    payload: Payload<Contract['reports'][Name]>,
  ): void;
  /**
   * Calls the handler of each notice. A notice that is unknown or does not parse is dropped and told
   * to `onRefused`: it can only come from a main process of another version.
   */
  listen(
    handlers: {
      readonly [Name in keyof Contract['notices'] & string]: (
        payload: Payload<Contract['notices'][Name]>,
      ) => void;
    },
    onRefused: (name: string) => void,
  ): () => void;
}

/** Wraps the untyped bridge of the preload script into the contract of one peer. */
export function createPeer<const Contract extends PeerContract>(
  contract: Contract,
  bridge: PeerBridge,
): Peer<Contract> {
  return {
    async request(name, input) {
      const shape = contract.requests[name];
      if (shape === undefined) throw new Error(`unknown request ${name}`);
      const answer = await bridge.request(name, input);
      return shape.output.parse(answer) as Output<Contract['requests'][typeof name]>;
    },
    report(name, payload) {
      bridge.report(name, payload);
    },
    listen(handlers, onRefused) {
      return bridge.onNotice((envelope: Envelope) => {
        const schema = Object.hasOwn(contract.notices, envelope.name)
          ? contract.notices[envelope.name]
          : undefined;
        const handler = (handlers as Record<string, ((payload: unknown) => void) | undefined>)[
          envelope.name
        ];
        const parsed = schema?.safeParse(envelope.payload);
        if (handler === undefined || parsed?.success !== true) onRefused(envelope.name);
        else handler(parsed.data);
      });
    },
  };
}
