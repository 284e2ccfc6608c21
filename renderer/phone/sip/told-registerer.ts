import {
  Registerer,
  type RegistererRegisterOptions,
  type RegistererUnregisterOptions,
} from 'sip.js';
import type { OutgoingRegisterRequest } from 'sip.js/lib/core/index.js';

/**
 * A Registerer that does nothing by itself. SIP.js's own registers again after a 423 and just before the
 * registration ends, without anybody to hear the answer, without a catch, and even after it was disposed
 * of (traps 6, 8); here both only tell the owner.
 */
export class ToldRegisterer extends Registerer {
  /** It is time to register. */
  onDue: () => void = () => undefined;
  /** The registrar has confirmed that the binding is gone. */
  onUnregistered: () => void = () => undefined;

  override register(options?: RegistererRegisterOptions): Promise<OutgoingRegisterRequest> {
    if (options !== undefined) return super.register(options);
    this.onDue();
    // SIP.js does not look at it; a rejection would be one that nobody catches.
    return new Promise(() => undefined);
  }

  override unregister(options?: RegistererUnregisterOptions): Promise<OutgoingRegisterRequest> {
    return super.unregister({
      ...options,
      requestDelegate: {
        ...options?.requestDelegate,
        onAccept: (response) => {
          options?.requestDelegate?.onAccept?.(response);
          this.onUnregistered();
        },
      },
    });
  }
}
