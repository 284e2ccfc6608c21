/** What is used of WebHID (WICG), which TypeScript's DOM does not know. */
export interface HidReportItem {
  /** false: a value that counts changes, as a push button; else a state, as a switch. */
  readonly isAbsolute?: boolean;
  readonly isArray?: boolean;
  readonly isConstant?: boolean;
  readonly isRange?: boolean;
  readonly reportCount?: number;
  /** Bits of each value. */
  readonly reportSize?: number;
  readonly usageMaximum?: number;
  readonly usageMinimum?: number;
  /** Page in the upper, usage in the lower 16 bits. */
  readonly usages?: readonly number[];
}

export interface HidReport {
  readonly reportId?: number;
  readonly items?: readonly HidReportItem[];
}

export interface HidCollection {
  readonly usagePage?: number;
  readonly inputReports?: readonly HidReport[];
  readonly outputReports?: readonly HidReport[];
  readonly children?: readonly HidCollection[];
}

export interface HidDevice extends EventTarget {
  readonly opened: boolean;
  readonly productName: string;
  readonly collections: readonly HidCollection[];
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly sendReport: (reportId: number, data: BufferSource) => Promise<void>;
}

/** `navigator.hid` */
export interface Hid extends EventTarget {
  readonly getDevices: () => Promise<readonly HidDevice[]>;
}

export interface HidInputEvent extends Event {
  readonly reportId: number;
  readonly data: DataView;
}

export interface HidConnectionEvent extends Event {
  readonly device: HidDevice;
}
