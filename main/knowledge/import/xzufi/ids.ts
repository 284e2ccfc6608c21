import { createHash } from 'node:crypto';
import { textOf, type XmlNode } from '../xml/node.ts';

/** Key of an object: ids are unique only together with the agency that gave them. */
export function keyOf(id: XmlNode | undefined): string | null {
  const text = textOf(id);
  if (id === undefined || text === '') return null;
  const agency = id.attributes.get('schemeAgencyID') ?? '';
  return agency === '' ? text : `${agency}_${text}`;
}

/** Id of a pack for a key of XZuFi: the same for the same key in every import, readable, and unique. */
export function packIdOf(key: string): string {
  const slug = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const isFaithful = /^[A-Z0-9]*_?[A-Z0-9-]*$/i.test(key) && slug.length <= 60 && slug !== '';
  if (isFaithful && slug.toUpperCase() === key.toUpperCase().replace('_', '-')) return slug;
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return `${slug.slice(0, 50)}-${hash}`.replace(/^-/, 'x');
}
