import type { Call } from '../../../shared/call/call.ts';
import { emergencyNumber } from '../../../shared/lines/emergency.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { NoticeBox } from '../ui/notice-box.tsx';

/** Where the agent is, to be read out to the emergency services; nothing beside other calls. */
export function EmergencyNote({ call }: { readonly call: Call }): React.JSX.Element | null {
  const texts = useTexts().dial;
  const place = useDesk(({ desk }) => desk?.settings.emergency.place) ?? null;
  if (call.direction !== 'outgoing' || emergencyNumber(call.party.number ?? '') === null)
    return null;
  return (
    <div className="desk-pad" role="status">
      <NoticeBox look="danger" title={texts.emergencyTitle}>
        <p className="kern-body desk-emergency">{place ?? texts.emergencyNoPlace}</p>
      </NoticeBox>
    </div>
  );
}
