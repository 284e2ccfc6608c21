/** Chromium refuses its sandbox to root; only needed where root starts the app, as in test containers. */
export function sandboxArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
