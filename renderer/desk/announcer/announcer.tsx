import { useEffect, useState } from 'react';
import { useDeskStore } from '../desk-store.ts';
import { textsFor } from '../../../shared/texts/index.ts';
import { announcementFor } from './announcements.ts';

/**
 * Two live regions that are always there, because one that appears with its text is often not read. A dialog
 * makes the rest of the window inert, but not these: who has one open hears that it rings.
 */
export function Announcer(): React.JSX.Element {
  const store = useDeskStore();
  const [spoken, setSpoken] = useState({ assertive: '', polite: '' });
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.desk === null || now.desk === before.desk) return;
        const texts = textsFor(now.desk.settings.language);
        const announcement = announcementFor(before.desk, now.desk, texts);
        if (announcement === null) return;
        setSpoken(
          announcement.assertive
            ? { assertive: announcement.text, polite: '' }
            : { assertive: '', polite: announcement.text },
        );
      }),
    [store],
  );
  return (
    <div className="kern-sr-only" data-live-announcer="true">
      <div role="alert" aria-live="assertive">
        {spoken.assertive}
      </div>
      <div role="status" aria-live="polite">
        {spoken.polite}
      </div>
    </div>
  );
}
