import { isSettingKey, type SettingKey } from '../../../shared/settings/setting-facts.ts';
import { settingTexts, valueLabels } from '../../../shared/settings/setting-texts.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { useDesk, useTexts } from '../desk-store.ts';

const nothing: readonly string[] = [];

/** What a policy fixes: every such setting with its value and where it comes from. Nothing, where there is none. */
export function ManagedSection({
  settings,
}: {
  readonly settings: Settings;
}): React.JSX.Element | null {
  const texts = useTexts().health.managed;
  const managed = useDesk(({ desk }) => desk?.managed) ?? nothing;
  const source = useDesk(({ desk }) => desk?.policySource) ?? '';
  const keys = managed.filter(isSettingKey);
  if (keys.length === 0) return null;
  const words = settingTexts(settings.language);
  return (
    <section className="desk-form" aria-label={texts.title}>
      <h3 className="kern-title">{texts.title}</h3>
      <p className="desk-muted desk-managed__source">{texts.from(source)}</p>
      <table className="desk-managed">
        <thead>
          <tr>
            <th scope="col">{texts.columns.setting}</th>
            <th scope="col">{texts.columns.value}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">
                <span className="desk-managed__lock" aria-hidden="true" />
                {words.settings[key].name}
              </th>
              <td>{shown(key, settings, texts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A value as a person reads it; what has a structure is shown with its parts. */
function shown(key: SettingKey, settings: Settings, texts: Texts['health']['managed']): string {
  const value: unknown = settings[key];
  if (typeof value === 'string')
    return valueLabels(settingTexts(settings.language), key)?.[value] ?? value;
  return parts(value, texts);
}

function parts(value: unknown, texts: Texts['health']['managed']): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? texts.on : texts.off;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value))
    return value.length === 0 ? '–' : value.map((one) => parts(one, texts)).join(', ');
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${parts(part, texts)}`)
    .join('; ');
}
