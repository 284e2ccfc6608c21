export { isSigned, signedBytes } from './signature.ts';
