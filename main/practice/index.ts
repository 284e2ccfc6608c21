/** Door of practice mode: the embedded switchboard and what the simulated caller plays on it. */
export { callOf } from './call-of.ts';
export { readScenarios, type Scenario } from './read-scenarios.ts';
export { startSwitchboard, type Switchboard } from './switchboard/index.ts';
