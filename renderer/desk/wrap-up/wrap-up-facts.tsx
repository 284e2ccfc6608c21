import type { DeskState } from '../../../shared/contract.ts';
import type { WrapUp } from '../../../shared/journal/wrap-up.ts';
import { formatDuration } from '../call/call-time.tsx';
import { useDesk, useTexts } from '../desk-store.ts';

export const wrapUpLineId = 'wrap-up-line';
export const wrapUpMunicipalityId = 'wrap-up-municipality';

const none: DeskState['municipalities'] = [];
const noLines: readonly Line[] = [];
type Line = NonNullable<WrapUp['line']>;

/** What is filled in from the call; line and municipality can still be put right. */
export function Facts({ wrapUp }: { readonly wrapUp: WrapUp }): React.JSX.Element {
  const texts = useTexts().journal.wrapUp;
  const peer = useDesk((store) => store.peer);
  const municipalities = useDesk(({ desk }) => desk?.municipalities) ?? none;
  const known = useDesk(({ desk }) => desk?.lines) ?? noLines;
  // A line that came and went with another pack is still the one of this call.
  const { line: own } = wrapUp;
  const gone = own !== null && known.every(({ id }) => id !== own.id);
  const lines = gone ? [own, ...known] : known;
  return (
    <dl className="desk-facts">
      <dt>
        <label htmlFor={wrapUpLineId}>{texts.line}</label>
      </dt>
      <dd>
        <select
          id={wrapUpLineId}
          aria-keyshortcuts="Control+L"
          className="desk-native-select"
          value={wrapUp.line?.id ?? ''}
          onChange={({ target }) => {
            const line = lines.find(({ id }) => id === target.value);
            if (line === undefined) return;
            const { id, name } = line;
            peer.report('changeWrapUp', { callId: wrapUp.callId, line: { id, name } });
          }}
        >
          {wrapUp.line === null ? <option value="">–</option> : null}
          {lines.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </dd>
      <dt>
        <label htmlFor={wrapUpMunicipalityId}>{texts.municipality}</label>
      </dt>
      <dd>
        <select
          id={wrapUpMunicipalityId}
          aria-keyshortcuts="Control+O"
          className="desk-native-select"
          value={wrapUp.municipality?.ars ?? ''}
          onChange={({ target }) => {
            const municipality = municipalities.find(({ ars }) => ars === target.value) ?? null;
            peer.report('changeWrapUp', { callId: wrapUp.callId, municipality });
          }}
        >
          <option value="">{texts.noMunicipality}</option>
          {municipalities.map(({ ars, name }) => (
            <option key={ars} value={ars}>
              {name}
            </option>
          ))}
        </select>
      </dd>
      <dt>{texts.topics}</dt>
      <dd>
        {wrapUp.topics.length === 0
          ? texts.noTopics
          : wrapUp.topics.map(({ title }) => title).join(', ')}
      </dd>
      {wrapUp.transferredTo === null ? null : (
        <>
          <dt>{texts.transferredTo}</dt>
          <dd>{wrapUp.transferredTo}</dd>
        </>
      )}
      <dt>{texts.duration}</dt>
      <dd>{formatDuration(wrapUp.talkSeconds)}</dd>
    </dl>
  );
}
