import { Web } from 'sip.js';
import type { CallerMedia } from './agent.ts';
import { createVoice, type Voice } from './voice.ts';

/** Sound through Web Audio: every call gets a voice of its own, no microphone is asked for. */
export function createMedia(warn: (message: string) => void): CallerMedia {
  const context = new AudioContext();
  /** By session description handler, of which every call has one; the handler makes the stream. */
  const voices = new WeakMap<object, Voice>();
  const handlers = Web.defaultSessionDescriptionHandlerFactory((_constraints, handler) => {
    const voice = voices.get(handler) ?? createVoice(context, warn);
    voices.set(handler, voice);
    return Promise.resolve(voice.stream);
  });
  return {
    sessionDescriptionHandlerFactory: (session, options) => {
      const handler = handlers(session, options);
      const close = handler.close.bind(handler);
      handler.close = () => {
        voices.get(handler)?.close();
        close();
      };
      return handler;
    },
    speak: (session, speech) => {
      const handler = session.sessionDescriptionHandler;
      const voice = handler === undefined ? undefined : voices.get(handler);
      if (voice === undefined) warn('call without a voice');
      else void voice.say(speech);
    },
  };
}
