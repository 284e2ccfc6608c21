export { CallVoice } from './call-voice.tsx';
export { SoundSection } from './sound-section.tsx';
export { DeviceChoice } from './device-choice.tsx';
export { LevelBar } from './level-bar.tsx';
