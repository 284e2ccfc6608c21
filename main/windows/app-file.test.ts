import { describe, expect, it } from 'vitest';
import { fileFor } from './app-file.ts';

const root = '/opt/amtsdraht';
const folders = { app: root, practice: '/srv/uebung/' };

describe('fileFor', () => {
  it.each([
    ['app://desk/index.html', `${root}/out/renderer/desk/index.html`],
    ['app://desk/', `${root}/out/renderer/desk/index.html`],
    ['app://ring/ring.js', `${root}/out/renderer/ring/ring.js`],
    ['app://phone/main.js?x=1#y', `${root}/out/renderer/phone/main.js`],
    ['app://caller/assets/practice/wedel.ogg', `${root}/assets/practice/wedel.ogg`],
    ['app://caller/practice-of-the-house/neu-1.ogg', '/srv/uebung/neu-1.ogg'],
  ])('%s is %s', (url, file) => {
    expect(fileFor(url, folders)?.file).toBe(file);
  });

  it.each([
    'app://elsewhere/index.html',
    'app://desk/..%2f..%2fmain/main.cjs',
    'app://desk/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://caller/assets/practice/..%2f..%2fpackage.json',
    'app://desk/a%00.html',
    'app://desk/%',
    'app://__proto__/index.html',
    'app://caller/practice-of-the-house/scenarios.yaml',
    'app://caller/practice-of-the-house/..%2fgeheim.ogg',
  ])('refuses %s', (url) => {
    expect(fileFor(url, folders)).toBeNull();
  });

  it('has no questions of the house where no folder is set', () => {
    const url = 'app://caller/practice-of-the-house/neu-1.ogg';
    expect(fileFor(url, { app: root, practice: null })).toBeNull();
  });
});
