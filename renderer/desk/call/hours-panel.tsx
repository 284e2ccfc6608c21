import type { HourOfCalls } from '../../../shared/card.ts';
import { useTexts } from '../desk-store.ts';

const [width, height, gap] = [320, 72, 6];

/** A crisis by the hour: one sentence, and on demand the picture with its numbers. */
export function HoursPanel({
  hours,
}: {
  readonly hours: readonly HourOfCalls[];
}): React.JSX.Element | null {
  const texts = useTexts().card.hours;
  const now = hours.at(-1);
  if (now === undefined) return null;
  const here = hours.reduce((sum, hour) => sum + hour.here, 0);
  const counted = hours.some(({ centre }) => centre !== null);
  const summary = texts.summary(now.here, here, hours.length);
  return (
    <details className="desk-hours">
      <summary>{summary}</summary>
      <svg
        className="desk-hours__chart"
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={texts.chart}
      >
        <Bars hours={hours} />
      </svg>
      <table className="desk-hours__table">
        <thead>
          <tr>
            <th scope="col">{texts.hour}</th>
            <th scope="col">
              <span className="desk-hours__key" aria-hidden="true" />
              {texts.here}
            </th>
            {counted ? (
              <th scope="col">
                <span className="desk-hours__key desk-hours__key--centre" aria-hidden="true" />
                {texts.centre}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {hours.map(({ hour, here: mine, centre }, index) => (
            // The hour that is there twice in autumn must not be one row.
            <tr key={String(index)}>
              <th scope="row">{texts.from(hour)}</th>
              <td>{mine}</td>
              {counted ? <td>{centre ?? '–'}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Calls of the centre as frames, those of this desk as filled bars in them. */
function Bars({ hours }: { readonly hours: readonly HourOfCalls[] }): React.JSX.Element {
  const most = Math.max(1, ...hours.map(({ here, centre }) => Math.max(here, centre ?? 0)));
  const step = width / hours.length;
  const bar = (index: number, count: number, className: string): React.JSX.Element => {
    const tall = (count / most) * (height - 2);
    return (
      <rect
        className={className}
        x={index * step + gap / 2}
        y={height - 1 - tall}
        width={step - gap}
        height={tall}
      />
    );
  };
  return (
    <>
      <line className="desk-hours__ground" x1={0} x2={width} y1={height - 1} y2={height - 1} />
      {hours.map(({ here, centre }, index) => (
        <g key={String(index)}>
          {centre === null ? null : bar(index, centre, 'desk-hours__centre')}
          {bar(index, here, 'desk-hours__here')}
        </g>
      ))}
    </>
  );
}
