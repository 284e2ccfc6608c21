import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ToolError } from '../setup/tool-error.ts';

/** Descriptions of updates in a folder: `latest-linux.yml`, `latest.yml` (Windows), `latest-mac.yml`. */
export async function descriptionsIn(folder: string): Promise<string[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    throw new ToolError(`${folder}: Den Ordner gibt es nicht, oder er ist nicht lesbar.`, 1);
  }
  const found = names.filter((name) => /^latest(-[a-z0-9-]+)?\.yml$/.test(name)).sort();
  if (found.length === 0)
    throw new ToolError(
      `${folder}: Hier liegt keine Datei latest*.yml. „npm run package“ legt sie neben die Pakete.`,
      1,
    );
  return found;
}

/** A public key as the setting `updateKeys` wants it. */
export async function keyForSettings(file: string): Promise<string> {
  let pem: string;
  try {
    pem = await readFile(file, 'utf8');
  } catch {
    throw new ToolError(`${file}: fehlt oder ist nicht lesbar.`, 1);
  }
  const line = /-----BEGIN PUBLIC KEY-----\s*(MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=)\s*-----END/.exec(
    pem,
  )?.[1];
  if (line === undefined)
    throw new ToolError(`${file}: kein öffentlicher Ed25519-Schlüssel (.pub.pem).`, 1);
  return line;
}

/** What is wrong with the files that a description names; German. */
export async function faultsOfFiles(
  folder: string,
  files: readonly { readonly url: string; readonly sha512: string }[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const { url, sha512 } of files) {
    const file = join(folder, url);
    if (!existsSync(file)) faults.push(`${url}: fehlt im Ordner.`);
    else if ((await sha512Of(file)) !== sha512)
      faults.push(`${url}: Die Prüfsumme ist eine andere als in der Beschreibung.`);
  }
  return faults;
}

async function sha512Of(file: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('base64');
}
