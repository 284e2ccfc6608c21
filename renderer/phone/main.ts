/** The phone process: joins SIP and sound to main. Has no face. */
import { effectsOf } from '../../shared/call/effects.ts';
import { phoneContract, type PeerBridge } from '../../shared/contract.ts';
import { createPeer } from '../../shared/peer.ts';
import { Microphone, mixTracks, RemoteAudio, Tones } from './audio/index.ts';
import { exposeProbe } from './probe.ts';
import { createSipPhone, webTransport, type PhoneLog } from './sip/index.ts';
import { warmUp } from './warm-up.ts';

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

const voices = new RemoteAudio();
const sound = new AudioContext();
const tones = new Tones(sound);
const microphone = new Microphone(navigator.mediaDevices, {
  onProblem: (code) => {
    peer.report('problemAppeared', { code, detail: null });
  },
  onGone: (code) => {
    peer.report('problemGone', { code });
  },
  onChanged: () => {
    phone.microphoneChanged();
  },
});

const createPeerConnection = (): RTCPeerConnection =>
  new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
let isWarm = false;
const phone = createSipPhone(
  {
    transport: webTransport,
    createPeerConnection,
    microphone: async () => microphone.track(),
    mix: (tracks) => mixTracks(sound, tracks),
    onRemoteTrack: (callId, track) => {
      voices.play(callId, track);
    },
    now: Date.now,
    newId: () => crypto.randomUUID(),
    random: Math.random,
    log,
  },
  {
    onIncoming: (call, headers, answerAfter) => {
      peer.report('incoming', { call, headers, answerAfter });
    },
    onCalls: (before, after) => {
      tones.run(effectsOf(before, after));
      voices.follow(after);
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
    transfer: ({ callId, target }) => {
      phone.transfer(callId, target);
    },
    consult: ({ callId, target }) => {
      phone.consult(callId, target);
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
      tones.run([{ type: 'attention' }]);
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
  },
  (name) => {
    log('warn', `notice refused: ${name}`);
  },
);

exposeProbe(phone);
addEventListener('online', () => {
  phone.renew();
});
// The permission for the microphone also decides whether ICE candidates carry real addresses (B1-12),
// so the device is opened before anybody can call.
await microphone.open();
phone.connect(await peer.request('getConnection', {}));
