import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PackageButton } from './package-button.tsx';

/** The way to the state of the workplace and to the diagnosis package, at the foot of the settings. */
export function SupportSection(): React.JSX.Element {
  const texts = useTexts().health;
  const openDialog = useDesk((store) => store.openDialog);
  return (
    <section className="desk-form" aria-label={texts.section}>
      <h3 className="kern-title">{texts.section}</h3>
      <p className="desk-muted">{texts.sectionHint}</p>
      <div className="desk-form__buttons">
        <ActionButton
          label={texts.open}
          onPress={() => {
            openDialog('health');
          }}
        />
        <PackageButton />
      </div>
    </section>
  );
}
