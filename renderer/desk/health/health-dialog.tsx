import { useEffect, useState } from 'react';
import type { Health } from '../../../shared/diagnostics/health.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { DeskDialog } from '../dialogs/desk-dialog.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { healthRows } from './health-rows.ts';
import { PackageButton } from './package-button.tsx';
import { TracePanel } from './trace-panel.tsx';

/** State of the workplace for the help desk: what is proven, what is in use, where settings come from. */
export function HealthDialog(): React.JSX.Element | null {
  const texts = useTexts();
  const peer = useDesk((store) => store.peer);
  const desk = useDesk((store) => store.desk);
  const [health, setHealth] = useState<Health | null>(null);
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    peer
      .request('getHealth', {})
      .then((answer) => {
        if (!current) return;
        setHealth(answer);
        setAskedAt(Date.now());
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [peer, round]);
  if (desk === null) return null;
  const words = texts.health;
  return (
    <DeskDialog title={words.title}>
      <dl className="desk-health" aria-busy={health === null}>
        {healthRows(desk, health, texts).map(({ row, text, state }) => (
          <div key={row} className="desk-health__row" data-row={row}>
            <dt>{words.rows[row]}</dt>
            <dd>
              {state === null ? null : (
                <span
                  className={`kern-icon kern-icon--small kern-icon--${state === 'good' ? 'success' : 'warning'}`}
                  role="img"
                  aria-label={words[state]}
                />
              )}
              {text}
            </dd>
          </div>
        ))}
      </dl>
      <div className="desk-form__buttons">
        <ActionButton
          label={words.refresh}
          onPress={() => {
            setAskedAt(null);
            setRound(round + 1);
          }}
        />
        {desk.update.phase === 'off' ? null : (
          <ActionButton
            look="tertiary"
            label={texts.updates.check}
            onPress={() => {
              peer.report('checkForUpdates', {});
            }}
          />
        )}
        <p role="status" className="desk-muted">
          {askedAt === null
            ? words.asking
            : words.asked(new Date(askedAt).toLocaleTimeString(texts.locale))}
        </p>
      </div>
      <TracePanel />
      <section className="desk-form" aria-label={words.package}>
        <h3 className="kern-title">{words.package}</h3>
        <p className="desk-muted">{words.packageHint}</p>
        <div className="desk-form__buttons">
          <PackageButton />
        </div>
      </section>
    </DeskDialog>
  );
}
