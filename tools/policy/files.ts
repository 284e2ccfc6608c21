import { formatted, type GeneratedFiles } from '../setup/generated-files.ts';
import { adml } from './adml.ts';
import { admx } from './admx.ts';
import { policySchema } from './json-schema.ts';
import { settingsDocument } from './table.ts';
import { troublesDocument } from './troubles.ts';

/** What is made from the one schema of the settings and from the texts of the window, for IT. */
export function policyFiles(): Promise<GeneratedFiles> {
  return formatted(
    new Map([
      ['assets/policy/Amtsdraht.admx', admx()],
      ['assets/policy/de-DE/Amtsdraht.adml', adml('de')],
      ['assets/policy/en-US/Amtsdraht.adml', adml('en')],
      ['assets/policy/amtsdraht-policy.schema.json', policySchema()],
      ['docs/betrieb/vorgaben.md', settingsDocument()],
      ['docs/betrieb/stoerungen.md', troublesDocument()],
    ]),
  );
}
