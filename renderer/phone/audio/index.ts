export { Sound, type SoundSnapshot } from './sound.ts';
