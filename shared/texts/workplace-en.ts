import type { WorkplaceTexts } from './workplace-texts.ts';

export const workplaceEn: WorkplaceTexts = {
  agent: {
    label: 'Your state',
    menu: 'Choose state',
    buttonLabel: (state) => `Your state: ${state}. Change`,
    current: (state) => `${state} (now)`,
    statuses: {
      unknown: 'State open',
      ready: 'Ready',
      pause: 'Break',
      wrapUp: 'Wrap-up',
      off: 'Logged off',
    },
    pauseFor: (reason) => `Break: ${reason}`,
    pending: (state) => `${state}: being confirmed …`,
    remaining: 'Time left for wrap-up',
    awayHint: 'You get no calls at the moment. F12 makes you ready again.',
    failed: (wanted, actual) => `“${wanted}” does not hold. Still in force: ${actual}.`,
    failures: {
      refused: 'The PBX refused the change. Please try again or ask your IT.',
      codeUnknown:
        'The PBX does not know the code for it. Please have your IT check the setting agentState.',
      noAnswer: 'The PBX did not answer in time. Please try again.',
      notConnected:
        'There is no connection to the PBX at the moment. Please try again once you are registered.',
    },
    retry: 'Try again',
    switchOn: (feature) => `Turn ${feature} on`,
    switchOff: (feature) => `Turn ${feature} off`,
    featureOn: (feature) => `${feature} on`,
    featureFailed: (feature) => `“${feature}” was not switched.`,
    announce: (state) => `Your state: ${state}.`,
  },

  colleagues: {
    title: 'Colleagues and queues',
    states: { unknown: 'unknown', free: 'free', ringing: 'ringing', busy: 'busy' },
    queueStates: {
      unknown: 'unknown',
      free: 'nobody waits',
      ringing: 'somebody waits',
      busy: 'somebody waits',
    },
    pickup: 'Pick up',
    pickupOf: (name) => `Pick up: call for ${name}`,
    messages: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  },

  callList: {
    title: 'Call list',
    titleMissed: (count) => `Call list (${count} missed)`,
    missed: (count) => (count === 1 ? '1 missed call' : `${count} missed calls`),
    markSeen: 'All seen',
    clear: 'Clear list',
    empty: 'No calls yet.',
    retention: (days) => {
      if (days === 0) return 'The list is not stored and is empty after closing.';
      return days === 1
        ? 'Calls are deleted after one day.'
        : `Calls are deleted after ${days} days.`;
    },
    callBack: (caller) => `Call: ${caller}`,
    outcomes: {
      incoming: {
        answered: 'answered',
        missed: 'missed',
        declined: 'declined',
        elsewhere: 'answered at another desk',
        notReached: 'not reached',
      },
      outgoing: {
        answered: 'called',
        missed: 'not reached',
        declined: 'not reached',
        elsewhere: 'not reached',
        notReached: 'called, not reached',
      },
    },
  },

  dial: {
    title: 'Dial a number',
    number: 'Number',
    hint: 'With area code, or an internal extension',
    call: 'Call',
    numberInvalid: 'This is not a number. Digits, +, *, # and separators are allowed.',
    notRegistered: 'You are not registered at the PBX; dialling is not possible now.',
    callInProgress: 'Please end or hold the current call first.',
    emergencyRefused: 'No emergency call is possible from this desk; nobody is called.',
    emergencyPractice: 'Practice mode: no emergency call is made.',
    emergencyNotRegistered:
      'This desk is not connected to the PBX at the moment; nobody is called.',
    emergencyAnyPhone: 'Please take another phone at once, for example a mobile phone.',
    emergencyTitle: 'Emergency call. Say that you are here:',
    emergencyNoPlace:
      'The place of this desk is not on record. Please say street, building and room yourself.',
    emergencyOtherPhone: (phone) => `Nearest phone: ${phone}`,
    directory: 'Directory',
    linkTitle: 'A link wants to call this number.',
    linkAdvice: 'Please check the number. It is dialled only when you press “Call”.',
    nothingToRedial: 'You have not called anybody yet. Please enter a number.',
  },
};
