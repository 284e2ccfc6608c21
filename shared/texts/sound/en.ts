import type { SoundProblemTexts, SoundTexts } from './texts.ts';

export const soundProblems: SoundProblemTexts = {
  microphoneBusy: {
    title: 'The microphone cannot be opened.',
    advice:
      'Another program probably holds it. Please close other phone programs; Amtsdraht tries again every 5 seconds.',
  },
  microphoneReplaced: {
    title: 'Your headset microphone is not connected.',
    advice:
      'Until it is back, Amtsdraht uses the microphone of the system. Please connect the headset or choose another one in the settings under "Sound".',
  },
  speakerMissing: {
    title: 'No speaker and no headset to listen with is connected.',
    advice:
      'You hear neither callers nor the ring; calls are only shown. Please connect your headset.',
  },
  speakerReplaced: {
    title: 'Your headset to listen with is not connected.',
    advice:
      'Until it is back, you hear calls on the standard device of the system. Please connect the headset or choose another one in the settings under "Sound".',
  },
  ringDeviceReplaced: {
    title: 'A device to ring on is not connected.',
    advice:
      'It rings where a device is left. Please connect it or choose another one in the settings under "Sound".',
  },
};

export const sound: SoundTexts = {
  title: 'Sound',
  hint: 'Changes apply at once, also in a call.',
  microphone: 'Microphone',
  speaker: 'Hear calls on',
  ringDevice: 'Ring device',
  secondRingDevice: 'Second ring device',
  secondRingHint: 'For example on the loudspeaker, when the headset lies on the desk.',
  system: 'Standard of the system',
  nowhere: 'none',
  inUse: (label) => `In use now: ${label}`,
  noneInUse: 'No device is in use now.',
  unplugged: (label) => `${label} (not connected)`,
  echoCancellation: 'Cancel echo',
  noiseSuppression: 'Suppress noise in the room',
  autoGainControl: 'Adjust the level of the microphone automatically',
  autoGainControlHint:
    'Off for headsets: it moves the microphone slider of the system and raises the voices in the room during pauses.',
  headsetKeys: 'Use the keys of the headset (answer, hang up, mute)',
  headset: (name) => `Connected: ${name}`,
  noHeadset:
    'No headset with keys was found. Please turn this off if another program needs the keys.',
  test: 'Test: speak and listen',
  testHint:
    'You hear yourself one and a half seconds later on the device for calls. Nothing is recorded.',
  testRunning: 'The test is running. Please speak.',
  endTest: 'End the test',
  testRing: 'Test the ring',
  notInCall: 'There is no test during a call.',
  level: 'Level of the microphone',
  warnings: {
    mutedSpeaking: 'You are speaking, but you are muted. F8 turns the microphone on.',
    callerHearsNothing:
      'The caller does not hear you. Please check the mute switch of the headset and the microphone in the settings.',
    callerNotHeard:
      'No sound arrives from the caller. Please say so, and call back if it stays like this.',
    poorQuality:
      'The voice quality is poor. Please check the network cable or Wi-Fi; speaking slowly helps in the call.',
  },
  quality: 'Voice quality',
  grades: { excellent: 'very good', good: 'good', fair: 'fair', poor: 'poor' },
  measuring: 'being measured',
  lastMinute: (seconds, worst, now) =>
    `Course of the last ${seconds} seconds: now ${now}, at worst ${worst} (MOS, 1 to 4.5)`,
  codec: 'Codec',
  now: 'now',
  mean: 'on average',
  worst: 'at worst',
  values: {
    mos: 'Score (MOS)',
    rttMs: 'Round trip (ms)',
    jitterMs: 'Jitter (ms)',
    lossPercent: 'Loss (%)',
  },
};
