export { CallVoice } from './call-voice.tsx';
export { SoundSection } from './sound-section.tsx';
