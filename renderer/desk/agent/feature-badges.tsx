import { useDesk, useTexts } from '../desk-store.ts';

/** Features of the PBX that are on, or on their way: whoever is forwarded should see it. */
export function FeatureBadges(): React.JSX.Element {
  const texts = useTexts().agent;
  const features = useDesk(({ desk }) => desk?.features);
  const shown = features?.filter(({ state, pending }) => state === 'on' || pending !== null) ?? [];
  return (
    <div role="status" className="desk-features">
      {shown.map(({ name, pending }) => (
        <span key={name} className="kern-badge kern-badge--warning desk-badge">
          <span className="kern-label kern-label--small">
            {pending === null ? texts.featureOn(name) : texts.pending(name)}
          </span>
        </span>
      ))}
    </div>
  );
}
