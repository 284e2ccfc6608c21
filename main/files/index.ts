export { readKept, writeKept, writeWhole } from './kept-file.ts';
export { putAsideIfBroken } from './put-aside.ts';
export { appendRotating, rotatedNames, type Rotation } from './rotating-file.ts';
