/** Name and port of a server; nothing else of an address, which may carry a user and a password. */
export function hostOf(address: string): string {
  return /^[a-z]+:\/\/(?:[^/?#]*@)?([\w.:[\]-]+)(?:[/?#]|$)/i.exec(address)?.[1] ?? '…';
}
