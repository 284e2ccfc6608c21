export { putAsideIfBroken } from './put-aside.ts';
