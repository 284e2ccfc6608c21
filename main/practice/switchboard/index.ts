/** Door of the switchboard of practice mode. */
export { startSwitchboard, type Switchboard } from './switchboard.ts';
