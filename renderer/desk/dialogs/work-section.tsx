import { useState } from 'react';
import type { deskContract, Input } from '../../../shared/contract.ts';
import { settingTexts } from '../../../shared/settings/setting-texts.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { Check } from '../ui/check.tsx';
import { Choice } from './choice.tsx';
import { Field } from './field.tsx';

type Changes = Input<(typeof deskContract)['requests']['saveSettings']>;

const nothing: readonly string[] = [];
const wrapUpSeconds = [0, 15, 30, 60, 120];
const keptDays = [0, 1, 3, 7];

/** Wrap-up, automatic answer and how long the call list is kept. What a policy fixes is locked. */
export function WorkSection({ settings }: { readonly settings: Settings }): React.JSX.Element {
  const { health, settings: settingsTexts } = useTexts();
  const peer = useDesk((store) => store.peer);
  const managed = useDesk(({ desk }) => desk?.managed) ?? nothing;
  const texts = health.work;
  const { settings: names } = settingTexts(settings.language);
  const { wrapUp, autoAnswer, callListDays } = settings;
  const save = (changes: Changes): void => {
    peer.request('saveSettings', changes).catch(() => undefined);
  };
  // What is typed must not wait for main.
  const [agentName, setAgentName] = useState(settings.agentName);
  const label = (
    key: 'agentName' | 'wrapUp' | 'singleKeys' | 'autoAnswer' | 'callListDays',
  ): string =>
    managed.includes(key) ? `${names[key].name} (${settingsTexts.managed})` : names[key].name;
  return (
    <section className="desk-form" aria-label={texts.title}>
      <h3 className="kern-title">{texts.title}</h3>
      <Field
        label={label('agentName')}
        hint={names.agentName.text}
        value={agentName}
        disabled={managed.includes('agentName')}
        onChange={(typed) => {
          const name = typed.slice(0, 60);
          setAgentName(name);
          save({ agentName: name });
        }}
      />
      <Check
        label={label('singleKeys')}
        hint={names.singleKeys.text}
        checked={settings.singleKeys}
        disabled={managed.includes('singleKeys')}
        onChange={(singleKeys) => {
          save({ singleKeys });
        }}
      />
      <Check
        label={texts.wrapUpAutomatic}
        {...(managed.includes('wrapUp') ? { hint: settingsTexts.managed } : {})}
        checked={wrapUp.automatic}
        disabled={managed.includes('wrapUp')}
        onChange={(automatic) => {
          save({ wrapUp: { ...wrapUp, automatic } });
        }}
      />
      <Choice
        label={texts.wrapUpSeconds}
        value={String(wrapUp.seconds)}
        options={optionsOf(wrapUpSeconds, wrapUp.seconds, (count) =>
          count === 0 ? texts.byHand : texts.seconds(count),
        )}
        disabled={managed.includes('wrapUp') || !wrapUp.automatic}
        onChange={(seconds) => {
          save({ wrapUp: { ...wrapUp, seconds: Number(seconds) } });
        }}
      />
      <Choice
        label={label('autoAnswer')}
        value={autoAnswer.mode}
        options={texts.autoAnswer}
        disabled={managed.includes('autoAnswer')}
        onChange={(mode) => {
          save({ autoAnswer: { ...autoAnswer, mode } });
        }}
      />
      <p className="desk-muted">{texts.autoAnswerHint}</p>
      <Choice
        label={label('callListDays')}
        value={String(callListDays)}
        options={optionsOf(keptDays, callListDays, (count) =>
          count === 0 ? texts.memoryOnly : texts.days(count),
        )}
        disabled={managed.includes('callListDays')}
        onChange={(days) => {
          save({ callListDays: Number(days) });
        }}
      />
    </section>
  );
}

/** Usual numbers to choose from, and the one in force where it is none of them. */
function optionsOf(
  usual: readonly number[],
  current: number,
  words: (count: number) => string,
): Readonly<Record<string, string>> {
  const counts = [...new Set([...usual, current])].sort((a, b) => a - b);
  return Object.fromEntries(counts.map((count) => [String(count), words(count)]));
}
