import type { ProblemCode } from '../problem.ts';
import type { ReviewTexts } from './review.ts';
import type { HotkeyCommand } from '../windows/window-settings.ts';

/** Texts of the ring window, the tray and what else stands outside of the desk. */
export interface WindowTexts {
  readonly ring: {
    readonly more: (count: number) => string;
    readonly announce: (line: string, municipality: string, caller: string) => string;
    readonly announceUnknown: (caller: string) => string;
  };
  readonly closeWithCall: {
    readonly question: string;
    readonly detail: string;
    readonly close: string;
    readonly keep: string;
  };
  readonly windows: {
    readonly compactWindow: string;
    readonly compactWindowHint: string;
    readonly leaveCompact: string;
    readonly compactKey: string;
    readonly title: string;
    readonly ringWindow: string;
    readonly ringWindowHint: string;
    readonly ringNotification: string;
    readonly ringNotificationHint: string;
  };
  readonly review: ReviewTexts;
  readonly tray: { readonly open: string; readonly quit: string };
  readonly hotkeys: {
    readonly hint: string;
    readonly commands: Readonly<Record<HotkeyCommand, string>>;
    readonly none: string;
    readonly press: string;
    readonly remove: string;
    readonly needsModifier: string;
    readonly usedTwice: string;
  };
}

/** Problems of what stands outside of the desk. */
export type WindowProblems = Readonly<
  Record<
    Extract<ProblemCode, 'hotkeyTaken' | 'practiceBroken'>,
    { readonly title: string; readonly advice: string }
  >
>;
