import { useEffect, useState } from 'react';
import { useDesk, type DeskPeer } from '../desk-store.ts';

/**
 * Main's answer of now, asked for again whenever `version` changes; null until the first one is there.
 * An answer that comes after a newer question is dropped.
 * @param ask the same function each time: another one is another question
 */
export function useAnswer<Answer>(
  ask: (peer: DeskPeer) => Promise<Answer>,
  version: number | undefined,
): Answer | null {
  const peer = useDesk((store) => store.peer);
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let current = true;
    ask(peer)
      .then((newest) => {
        if (current) setAnswer(newest);
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [peer, ask, version]);
  return answer;
}
