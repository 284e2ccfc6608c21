/** The phone process: joins SIP and sound to main. Has no face. */
import { phoneContract, type PeerBridge } from '../../shared/contract.ts';
import { createPeer } from '../../shared/peer.ts';
import { noSoundDevices, type SoundDevices } from '../../shared/sound/sound-devices.ts';
import type { SoundSettings } from '../../shared/sound/sound-settings.ts';
import { Sound } from './audio/index.ts';
import { Headset, type Hid } from './headset/index.ts';
import { exposeProbe } from './probe.ts';
import { MediaMonitor } from './quality/index.ts';
import { createSipPhone, webTransport, type PhoneLog } from './sip/index.ts';
import { warmUp } from './warm-up.ts';
import { candidateKinds, WireTrace } from './wire-trace.ts';

declare const amtsdraht: PeerBridge;

/** The tone before an answer without the agent is over by then, in milliseconds. */
const warningMs = 500;

const peer = createPeer(phoneContract, amtsdraht);
const log: PhoneLog = (level, message) => {
  peer.report('logged', { level, message: message.slice(0, 4000) });
};
addEventListener('unhandledrejection', ({ reason }) => {
  log('error', `unhandled: ${reason instanceof Error ? (reason.stack ?? '') : String(reason)}`);
});
addEventListener('error', ({ message }) => {
  log('error', `uncaught: ${message}`);
});

const wire = new WireTrace((message) => {
  peer.report('sipTraced', message);
}, Date.now);

let soundDevices = noSoundDevices;
const tellDevices = (changes: Partial<SoundDevices>): void => {
  soundDevices = { ...soundDevices, ...changes };
  peer.report('soundDevicesChanged', soundDevices);
};
const sound = new Sound(navigator.mediaDevices, {
  onProblem: (code) => {
    peer.report('problemAppeared', { code, detail: null });
  },
  onGone: (code) => {
    peer.report('problemGone', { code });
  },
  onMicrophone: () => {
    phone.microphoneChanged();
  },
  onDevices: tellDevices,
  onLevel: (level) => {
    peer.report('soundLevel', { level });
  },
});
const monitor = new MediaMonitor({
  reports: () => phone.reports(),
  speech: () => sound.speech(),
  listen: (wanted) => {
    sound.listen(wanted);
  },
  onMedia: (media) => {
    peer.report('callMedia', media);
  },
  onSummary: (line) => {
    log('info', line);
  },
  log: (message) => {
    log('warn', message);
  },
});

const headset = new Headset((navigator as unknown as { readonly hid: Hid }).hid, {
  onKey: (action) => {
    if (action.type === 'mute') phone.mute(action.callId, action.muted);
    else phone[action.type](action.callId);
  },
  onHeadset: (name) => {
    tellDevices({ headset: name });
  },
  log: (message) => {
    log('warn', message);
  },
});
const useSound = async (settings: SoundSettings): Promise<void> => {
  await sound.configure(settings);
  await headset.enable(settings.headsetKeys);
};

const createPeerConnection = (): RTCPeerConnection => sound.connection();
let isWarm = false;
const phone = createSipPhone(
  {
    transport: webTransport,
    createPeerConnection,
    microphone: async () => sound.track(),
    mix: (tracks) => sound.mix(tracks),
    onRemoteTrack: (callId, track) => {
      sound.play(callId, track);
    },
    now: Date.now,
    newId: () => crypto.randomUUID(),
    random: Math.random,
    log,
    onWire: (direction, message) => {
      wire.see(direction, message);
    },
  },
  {
    onIncoming: (call, headers, answerAfter) => {
      peer.report('incoming', { call, headers, answerAfter });
    },
    onCalls: (before, after) => {
      sound.follow(before, after);
      monitor.follow(after);
      headset.follow(after);
      peer.report('callsChanged', { calls: [...after] });
    },
    onRegistration: (registration) => {
      peer.report('registrationChanged', registration);
      if (registration.phase !== 'registered' || isWarm) return;
      isWarm = true;
      void warmUp(createPeerConnection);
    },
    onUnregistered: () => {
      peer.report('unregistered', {});
    },
    onWatched: (watched) => {
      peer.report('watchedChanged', watched);
    },
  },
);

peer.listen(
  {
    connect: phone.connect,
    answer: ({ callId }) => {
      phone.answer(callId);
    },
    decline: ({ callId }) => {
      phone.decline(callId);
    },
    hangUp: ({ callId }) => {
      phone.hangUp(callId);
    },
    hold: ({ callId }) => {
      phone.hold(callId);
    },
    resume: ({ callId }) => {
      phone.resume(callId);
    },
    swap: () => {
      phone.swap();
    },
    transfer: ({ callId, ...destination }) => {
      phone.transfer(callId, destination);
    },
    consult: ({ callId, ...destination }) => {
      phone.consult(callId, destination);
    },
    completeTransfer: ({ callId }) => {
      phone.completeTransfer(callId);
    },
    endConsultation: ({ callId }) => {
      phone.endConsultation(callId);
    },
    answerReferral: ({ callId, follow }) => {
      phone.answerReferral(callId, follow);
    },
    conference: ({ keep }) => {
      phone.conference(keep);
    },
    mute: ({ callId, muted }) => {
      phone.mute(callId, muted);
    },
    sendDtmf: ({ callId, tone }) => {
      phone.sendDtmf(callId, tone);
    },
    dismissCall: ({ callId }) => {
      phone.dismiss(callId);
    },
    dial: ({ target }) => {
      phone.dial(target);
    },
    answerByItself: ({ callId }) => {
      sound.announceAnswer();
      setTimeout(() => {
        phone.answer(callId);
      }, warningMs);
    },
    dialCode: ({ order, code }) => {
      void phone.dialCode(code).then((outcome) => {
        peer.report('codeAnswered', { order, outcome });
      });
    },
    watch: phone.watch,
    refuseCalls: ({ refuse }) => {
      phone.refuseCalls(refuse);
      peer.report('refusalChanged', { refuse });
    },
    renewConnection: () => {
      phone.renew();
    },
    ringAs: ({ callId, melody }) => {
      sound.ringAs(callId, melody);
    },
    startSoundTest: ({ hear }) => {
      void sound.startTest(hear);
    },
    stopSoundTest: () => {
      sound.stopTest();
    },
    testRing: () => {
      sound.testRing();
    },
    describe: () => {
      void candidateKinds(createPeerConnection)
        .catch(() => [])
        .then((candidates) => {
          peer.report('described', { lastMessageAt: wire.lastMessageAt, candidates });
        });
    },
    traceSip: ({ until }) => {
      wire.trace(until);
    },
    soundChanged: (settings) => {
      void useSound(settings);
    },
  },
  (name) => {
    log('warn', `notice refused: ${name}`);
  },
);

exposeProbe(phone, sound);
addEventListener('online', () => {
  phone.renew();
});
// The permission for the microphone also decides whether ICE candidates carry real addresses (B1-12),
// so the device is opened before anybody can call.
await useSound(await peer.request('getSound', {}));
phone.connect(await peer.request('getConnection', {}));
