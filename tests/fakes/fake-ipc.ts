import type { IpcMain, WebContents } from 'electron';

type Invoke = (event: unknown, message: unknown) => unknown;

/** The two channels of ipcMain as the broker uses them, driven by the test instead of Electron. */
export class FakeIpcMain {
  #request: Invoke = () => undefined;
  #report: Invoke = () => undefined;

  handle(channel: string, listener: Invoke): void {
    if (channel === 'request') this.#request = listener;
  }

  on(channel: string, listener: Invoke): void {
    if (channel === 'report') this.#report = listener;
  }

  request(event: unknown, message: unknown): Promise<unknown> {
    return Promise.resolve(this.#request(event, message));
  }

  report(event: unknown, message: unknown): void {
    this.#report(event, message);
  }

  asIpcMain(): IpcMain {
    return this as unknown as IpcMain;
  }
}

/** A window's contents with one main frame. */
export class FakeWebContents {
  readonly sent: unknown[] = [];
  readonly mainFrame: { url: string };
  readonly id: number;

  constructor(id: number, url: string) {
    this.id = id;
    this.mainFrame = { url };
  }

  once(): void {
    // Nothing is ever destroyed here.
  }

  isDestroyed(): boolean {
    return false;
  }

  send(_channel: string, envelope: unknown): void {
    this.sent.push(envelope);
  }

  /** An event as Electron hands it over with a message of this window. */
  event(frame: { url: string } | null = this.mainFrame): unknown {
    return { sender: this, senderFrame: frame };
  }

  asWebContents(): WebContents {
    return this as unknown as WebContents;
  }
}
