/** Passphrase of the keys; from the environment, so that it stands in no command line; null: none. */
export function passphrase(): string | null {
  const text = process.env['AMTSDRAHT_KEY_PASSPHRASE'] ?? '';
  return text === '' ? null : text;
}
