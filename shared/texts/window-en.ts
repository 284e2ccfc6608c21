import { reviewEn } from './review.ts';
import type { WindowProblems, WindowTexts } from './window-texts.ts';

export const windowEn: WindowTexts = {
  ring: {
    more: (count) => (count === 1 ? 'one more call' : `${count} more calls`),
    announce: (line, municipality, caller) =>
      `Call on line ${line}, ${municipality}, from ${caller}.`,
    announceUnknown: (caller) => `Call, line unknown, from ${caller}.`,
  },
  closeWithCall: {
    question: 'A call is still in progress.',
    detail: 'Closing Amtsdraht ends it.',
    close: 'End and close',
    keep: 'Keep talking',
  },
  windows: {
    compactWindow: 'Narrow window: call and search only',
    compactWindowHint: 'Ctrl+M switches. Each form has a place of its own on the screen.',
    leaveCompact: 'Whole window',
    compactKey: 'Ctrl+M',
    title: 'Windows and keys of the whole system',
    ringWindow: 'Show calls in a small window on top of other programs',
    ringWindowHint: 'Only while Amtsdraht is not in front. The keyboard stays where it is.',
    ringNotification: 'Show a message of the operating system as well',
    ringNotificationHint: 'With the line, without name and number.',
  },
  review: reviewEn,
  tray: { open: 'Open Amtsdraht', quit: 'Quit' },
  hotkeys: {
    hint: 'These keys work while you are in another program, too. Press the combination in the field.',
    commands: { answer: 'Answer', hangUp: 'Hang up', mute: 'Mute' },
    none: 'none',
    press: 'Press a combination, for example Ctrl + Alt + A.',
    remove: 'Delete removes the combination.',
    needsModifier:
      'Please with Ctrl, Alt or the Windows key; else the key would be missed in writing.',
    usedTwice: 'This combination is used already. Please choose another one.',
  },
};

export const windowProblemsEn: WindowProblems = {
  hotkeyTaken: {
    title: 'A key combination for the whole system is not free.',
    advice:
      'Another program uses it, or the desktop does not allow it. Please choose another one in the settings; in the window of Amtsdraht the keys work as ever.',
  },
  practiceBroken: {
    title: 'A practice call is described wrongly.',
    advice:
      'It is missing in the list. File and line stand below “Details”; please pass this on to IT.',
  },
};
