import { graphSeconds, type CallMedia } from '../../../shared/sound/call-media.ts';
import { useTexts } from '../desk-store.ts';
import { courseOf, linePoints } from './quality.ts';

const [width, height] = [240, 56];
const keys = ['mos', 'rttMs', 'jitterMs', 'lossPercent'] as const;

/** The last minute of a call as a line and, for everybody, as a table. */
export function QualityPanel({ media }: { readonly media: CallMedia }): React.JSX.Element {
  const { sound: texts, locale } = useTexts();
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const shown = (value: number | null): string => (value === null ? '–' : format.format(value));
  const { samples, codec } = media;
  const mos = courseOf(samples, 'mos');
  return (
    <div className="desk-quality">
      <svg
        className="desk-quality__graph"
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={texts.lastMinute(graphSeconds, shown(mos.worst), shown(mos.now))}
      >
        <line className="desk-quality__limit" x1={0} x2={width} y1={22.4} y2={22.4} />
        <polyline
          className="desk-quality__line"
          points={linePoints(samples, width, height, graphSeconds)}
        />
      </svg>
      <table className="desk-quality__table">
        <thead>
          <tr>
            <th scope="col">{codec === null ? '' : `${texts.codec}: ${codec}`}</th>
            <th scope="col">{texts.now}</th>
            <th scope="col">{texts.mean}</th>
            <th scope="col">{texts.worst}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => {
            const course = courseOf(samples, key);
            return (
              <tr key={key}>
                <th scope="row">{texts.values[key]}</th>
                <td>{shown(course.now)}</td>
                <td>{shown(course.mean)}</td>
                <td>{shown(course.worst)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
