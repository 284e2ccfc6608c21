import { z } from 'zod';
import { settingFacts, settingKeys } from '../../shared/settings/setting-facts.ts';
import { settingTexts } from '../../shared/settings/setting-texts.ts';
import { settingsDefaults, settingsLayerSchema } from '../../shared/settings/settings.ts';

const defaults: Readonly<Record<string, unknown>> = settingsDefaults;

/** JSON Schema (draft 2020-12) of a policy file, for editors that complete and check while one types. */
export function policySchema(): string {
  const { settings } = settingTexts('de');
  const properties = settingKeys.map((key): [string, unknown] => {
    const schema = z.toJSONSchema(settingsLayerSchema.shape[key], { io: 'input' });
    return [
      key,
      {
        title: settings[key].name,
        description: settings[key].text,
        ...Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema')),
        ...(Object.hasOwn(defaults, key) ? { default: defaults[key] } : {}),
        examples: [settingFacts[key].example],
      },
    ];
  });
  return JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Vorgaben für Amtsdraht',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      $serial: {
        type: 'integer',
        minimum: 1,
        title: 'Nummer der Veröffentlichung',
        description:
          'Nur für Vorgaben, die über policyUrl verteilt werden: steigt mit jeder Änderung.',
      },
      ...Object.fromEntries(properties),
    },
    additionalProperties: false,
  });
}
