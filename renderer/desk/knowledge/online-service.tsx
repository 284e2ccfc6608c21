import { useState } from 'react';
import { encode } from 'uqr';
import { spell, spokenAddress } from '../../../shared/knowledge/spelling.ts';
import { useTexts, type LoadedArticle } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';

type Shown = 'spelling' | 'qr' | null;

/**
 * An online service: what the citizen needs for it, and three ways to hand its address over. It is never
 * opened here: the window has no remote content.
 */
export function OnlineServiceRow({
  service,
}: {
  readonly service: LoadedArticle['onlineServices'][number];
}): React.JSX.Element {
  const texts = useTexts().knowledge;
  const [shown, setShown] = useState<Shown>(null);
  const { title, url, trustLevel, needs } = service;
  const address = spokenAddress(url);
  const facts = [
    trustLevel === undefined ? null : texts.page.trustLevel(trustLevel),
    needs === undefined ? null : texts.page.needs(needs),
  ].filter((fact) => fact !== null);
  const toggle = (wanted: Shown, label: string): React.JSX.Element => (
    <ActionButton
      look="tertiary"
      label={label}
      pressed={shown === wanted}
      onPress={() => {
        setShown(shown === wanted ? null : wanted);
      }}
    />
  );
  return (
    <li>
      <div className="desk-service">
        <strong>{title}</strong> <span className="desk-muted">{address}</span>
        {facts.length === 0 ? null : <div>{facts.join(' · ')}</div>}
      </div>
      <CopyButton text={url} label={texts.copyLink} />
      {toggle('spelling', texts.page.spell)}
      {toggle('qr', texts.page.qr)}
      {shown === 'spelling' ? <Spelling address={address} /> : null}
      {shown === 'qr' ? <QrCode url={url} label={texts.page.qrOf(address)} /> : null}
    </li>
  );
}

function Spelling({ address }: { readonly address: string }): React.JSX.Element {
  const texts = useTexts().knowledge.page;
  return (
    <ol className="desk-spelling" aria-label={texts.spelling}>
      {spell(address).map(([sign, word], index) => (
        <li key={index}>
          <strong>{sign}</strong> {word}
        </li>
      ))}
    </ol>
  );
}

/** Dark modules on white in every theme: cameras expect it so. */
function QrCode({
  url,
  label,
}: {
  readonly url: string;
  readonly label: string;
}): React.JSX.Element {
  const { data, size } = encode(url, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${String(x)},${String(y)}h1v1h-1z`] : [])),
  );
  return (
    <div className="desk-qr-row">
      <svg
        className="desk-qr"
        role="img"
        aria-label={label}
        viewBox={`0 0 ${String(size)} ${String(size)}`}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="white" />
        <path d={path.join('')} fill="black" />
      </svg>
    </div>
  );
}
