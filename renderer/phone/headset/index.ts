export { Headset } from './headset.ts';
export type { Hid } from './web-hid.ts';
