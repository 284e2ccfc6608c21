export { readCounters, type Counters } from './counters.ts';
export { MediaMonitor } from './monitor.ts';
