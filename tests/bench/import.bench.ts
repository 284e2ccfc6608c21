// Throughput and memory of the XZuFi import for files of 50 and 500 MB, made up at run time in a temporary
// folder. Each import runs in a process of its own, so that its peak is its own. Nothing is asserted.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importKnowledge } from '../../main/knowledge/import/index.ts';
import { describeFailure } from '../../main/knowledge/index.ts';

const base = join(import.meta.dirname, '../../assets/demo-pack');
const sizes = (process.env['AMTSDRAHT_IMPORT_MB'] ?? '50,500').split(',').map(Number);
/** Services of the county; as in a transfer of a whole state, most objects concern others. */
const ownServices = 2_000;

const sentence =
  'Bitte bringen Sie zum Termin Ihren Ausweis und die Bestätigung des Vermieters mit. Die Gebühr richtet sich nach der Satzung. ';
const paragraph = `&lt;p&gt;${sentence.repeat(6)}&lt;/p&gt;`;

function text(code: string, content: string): string {
  return `<x:modulText><x:leikaTextmodul listURI="urn:de:xzufi:codeliste:leistungstextmodulleika"><code>${code}</code></x:leikaTextmodul><x:inhalt languageCode="de">${content}</x:inhalt></x:modulText>`;
}

function service(number: number, area: string): string {
  const key = `99${String(number % 1_000_000_000).padStart(9, '0')}000`;
  return `<x:schreibe><x:leistung><x:id schemeAgencyID="L1">${number}</x:id><x:referenzLeiKa><code>${key}</code></x:referenzLeiKa>${text('03', `Leistung Nummer ${number}`)}${text('24', sentence)}${text('06', paragraph.repeat(4))}${text('08', '&lt;ul&gt;&lt;li&gt;Ausweis&lt;/li&gt;&lt;li&gt;Bestätigung&lt;/li&gt;&lt;/ul&gt;')}${text('11', paragraph)}<x:modulKosten><x:kosten><x:betrag currencyCode="EUR">37.00</x:betrag></x:kosten></x:modulKosten><x:gueltigkeitGebietID>${area}</x:gueltigkeitGebietID></x:leistung></x:schreibe>\n`;
}

function responsibility(number: number, area: string): string {
  return `<x:schreibe><x:zustaendigkeitTransferObjekt><x:uebergeordnetesObjektID schemeAgencyID="L1">o${number % 500}</x:uebergeordnetesObjektID><x:zustaendigkeit><x:id schemeAgencyID="L1">z${number}</x:id><x:leistungID schemeAgencyID="L1">${number}</x:leistungID><x:gebietID>${area}</x:gebietID><x:rolle><code>01</code></x:rolle></x:zustaendigkeit></x:zustaendigkeitTransferObjekt></x:schreibe>\n`;
}

function office(number: number): string {
  return `<x:schreibe><x:organisationseinheit><x:id schemeAgencyID="L1">o${number}</x:id><x:name><x:name languageCode="de">Stelle ${number}</x:name></x:name><x:kommunikation><x:kanal><code>telefon</code></x:kanal><x:kennung>040 66969 ${number}</x:kennung></x:kommunikation></x:organisationseinheit></x:schreibe>\n`;
}

async function makeFile(file: string, megabytes: number): Promise<void> {
  const out = createWriteStream(file);
  let written = 0;
  const write = async (part: string): Promise<void> => {
    written += Buffer.byteLength(part);
    if (!out.write(part)) await once(out, 'drain');
  };
  await write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<x:transfer xmlns:x="http://xoev.de/schemata/xzufi/2_2_0">\n',
  );
  for (let number = 0; number < 500; number += 1) await write(office(number));
  for (let number = 0; written < megabytes * 1_000_000; number += 1) {
    const own = number < ownServices;
    const area = own ? '010560050050' : '020000000000';
    await write(service(number, area));
    // The PVOG has far more responsibilities than services.
    for (let copy = 0; copy < 8; copy += 1)
      await write(responsibility(own && copy === 0 ? number : 1_000_000 + number * 8 + copy, area));
  }
  await write('</x:transfer>\n');
  out.end();
  await once(out, 'close');
}

/** The part that runs in the process of its own. */
async function measure(file: string, out: string): Promise<void> {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  const started = performance.now();
  const imported = await importKnowledge({
    base,
    out,
    replace: false,
    area: null,
    xzufi: [file],
    articles: [],
    offices: [],
    lines: [],
    source: 'Messung',
    today: '2026-11-25',
  });
  const seconds = (performance.now() - started) / 1000;
  // On a machine that others use too, the processor's time tells more than the clock.
  const used = process.cpuUsage(cpu);
  const cpuSeconds = (used.user + used.system) / 1e6;
  clearInterval(timer);
  if (!imported.ok) throw new Error(imported.failure.slice(0, 3).map(describeFailure).join('\n'));
  const megabytes = (await stat(file)).size / 1_000_000;
  const maximum = Math.max(peak, process.resourceUsage().maxRSS * 1024);
  console.table([
    {
      'File (MB)': Math.round(megabytes),
      'Time (s)': Number(seconds.toFixed(1)),
      'MB/s': Number((megabytes / seconds).toFixed(1)),
      'CPU (s)': Number(cpuSeconds.toFixed(1)),
      'MB/s of CPU': Number((megabytes / cpuSeconds).toFixed(1)),
      'RSS before (MB)': Math.round(before / 1e6),
      'Peak RSS (MB)': Math.round(maximum / 1e6),
      Read: imported.value.read['leistung'],
      Written: imported.value.written['Artikel'],
    },
  ]);
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-import-bench-'));
  try {
    for (const megabytes of sizes) {
      const file = join(folder, `${megabytes}.xml`);
      await makeFile(file, megabytes);
      const child = spawn(
        process.execPath,
        [...process.execArgv, import.meta.filename, file, join(folder, `out-${megabytes}`)],
        { stdio: 'inherit' },
      );
      const [code] = (await once(child, 'exit')) as [number | null];
      if (code !== 0) process.exitCode = 1;
      await rm(file);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [file, out] = process.argv.slice(2);
await (file === undefined || out === undefined ? main() : measure(file, out));
