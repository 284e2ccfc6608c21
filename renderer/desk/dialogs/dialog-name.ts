export type DialogName =
  | 'dial'
  | 'settings'
  | 'keys'
  | 'calls'
  | 'transfer'
  | 'consult'
  | 'callbacks'
  | 'gap'
  | 'shift'
  | 'proof'
  | 'setup'
  | 'health';

/** Dialogs that are only looked at: nothing is lost when they close by themselves. */
const lookedAt: readonly (DialogName | null)[] = ['keys', 'calls', 'shift', 'proof', 'health'];

export function isReadOnly(dialog: DialogName | null): boolean {
  return lookedAt.includes(dialog);
}
