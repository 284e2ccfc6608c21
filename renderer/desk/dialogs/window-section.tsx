import type { Settings } from '../../../shared/settings/settings.ts';
import { hotkeyCommands, hotkeysSchema } from '../../../shared/windows/window-settings.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { Check } from '../ui/check.tsx';
import { HotkeyField } from './hotkey-field.tsx';

const nothingManaged: readonly string[] = [];
const switches = ['ringWindow', 'ringNotification', 'compactWindow'] as const;

/** What reaches the agent in other programs: ring window, messages, keys. Everything applies at once. */
export function WindowSection({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const { windows: texts, hotkeys, settings: settingsTexts } = useTexts();
  const peer = useDesk((store) => store.peer);
  const managed = useDesk(({ desk }) => desk?.managed) ?? nothingManaged;
  return (
    <section className="desk-form" aria-label={texts.title}>
      <h3 className="kern-title">{texts.title}</h3>
      {switches.map((key) => (
        <Check
          key={key}
          label={texts[key]}
          hint={texts[`${key}Hint`]}
          checked={settings[key]}
          disabled={managed.includes(key)}
          onChange={(checked) => {
            peer.request('saveSettings', { [key]: checked }).catch(() => undefined);
          }}
        />
      ))}
      <p className="desk-muted">
        {managed.includes('hotkeys') ? settingsTexts.managed : hotkeys.hint}
      </p>
      <div className="desk-form__pair desk-form__pair--top">
        {hotkeyCommands.map((command) => (
          <HotkeyField
            key={command}
            label={hotkeys.commands[command]}
            value={settings.hotkeys[command]}
            disabled={managed.includes('hotkeys')}
            onChange={async (accelerator) => {
              const wanted = { ...settings.hotkeys, [command]: accelerator };
              if (!hotkeysSchema.safeParse(wanted).success) return false;
              const { saved } = await peer.request('saveSettings', { hotkeys: wanted });
              return saved;
            }}
          />
        ))}
      </div>
    </section>
  );
}
