export { trustContext } from './authorities.ts';
export { pinCheckedIdentity, pinError } from './node-identity.ts';
export { pinsFor, pinsOf, showsPin } from './pins.ts';
