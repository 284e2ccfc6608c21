// Stands in for Electron's own default app, which the fallback runtime was published without:
// `electron FOLDER args…` starts the app in FOLDER as if it had been started by the official runtime.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  console.error('usage: electron [options] FOLDER [arguments]');
  process.exit(2);
}
const folder = resolve(given);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);
// Electron chose this from the loader's name before we could set the real one.
app.setPath('userData', join(app.getPath('appData'), app.getName()));
require(join(folder, manifest.main ?? 'index.js'));
