export { mixTracks } from './mixer.ts';
export { Microphone } from './microphone.ts';
export { RemoteAudio } from './remote-audio.ts';
export { Tones } from './tones.ts';
