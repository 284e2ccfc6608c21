import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Settings } from '../../../shared/settings/settings.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { SupportSection } from '../health/index.ts';
import { SoundSection } from '../sound/index.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { accountOf, formOf, type AccountField } from './account-form.ts';
import { Choice } from './choice.tsx';
import { DeskDialog } from './desk-dialog.tsx';
import { Field } from './field.tsx';
import { ManagedSection } from './managed-section.tsx';
import { WindowSection } from './window-section.tsx';
import { WorkSection } from './work-section.tsx';

/** Account, password, language, colours, tones. What a policy fixes is shown and cannot be changed. */
export function SettingsDialog(): React.JSX.Element | null {
  const texts = useTexts().settings;
  const settings = useDesk(({ desk }) => desk?.settings);
  if (settings === undefined) return null;
  return (
    <DeskDialog title={texts.title}>
      <ManagedSection settings={settings} />
      <AccountSection settings={settings} />
      <SoundSection settings={settings} />
      <WindowSection settings={settings} />
      <WorkSection settings={settings} />
      <AppearanceSection settings={settings} />
      <SupportSection />
    </DeskDialog>
  );
}

function AccountSection({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const { settings: texts, save: saveLabel } = useTexts();
  const peer = useDesk((store) => store.peer);
  const managed = useDesk(({ desk }) => desk?.managed.includes('account') === true);
  const [form, setForm] = useState(() => formOf(settings.account));
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<readonly AccountField[]>([]);
  const [outcome, setOutcome] = useState<string | null>(null);
  const change = (field: AccountField) => (value: string) => {
    setForm((current) => ({ ...current, [field]: value }));
  };
  const errorOf = (field: AccountField): string | null => {
    if (!wrong.includes(field)) return null;
    return field === 'registrars' ? texts.registrarsInvalid : texts.userInvalid;
  };

  const save = async (): Promise<void> => {
    const read = accountOf(form);
    if (read.kind === 'wrong') {
      setWrong(read.fields);
      setOutcome(null);
      return;
    }
    setWrong([]);
    // The password first: saving the account connects, and it has to be there by then.
    const stored = password === '' ? null : await peer.request('setPassword', { password });
    if (!managed)
      await peer.request('saveSettings', {
        account: read.kind === 'account' ? read.account : null,
      });
    setPassword('');
    const where =
      stored === null
        ? ''
        : stored.stored === 'keyStore'
          ? ` ${texts.storedInKeyStore}`
          : ` ${texts.storedForSession}`;
    setOutcome(`${texts.saved}${where}`);
  };

  const run = (work: Promise<unknown>): void => {
    work.catch(() => {
      setOutcome(texts.notSaved);
    });
  };

  return (
    <Form
      className="desk-form"
      validationBehavior="aria"
      aria-label={texts.account}
      onSubmit={(event) => {
        event.preventDefault();
        run(save());
      }}
    >
      <h3 className="kern-title">{texts.account}</h3>
      <p className="desk-muted">{managed ? texts.managed : texts.accountHint}</p>
      <Field
        label={texts.registrars}
        hint={texts.registrarsHint}
        value={form.registrars}
        onChange={change('registrars')}
        error={errorOf('registrars')}
        disabled={managed}
        autoFocus={!managed}
      />
      <div className="desk-form__pair">
        <Field
          label={texts.user}
          value={form.user}
          onChange={change('user')}
          error={errorOf('user')}
          disabled={managed}
        />
        <Field
          label={texts.password}
          hint={texts.passwordHint}
          type="password"
          value={password}
          onChange={setPassword}
        />
      </div>
      <div className="desk-form__pair">
        <Field
          label={`${texts.authorizationUser} (${texts.optional})`}
          value={form.authorizationUser}
          onChange={change('authorizationUser')}
          error={errorOf('authorizationUser')}
          disabled={managed}
        />
        <Field
          label={`${texts.domain} (${texts.optional})`}
          value={form.domain}
          onChange={change('domain')}
          error={errorOf('domain')}
          disabled={managed}
        />
      </div>
      <div className="desk-form__buttons">
        <button type="submit" className="kern-btn kern-btn--primary desk-button">
          <span className="kern-label">{saveLabel}</span>
        </button>
        {settings.account === undefined || managed ? null : (
          <ActionButton
            label={texts.removeAccount}
            onPress={() => {
              setForm(formOf(undefined));
              run(peer.request('saveSettings', { account: null }));
            }}
          />
        )}
        <p role="status">{outcome}</p>
      </div>
    </Form>
  );
}

function AppearanceSection({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const texts = useTexts().settings;
  const peer = useDesk((store) => store.peer);
  const managed = useDesk(({ desk }) => desk?.managed) ?? [];
  const save = (
    change: Partial<Pick<Settings, 'blindTransfer' | 'dtmf' | 'language' | 'theme'>>,
  ): void => {
    peer.request('saveSettings', change).catch(() => undefined);
  };
  return (
    <section className="desk-form" aria-label={texts.appearance}>
      <h3 className="kern-title">{texts.appearance}</h3>
      <Choice
        label={texts.language}
        value={settings.language}
        options={texts.languages}
        disabled={managed.includes('language')}
        onChange={(language) => {
          save({ language });
        }}
      />
      <Choice
        label={texts.theme}
        value={settings.theme}
        options={texts.themes}
        disabled={managed.includes('theme')}
        onChange={(theme) => {
          save({ theme });
        }}
      />
      <Choice
        label={texts.dtmf}
        value={settings.dtmf}
        options={texts.dtmfWays}
        disabled={managed.includes('dtmf')}
        onChange={(dtmf) => {
          save({ dtmf });
        }}
      />
      <Choice
        label={texts.blindTransfer}
        value={settings.blindTransfer}
        options={texts.blindTransferWays}
        disabled={managed.includes('blindTransfer')}
        onChange={(blindTransfer) => {
          save({ blindTransfer });
        }}
      />
    </section>
  );
}
