import { childNamed, childrenNamed, codeOf, textOf, type XmlNode } from '../xml/node.ts';
import { keyOf } from './ids.ts';

/** One zustaendigkeit: who (organisationseinheit or onlinedienst) is there for which service, and where. */
export interface ResponsibilityRecord {
  /** Key of its own, for `loesche`; made up from the others where a sender leaves it out. */
  readonly key: string;
  readonly parentKey: string;
  readonly serviceKey: string;
  /** gebietID as sent. */
  readonly areas: readonly string[];
  /** 01 and 02 are the responsible office, others take part in some way. */
  readonly role: string;
}

/** Reads a zustaendigkeitTransferObjekt. */
export function transferredResponsibilities(node: XmlNode): readonly ResponsibilityRecord[] {
  const parent = keyOf(childNamed(node, 'uebergeordnetesObjektID'));
  return parent === null ? [] : responsibilitiesWithin(node, parent);
}

/** zustaendigkeit elements of an object, be it the transfer object or the organisationseinheit itself. */
export function responsibilitiesWithin(
  node: XmlNode,
  parentKey: string,
): readonly ResponsibilityRecord[] {
  return childrenNamed(node, 'zustaendigkeit').flatMap((part): ResponsibilityRecord[] => {
    const areas = childrenNamed(part, 'gebietID').map(textOf);
    return childrenNamed(part, 'leistungID').flatMap((id) => {
      const serviceKey = keyOf(id);
      if (serviceKey === null) return [];
      const key = keyOf(childNamed(part, 'id')) ?? `${parentKey}/${serviceKey}/${areas.join(',')}`;
      return [{ key, parentKey, serviceKey, areas, role: codeOf(childNamed(part, 'rolle')) }];
    });
  });
}
