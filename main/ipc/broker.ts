import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import type { z } from 'zod';
import type { Input, Messages, Output, Payload, Requests } from '../../shared/contract.ts';
import type { Log } from '../app/log.ts';
import { admit, type Refusal, type Sender } from './admit.ts';

interface RendererContract {
  readonly requests: Requests;
  readonly reports: Messages;
  readonly notices: Messages;
}

export type RequestHandlers<All extends Requests> = {
  readonly [Name in keyof All & string]: (
    input: Payload<All[Name]['input']>,
  ) => Input<{ input: All[Name]['output']; output: z.ZodType }> | Promise<Output<All[Name]>>;
};
export type ReportHandlers<All extends Messages> = {
  readonly [Name in keyof All & string]: (payload: Payload<All[Name]>) => void;
};

/** One window's side of the contract, seen from main. */
export interface PeerPort<Contract extends RendererContract> {
  notify<Name extends keyof Contract['notices'] & string>(
    name: Name,
    payload: Payload<Contract['notices'][Name]>,
  ): void;
}

interface Registered {
  readonly origin: string;
  readonly contents: WebContents;
  readonly contract: RendererContract;
  readonly onRequest: Readonly<Record<string, (input: unknown) => unknown>>;
  readonly onReport: Readonly<Record<string, (payload: unknown) => void>>;
}

/** Joins windows to handlers over the two physical channels `request` and `report`. */
export class Broker {
  readonly #peers = new Map<number, Registered>();
  readonly #log: Log;

  constructor(ipcMain: IpcMain, log: Log) {
    this.#log = log;
    ipcMain.handle('request', (event, message: unknown) => this.#answer(event, message));
    ipcMain.on('report', (event, message: unknown) => {
      this.#receive(event, message);
    });
  }

  /** Admits a window; everything it may say is in `contract`. */
  join<const Contract extends RendererContract>(options: {
    readonly origin: string;
    readonly contents: WebContents;
    readonly contract: Contract;
    readonly requests: RequestHandlers<Contract['requests']>;
    readonly reports: ReportHandlers<Contract['reports']>;
  }): PeerPort<Contract> {
    const { origin, contents, contract } = options;
    const id = contents.id;
    this.#peers.set(id, {
      origin,
      contents,
      contract,
      onRequest: options.requests as Registered['onRequest'],
      onReport: options.reports as Registered['onReport'],
    });
    contents.once('destroyed', () => this.#peers.delete(id));
    return {
      notify: (name, payload) => {
        if (!contents.isDestroyed()) contents.send('notice', { name, payload });
      },
    };
  }

  async #answer(event: IpcMainInvokeEvent, message: unknown): Promise<unknown> {
    const sender = senderOf(event);
    const peer = this.#peers.get(sender.webContentsId);
    const requests = peer?.contract.requests ?? {};
    const inputs = Object.fromEntries(
      Object.entries(requests).map(([name, shape]) => [name, shape.input]),
    );
    const admitted = admit(peerOf(peer), inputs, sender, message);
    if (!admitted.ok) throw this.#refuse(admitted.failure);
    const { name, payload } = admitted.value;
    const answer = await peer?.onRequest[name]?.(payload);
    return requests[name]?.output.parse(answer);
  }

  #receive(event: IpcMainEvent, message: unknown): void {
    const sender = senderOf(event);
    const peer = this.#peers.get(sender.webContentsId);
    const admitted = admit(peerOf(peer), peer?.contract.reports ?? {}, sender, message);
    if (!admitted.ok) this.#refuse(admitted.failure);
    else peer?.onReport[admitted.value.name]?.(admitted.value.payload);
  }

  #refuse(refusal: Refusal): Error {
    this.#log.warn('ipc', 'message refused', { ...refusal });
    // The sender learns the kind only: a foreign page gets no help.
    return new Error(`message refused: ${refusal.reason}`);
  }
}

function peerOf(
  peer: Registered | undefined,
): { webContentsId: number; origin: string } | undefined {
  return peer && { webContentsId: peer.contents.id, origin: peer.origin };
}

function senderOf(event: IpcMainEvent | IpcMainInvokeEvent): Sender {
  const frame = event.senderFrame;
  return {
    webContentsId: event.sender.id,
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
    frameUrl: frame?.url ?? null,
  };
}
