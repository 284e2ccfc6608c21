import { describe, expect, it } from 'vitest';
import { fileFor } from './app-file.ts';

const root = '/opt/amtsdraht';

describe('fileFor', () => {
  it.each([
    ['app://desk/index.html', `${root}/out/renderer/desk/index.html`],
    ['app://desk/', `${root}/out/renderer/desk/index.html`],
    ['app://ring/ring.js', `${root}/out/renderer/ring/ring.js`],
    ['app://phone/main.js?x=1#y', `${root}/out/renderer/phone/main.js`],
    ['app://caller/assets/practice/wedel.ogg', `${root}/assets/practice/wedel.ogg`],
  ])('%s is %s', (url, file) => {
    expect(fileFor(url, root)?.file).toBe(file);
  });

  it.each([
    'app://elsewhere/index.html',
    'app://desk/..%2f..%2fmain/main.cjs',
    'app://desk/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://caller/assets/practice/..%2f..%2fpackage.json',
    'app://desk/a%00.html',
    'app://desk/%',
    'app://__proto__/index.html',
  ])('refuses %s', (url) => {
    expect(fileFor(url, root)).toBeNull();
  });
});
