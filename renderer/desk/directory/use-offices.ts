import { useEffect, useState } from 'react';
import type { TransferTarget } from '../../../shared/card.ts';
import { useDesk, type DeskStore } from '../desk-store.ts';

/**
 * Offices for what is typed; an answer that a newer one has overtaken is dropped.
 * @param callId whose card says which offices come first; null: no call
 */
export function useOffices(callId: string | null, text: string): readonly TransferTarget[] {
  const peer = useDesk((store) => store.peer);
  const article = useDesk((store) => store.article?.id ?? null);
  const [targets, setTargets] = useState<readonly TransferTarget[]>([]);
  useEffect(() => {
    let current = true;
    peer
      .request('transferTargets', { callId, article, text: text.slice(0, 200) })
      .catch(() => ({ targets: [] }))
      .then((answer) => {
        if (current) setTargets(answer.targets);
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [peer, callId, article, text]);
  return targets;
}

/** The office that Enter means: asked anew, because the list may not have caught up with the typing. */
export async function firstOffice(
  { peer, article }: Pick<DeskStore, 'peer' | 'article'>,
  callId: string | null,
  text: string,
): Promise<TransferTarget | null> {
  const asked = { callId, article: article?.id ?? null, text: text.slice(0, 200) };
  const { targets } = await peer.request('transferTargets', asked);
  return targets[0] ?? null;
}
