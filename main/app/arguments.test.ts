import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

describe('readArguments', () => {
  it('reads our options in both spellings and makes paths absolute', () => {
    const argv = ['.', '--user-data', 'profile', '--policy=/etc/p.json', '--tour', '../out'];
    expect(readArguments(argv, '/home/agent')).toEqual({
      userData: '/home/agent/profile',
      policy: '/etc/p.json',
      tour: '/home/out',
      checkPolicy: false,
      checkStart: false,
      diagnostics: undefined,
      links: ['.'],
    });
  });

  it("lets Chromium's switches pass", () => {
    const argv = ['--no-sandbox', '--remote-debugging-port=0', '.', '--tour', 'out'];
    expect(readArguments(argv, '/x')).toEqual({
      userData: undefined,
      policy: undefined,
      tour: '/x/out',
      checkPolicy: false,
      checkStart: false,
      diagnostics: undefined,
      links: ['.'],
    });
  });

  it('takes the place of a diagnosis package', () => {
    expect(readArguments(['--diagnostics', 'd.zip'], '/x').diagnostics).toBe('/x/d.zip');
  });

  it('takes an option without a value for absent', () => {
    expect(readArguments(['.', '--policy'], '/x').policy).toBeUndefined();
  });

  it.each([
    [['.', '--check-policy', 'p.json'], '/x/p.json'],
    [['--check-policy', '--policy', 'q.json'], '/x/q.json'],
    [['.', '--check-policy'], undefined],
  ])('takes the file that follows --check-policy (row %#)', (argv, policy) => {
    expect(readArguments(argv, '/x')).toMatchObject({ checkPolicy: true, policy });
  });
});
