import type { Variant } from '../../../shared/knowledge/search.ts';
import { useTexts } from '../desk-store.ts';

type Place = Pick<Variant, 'areaLevel' | 'areaName'>;

/** Level and name of an area: "Kommune: Wedel", "Bund". */
export function useAreaLabel(): (place: Place) => string {
  const { levels } = useTexts().knowledge;
  return ({ areaLevel, areaName }) => {
    const level = levels[areaLevel];
    if (areaLevel === 'federation' || areaName === '') return level;
    // "Kreis Pinneberg" and "Amt Pinnau" say their level themselves.
    return areaName.startsWith(`${level} `) ? areaName : `${level}: ${areaName}`;
  };
}

export function AreaBadge({ place }: { readonly place: Place }): React.JSX.Element {
  const labelOf = useAreaLabel();
  return <span className={`desk-area desk-area--${place.areaLevel}`}>{labelOf(place)}</span>;
}
