import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { Texts } from '../../../shared/texts/index.ts';
import { ringingCall } from '../call/call-in-focus.ts';
import { useDesk, useTexts, type DialogName } from '../desk-store.ts';

type Entry = readonly [dialog: DialogName, label: string, key: string | null];

function entriesOf(texts: Texts, counts: { missed: number; due: number }): readonly Entry[] {
  const { journal, callList, menu, setup } = texts;
  const { missed, due } = counts;
  return [
    ['dial', menu.dial, 'F3'],
    ['calls', missed === 0 ? callList.title : callList.titleMissed(missed), 'F11'],
    ['callbacks', due === 0 ? journal.callbacks.title : journal.callbacks.titleDue(due), null],
    ['shift', journal.shift.title, null],
    ['proof', texts.registration.proof.title, null],
    ['settings', menu.settings, null],
    ['setup', setup.open, setup.key],
    ['keys', menu.keys, 'F1'],
  ];
}

/** Everything of the top bar behind one button, for windows in which the call needs the place. */
export function MainMenu(): React.JSX.Element {
  const texts = useTexts();
  const openDialog = useDesk((store) => store.openDialog);
  const missed = useDesk(({ desk }) => desk?.callList.missed) ?? 0;
  const due = useDesk(({ desk }) => desk?.callbacks.due) ?? 0;
  const entries = entriesOf(texts, { missed, due });
  const [wanted, setWanted] = useState(false);
  // Enter belongs to the call that rings.
  const rings = useDesk(({ desk }) => ringingCall(desk?.calls ?? []) !== undefined);
  return (
    <MenuTrigger isOpen={wanted && !rings} onOpenChange={setWanted}>
      <Button className="kern-btn kern-btn--secondary desk-button desk-top__more">
        <span className="kern-label">{texts.menu.open(missed + due)}</span>
      </Button>
      <Popover className="desk-popover" placement="bottom end">
        <Menu
          className="desk-menu"
          aria-label={texts.menu.title}
          onAction={(key) => {
            const entry = entries.find(([dialog]) => dialog === key);
            if (entry !== undefined) openDialog(entry[0]);
          }}
        >
          {entries.map(([dialog, label, key]) => (
            <MenuItem key={dialog} id={dialog} className="desk-menu__item" textValue={label}>
              {label}
              {key === null ? null : (
                <kbd className="desk-key desk-menu__key" aria-hidden="true">
                  {key}
                </kbd>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
