import { z } from 'zod';

/** The parts of JSON Schema that zod makes from the model. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: string | number | boolean;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'Text',
  number: 'Zahl',
  boolean: 'true oder false',
  null: 'null',
};

/** Markdown table of all fields of a schema; fields within others as `links[].url`. */
export function fieldTable(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'input' }) as Schema;
  const rows = fieldsOf(json, '', json.$defs ?? {});
  return ['| Feld | Pflicht | Inhalt | Bedeutung |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

type Definitions = NonNullable<Schema['$defs']>;

function fieldsOf(schema: Schema, prefix: string, definitions: Definitions): readonly string[] {
  const variants = (schema.oneOf ?? []).flatMap((variant) => {
    const kind = variant.properties?.['kind'];
    const rows = fieldsOf({ ...variant, properties: withoutKind(variant) }, prefix, definitions);
    const name = `${prefix}kind`;
    return [row(name, true, `\`${String(kind?.const)}\``, kind?.description ?? ''), ...rows];
  });
  const fields = Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const path = `${prefix}${key}`;
    const required = schema.required?.includes(key) === true;
    const [inner, suffix] = field.items === undefined ? [field, '.'] : [field.items, '[].'];
    const own = row(path, required, contentOf(field, definitions), field.description ?? '');
    return [own, ...fieldsOf(inner, `${path}${suffix}`, definitions)];
  });
  return [...fields, ...variants];
}

function withoutKind({ properties = {} }: Schema): Readonly<Record<string, Schema>> {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => key !== 'kind'));
}

function contentOf(schema: Schema, definitions: Definitions): string {
  if (schema.$ref !== undefined)
    return definitions[schema.$ref.split('/').at(-1) ?? '']?.description ?? '';
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined)
    return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.anyOf !== undefined)
    return schema.anyOf.map((option) => contentOf(option, definitions)).join(' oder ');
  if (schema.items !== undefined) {
    const inner = contentOf(schema.items, definitions);
    return inner === '' ? 'Liste' : `Liste: ${inner}`;
  }
  return typeNames[typeof schema.type === 'string' ? schema.type : ''] ?? '';
}

function row(path: string, required: boolean, content: string, meaning: string): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  return `| \`${path}\` | ${required ? 'ja' : ''} | ${cell(content)} | ${cell(meaning)} |`;
}
