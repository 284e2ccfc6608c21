import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../tools/setup/paths.ts';
import { configFiles } from '../../pbx/asterisk-config.ts';

const ports = { sip: 1, wss: 8089, http: 2, manager: 3, outside: 4, rtpFirst: 5 };

/** Settings of an INI text as `[section] key=value`; sections of one name are told apart by their type. */
function settingsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const section of text.split(/^(?=\[)/m)) {
    const [head = '', ...lines] = section.trim().split(/\r?\n/);
    const type = lines.find((line) => line.startsWith('type=')) ?? '';
    for (const line of lines) if (line.includes('=')) found.add(`${head} ${type} ${line.trim()}`);
  }
  return found;
}

it('the set-up for Asterisk in the documents is the one that the tests telephone over', async () => {
  const document = await readFile(join(root, 'docs', 'betrieb', 'asterisk.md'), 'utf8');
  const tested = configFiles({
    ports,
    lines: [],
    agents: [{ user: 'platz1', password: 'GEHEIM' }],
    home: '/etc/asterisk',
  });
  const blocks = [...document.matchAll(/^## [^\n]*\(`([a-z]+\.conf)`\)\n+```ini\n([^]*?)```/gm)];
  expect(blocks.map(([, file]) => file)).toEqual(['http.conf', 'pjsip.conf', 'rtp.conf']);
  for (const [, file = '', block = ''] of blocks) {
    const known = settingsOf((tested[file] ?? '').replace('=127.0.0.1:', '=0.0.0.0:'));
    const told = settingsOf(block.replace('=127.0.0.1:', '=0.0.0.0:'));
    expect(told.size).toBeGreaterThan(0);
    expect([...told].filter((setting) => !known.has(setting))).toEqual([]);
  }
});
