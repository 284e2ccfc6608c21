import type { callerContract, Payload } from '../../shared/contract.ts';
import type { Line } from '../../shared/knowledge/pack.ts';
import { unreachable } from '../../shared/unreachable.ts';
import type { Scenario } from './read-scenarios.ts';

type DialledLine = Pick<Line, 'name' | 'numbers' | 'displayPrefixes'>;

/** Drama numbers (see scenarios.ts): the centre's own trunk, and one that no line should have. */
const trunkNumber = '+494066969998';
const strangeNumber = '+494066969999';

/** The order for the simulated caller to play a scenario towards the user `target` of the switchboard. */
export function callOf(
  scenario: Scenario,
  line: DialledLine,
  target: string,
  names: { readonly dialedNumberHeader: string; readonly topicHeader: string },
): Payload<(typeof callerContract)['notices']['call']> {
  return {
    scenario: scenario.id,
    target,
    callerNumber: scenario.callerNumber,
    callerName: callerNameOf(scenario, line),
    headers: [
      ...inviteHeadersOf(scenario, line, names.dialedNumberHeader),
      ...(scenario.menuTopic === undefined ? [] : [`${names.topicHeader}: ${scenario.menuTopic}`]),
    ],
    speech: scenario.speech,
    talkMs: scenario.talkSeconds * 1000,
  };
}

/** Extra header lines of the INVITE: how this scenario's PBX tells the dialled number. */
export function inviteHeadersOf(
  scenario: Pick<Scenario, 'arrival'>,
  line: DialledLine,
  dialedNumberHeader: string,
): readonly string[] {
  const number = line.numbers[0] ?? strangeNumber;
  const { arrival } = scenario;
  switch (arrival) {
    case 'dialedNumberHeader':
      return [`${dialedNumberHeader}: ${number}`];
    case 'unknownNumber':
      return [`${dialedNumberHeader}: ${strangeNumber}`];
    case 'historyInfo':
      // 380: the network translated a service number (RFC 8119); 302: the town forwards its calls.
      return [
        `History-Info: <sip:${number}@netz.invalid;user=phone>;index=1`,
        `History-Info: <sip:${trunkNumber}@anlage.invalid;cause=${number === '115' ? '380' : '302'}>;index=1.1;mp=1`,
      ];
    case 'diversion':
      return [
        `Diversion: <sip:${trunkNumber}@kreis.invalid>;reason=unconditional;counter=1`,
        `Diversion: <sip:${number}@stadt.invalid>;reason=unconditional;counter=1`,
      ];
    case 'displayPrefix':
      return [];
    default:
      return unreachable(arrival);
  }
}

/** The display name; PBXs that only prefix it put the line there and nothing else. */
export function callerNameOf(
  scenario: Pick<Scenario, 'arrival' | 'callerName' | 'callerNumber'>,
  line: DialledLine,
): string | null {
  if (scenario.arrival !== 'displayPrefix') return scenario.callerName;
  const prefix = line.displayPrefixes[0] ?? line.name;
  return `${prefix}: ${scenario.callerName ?? scenario.callerNumber ?? 'unbekannt'}`;
}
