import { z } from 'zod';
import type { SettingKey } from '../../shared/settings/setting-facts.ts';
import { settingsLayerSchema } from '../../shared/settings/settings.ts';

/** How a setting is entered where there is no JSON: policy editors, the registry. */
export type Kind =
  | { readonly kind: 'switch' }
  | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'text' }
  /** Texts, one a line. */
  | { readonly kind: 'list' }
  | { readonly kind: 'json' };

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Reads off the schema what kind of value a setting has. */
export function kindOf(key: SettingKey): Kind {
  const schema = z.toJSONSchema(settingsLayerSchema.shape[key], { io: 'input' }) as Schema;
  switch (schema.type) {
    case 'boolean':
      return { kind: 'switch' };
    case 'integer':
    case 'number':
      return { kind: 'number', minimum: schema.minimum ?? 0, maximum: schema.maximum ?? 2 ** 31 };
    case 'string':
      return schema.enum === undefined ? { kind: 'text' } : { kind: 'choice', values: schema.enum };
    case 'array':
      return schema.items?.type === 'string' ? { kind: 'list' } : { kind: 'json' };
    case undefined: // one of several objects
    default:
      return { kind: 'json' };
  }
}
