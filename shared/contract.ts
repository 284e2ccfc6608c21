import { z } from 'zod';
import { agentFailures, agentStateSchema, agentWishSchema } from './agent/agent-state.ts';
import { dialOutcomes } from './lines/dial-outcome.ts';
import { featureCodeSchema } from './agent/agent-settings.ts';
import { featureStateSchema } from './agent/pbx-feature.ts';
import { watchedSchema, watchPlanSchema } from './agent/watched.ts';
import { callRecordSchema } from './call-list/call-record.ts';
import { callSchema } from './call/call.ts';
import { cardLineSchema, cardSchema, transferTargetSchema } from './card.ts';
import { journalReports, journalRequests, journalState } from './journal/messages.ts';
import { arsSchema } from './knowledge/area.ts';
import {
  articleSchema,
  officeSchema,
  onlineServiceSchema,
  packManifestSchema,
} from './knowledge/pack.ts';
import { responsibilityBases } from './knowledge/responsible.ts';
import { explanationSchema, searchHitSchema, variantSchema } from './knowledge/search.ts';
import {
  knowledgeStateSchema,
  syncOrderSchema,
  syncProgressSchema,
  syncReportSchema,
} from './knowledge/sync.ts';
import { connectionSchema } from './connection.ts';
import {
  healthSchema,
  packageOutcomeSchema,
  phoneDescriptionSchema,
  tracedMessageSchema,
} from './diagnostics/health.ts';
import { calledNumberHeadersSchema } from './lines/called-number.ts';
import { problemCodes, problemSchema } from './problem.ts';
import { registrationSchema } from './registration.ts';
import { accountSchema, settingsSchema } from './settings/settings.ts';
import { windowChangeShape } from './windows/window-settings.ts';
import { callMediaSchema } from './sound/call-media.ts';
import { ringMelodies } from './sound/ring-melodies.ts';
import { soundDevicesSchema } from './sound/sound-devices.ts';
import { soundChangeShape, soundSettingsSchema } from './sound/sound-settings.ts';
import { updateStateSchema } from './updates/update-state.ts';
import { practiceScenarioSchema } from './practice-scenario.ts';
export type { Connection } from './connection.ts';
export { ringContract } from './windows/ring-contract.ts';

export * from './contract-shape.ts';

/**
 * Every message between the processes, declared once. `main` is the hub; each peer speaks only with it.
 *
 * - `requests`: one side asks, the other answers exactly once.
 * - `notices`: facts or orders without an answer.
 *
 * Adding a message touches this file and its handler, nothing else: types are derived, the preload
 * scripts know no names, and payloads are parsed on arrival (main/ipc/, renderer doors).
 */
export type { DialOutcome } from './lines/dial-outcome.ts';

const nothing = z.strictObject({});
const callId = z.strictObject({ callId: z.uuid() });
/** Numbers as a person types them; normalised in main before dialling. */
const dialText = z.string().min(1).max(128);
/** Level of the microphone during a sound test, 0 to 1; null: the test is over. */
const soundLevel = z.strictObject({ level: z.number().min(0).nullable() });
/** `hear`: what is spoken comes back on the speaker a moment later; else only the meter moves. */
const soundTest = z.strictObject({ hear: z.boolean() });
const targetName = z.string().max(128).nullable();
const dtmfTone = z.string().regex(/^[0-9A-D*#]$/);

const dialAnswer = z.strictObject({ outcome: z.enum(dialOutcomes) });

/** What the desk draws. Sent whole on (re)load and whenever a part changes. */
export const deskStateSchema = z.strictObject({
  mode: z.enum(['practice', 'pbx']),
  calls: z.array(callSchema),
  cards: z.array(cardSchema),
  registration: registrationSchema,
  agent: agentStateSchema,
  features: z.array(featureStateSchema),
  /** What the PBX has told about colleagues, queues and voice messages. */
  watched: watchedSchema,
  /** A link (`tel:`) from outside that waits for the agent's word; nothing is dialled without it. */
  linkToDial: z.strictObject({ id: z.number(), text: dialText }).nullable(),
  /** The rows are asked for (`getCallList`) when the list is open; `version` tells that they changed. */
  callList: z.strictObject({ version: z.number(), missed: z.number(), days: z.number() }),
  ...journalState,
  problems: z.array(problemSchema),
  pack: packManifestSchema.nullable(),
  knowledge: knowledgeStateSchema,
  settings: settingsSchema,
  /** Names of settings that a policy has fixed, and the file or registry key that does. */
  managed: z.array(z.string()),
  policySource: z.string(),
  /** A SIP trace is running until then, epoch milliseconds; null: none is. */
  traceUntil: z.number().nullable(),
  /** Version that IT has installed and a restart would bring; null: the running one. */
  updateWaiting: z.string().nullable(),
  /** Number of the policy that the server has handed out and a restart would bring; null: none waits. */
  policyWaiting: z.int().nullable(),
  /** Updates by the program itself. */
  update: updateStateSchema,
  scenarios: z.array(practiceScenarioSchema),
  lines: z.array(cardLineSchema),
  municipalities: z.array(z.strictObject({ ars: arsSchema, name: z.string() })),
  sound: soundDevicesSchema,
});
export type DeskState = z.infer<typeof deskStateSchema>;

/** desk (visible window) ⇄ main */
export const deskContract = {
  requests: {
    getState: { input: nothing, output: deskStateSchema },
    dial: {
      input: z.strictObject({ number: dialText }),
      output: dialAnswer,
    },
    /** Calls the number again that was called last. */
    redial: { input: nothing, output: dialAnswer },
    getCallList: { input: nothing, output: z.strictObject({ records: z.array(callRecordSchema) }) },
    /** Passes a call on: at once, or after a consultation. */
    transfer: {
      input: z.strictObject({
        callId: z.uuid(),
        number: dialText,
        /** Whose number it is, where it was chosen by name. */
        name: targetName,
        way: z.enum(['transfer', 'consult']),
      }),
      output: z.strictObject({
        outcome: z.enum(['begun', 'numberInvalid', 'notRegistered', 'callGone']),
      }),
    },
    transferTargets: {
      input: z.strictObject({
        /** null: no call; the directory of the dial dialog. */
        callId: z.uuid().nullable(),
        article: z.string().max(200).nullable(),
        text: z.string().max(200),
      }),
      output: z.strictObject({ targets: z.array(transferTargetSchema) }),
    },
    search: {
      input: z.strictObject({ text: z.string().max(20_000), area: arsSchema.nullable() }),
      output: z.strictObject({ hits: z.array(searchHitSchema) }),
    },
    /** Why a hit of this search was found. */
    explainHit: {
      input: z.strictObject({
        text: z.string().max(20_000),
        area: arsSchema.nullable(),
        id: z.string().max(200),
      }),
      output: z.strictObject({ explanation: explanationSchema.nullable() }),
    },
    /** An article as it is shown to an agent who answers for an area. */
    getArticle: {
      input: z.strictObject({ id: z.string().max(200), area: arsSchema.nullable() }),
      output: z.strictObject({
        article: articleSchema.nullable(),
        areaName: z.string(),
        /** Responsible in the area, the one to transfer to first. */
        offices: z.array(officeSchema),
        basis: z.enum(responsibilityBases),
        onlineServices: z.array(onlineServiceSchema.omit({ id: true, xzufiId: true })),
        /** The same service for other areas that contain this one, narrowest first. */
        variants: z.array(variantSchema),
        /** Other actions on the same object (LeiKa digits 3 to 8). */
        neighbours: z.array(z.strictObject({ id: z.string(), title: z.string() })),
      }),
    },
    /** The agent says which line it is; answers with the new card (also sent as state). */
    chooseLine: {
      input: z.strictObject({ callId: z.uuid(), line: z.string().max(100) }),
      output: z.strictObject({ card: cardSchema.nullable() }),
    },
    chooseMunicipality: {
      input: z.strictObject({ callId: z.uuid(), ars: arsSchema.nullable() }),
      output: z.strictObject({ card: cardSchema.nullable() }),
    },
    startPractice: {
      input: z.strictObject({ scenario: z.string().max(100) }),
      output: z.strictObject({ started: z.boolean() }),
    },
    setPassword: {
      input: z.strictObject({ password: z.string().min(1).max(512) }),
      output: z.strictObject({ stored: z.enum(['keyStore', 'session']) }),
    },
    saveSettings: {
      input: z.strictObject({
        account: accountSchema.nullable().optional(),
        language: settingsSchema.shape.language.optional(),
        theme: settingsSchema.shape.theme.optional(),
        dtmf: settingsSchema.shape.dtmf.optional(),
        blindTransfer: settingsSchema.shape.blindTransfer.optional(),
        ...windowChangeShape,
        singleKeys: settingsSchema.shape.singleKeys.optional(),
        setupAtStart: settingsSchema.shape.setupAtStart.optional(),
        agentName: settingsSchema.shape.agentName.optional(),
        wrapUp: settingsSchema.shape.wrapUp.optional(),
        autoAnswer: settingsSchema.shape.autoAnswer.optional(),
        callListDays: settingsSchema.shape.callListDays.optional(),
        ...soundChangeShape,
      }),
      output: z.strictObject({ saved: z.boolean() }),
    },
    getHealth: { input: nothing, output: healthSchema },
    /** Asks where to, and writes a diagnosis package there. */
    saveDiagnostics: { input: nothing, output: packageOutcomeSchema },
    copyText: {
      input: z.strictObject({ text: z.string().max(20_000) }),
      output: nothing,
    },
    ...journalRequests,
  },
  /** desk → main, no answer; the outcome shows in the state. */
  reports: {
    answer: callId,
    decline: callId,
    hangUp: callId,
    hold: callId,
    resume: callId,
    swap: nothing,
    completeTransfer: callId,
    endConsultation: callId,
    conference: z.strictObject({ keep: z.uuid() }),
    answerReferral: z.strictObject({ callId: z.uuid(), follow: z.boolean() }),
    mute: z.strictObject({ callId: z.uuid(), muted: z.boolean() }),
    sendDtmf: z.strictObject({ callId: z.uuid(), tone: dtmfTone }),
    dismissCall: callId,
    dismissProblem: z.strictObject({ code: z.enum(problemCodes) }),
    retryConnection: nothing,
    chooseAgentStatus: z.strictObject({ status: agentWishSchema }),
    dismissAgentFailure: nothing,
    switchFeature: z.strictObject({ name: z.string().max(60), to: z.enum(['on', 'off']) }),
    markCallsSeen: nothing,
    clearCallList: nothing,
    /** The link was shown; what becomes of it is the agent's choice. */
    linkShown: z.strictObject({ id: z.number() }),
    /** „Jetzt abgleichen“ */
    syncKnowledge: nothing,
    /** Painted card of a call, for the measurement of INVITE → card (tests/bench). */
    cardPainted: z.strictObject({ callId: z.uuid(), paintedAt: z.number() }),
    failed: z.strictObject({ message: z.string().max(4000) }),
    ...journalReports,
    startSoundTest: soundTest,
    stopSoundTest: nothing,
    testRing: nothing,
    traceSip: z.strictObject({ on: z.boolean() }),
    restart: nothing,
    checkForUpdates: nothing,
  },
  /** main → desk */
  notices: {
    stateChanged: deskStateSchema,
    soundLevel,
    callMedia: callMediaSchema,
  },
} as const;

/** `accepted` is a 2xx; the PBX hangs up afterwards, or the phone does. */
export const codeOutcomes = ['accepted', ...agentFailures] as const;
export type CodeOutcome = (typeof codeOutcomes)[number];

/** phone (hidden window) ⇄ main */
export const phoneContract = {
  requests: {
    /** null: stay off (no account and practice not ready). */
    getConnection: { input: nothing, output: connectionSchema.nullable() },
    getSound: { input: nothing, output: soundSettingsSchema },
  },
  /** phone → main */
  reports: {
    soundDevicesChanged: soundDevicesSchema,
    soundLevel,
    callMedia: callMediaSchema,
    incoming: z.strictObject({
      call: callSchema,
      headers: calledNumberHeadersSchema,
      /** Seconds after which the PBX wants it answered without the agent. */
      answerAfter: z.number().nullable(),
    }),
    callsChanged: z.strictObject({ calls: z.array(callSchema) }),
    registrationChanged: registrationSchema,
    /** The registrar has confirmed that the registration was taken back. */
    unregistered: nothing,
    watchedChanged: watchedSchema,
    /** What became of a feature code. */
    codeAnswered: z.strictObject({ order: z.uuid(), outcome: z.enum(codeOutcomes) }),
    /** Incoming calls are answered with 486 from now on, or ring again. */
    refusalChanged: z.strictObject({ refuse: z.boolean() }),
    problemAppeared: problemSchema,
    problemGone: z.strictObject({ code: z.enum(problemCodes) }),
    described: phoneDescriptionSchema,
    sipTraced: tracedMessageSchema,
    /** Log line without personal data. */
    logged: z.strictObject({
      level: z.enum(['info', 'warn', 'error']),
      message: z.string().max(4000),
    }),
  },
  /** main → phone */
  notices: {
    connect: connectionSchema.nullable(),
    answer: callId,
    decline: callId,
    hangUp: callId,
    hold: callId,
    resume: callId,
    swap: nothing,
    mute: z.strictObject({ callId: z.uuid(), muted: z.boolean() }),
    sendDtmf: z.strictObject({ callId: z.uuid(), tone: dtmfTone }),
    dismissCall: callId,
    /** `target` is a SIP user or number, already normalised. */
    dial: z.strictObject({ target: dialText }),
    /** Weiterleiten, without a word to the target; and Rückfrage, first a word. */
    transfer: z.strictObject({ callId: z.uuid(), target: dialText, name: targetName }),
    consult: z.strictObject({ callId: z.uuid(), target: dialText, name: targetName }),
    completeTransfer: callId,
    endConsultation: callId,
    /** Three-way conference on or off; `keep` goes on talking when it ends. */
    conference: z.strictObject({ keep: z.uuid() }),
    answerReferral: z.strictObject({ callId: z.uuid(), follow: z.boolean() }),
    /** Answers without the agent, after a tone that warns. */
    answerByItself: callId,
    /** Dials a feature code of the PBX: a call without microphone that is not shown as one. */
    dialCode: z.strictObject({ order: z.uuid(), code: featureCodeSchema }),
    refuseCalls: z.strictObject({ refuse: z.boolean() }),
    /** Extensions to subscribe to with this and every later registration. */
    watch: watchPlanSchema,
    /** Sleep, network change: the socket is suspect, build a new connection. */
    renewConnection: nothing,
    soundChanged: soundSettingsSchema,
    /** The line of a ringing call is known: it rings with its melody. */
    ringAs: z.strictObject({ callId: z.uuid(), melody: z.enum(ringMelodies) }),
    startSoundTest: soundTest,
    stopSoundTest: nothing,
    testRing: nothing,
    describe: nothing,
    /** Reports SIP messages until then (epoch milliseconds), redacted; null: no longer. */
    traceSip: z.strictObject({ until: z.number().nullable() }),
  },
} as const;

/** Simulated caller of practice mode (hidden window) ⇄ main */
export const callerContract = {
  requests: {
    getConnection: { input: nothing, output: connectionSchema },
  },
  reports: {
    ready: nothing,
    ended: z.strictObject({ scenario: z.string() }),
    logged: phoneContract.reports.logged,
  },
  notices: {
    /** Places one call; audio is a file below app://caller/. */
    call: z.strictObject({
      scenario: z.string(),
      target: z.string(),
      callerNumber: z.string().nullable(),
      callerName: z.string().nullable(),
      headers: z.array(z.string()),
      speech: z.string(),
      /** Hangs up by itself after this many milliseconds of talk. */
      talkMs: z.number(),
    }),
    hangUp: nothing,
  },
} as const;

/** knowledge (utility process) ⇄ main; main asks. */
export const knowledgeContract = {
  requests: {
    load: {
      /**
       * `generation` null: a pack folder; else this synchronised state of a store. `indexFolder`: where the
       * index is kept for the next start; null: nowhere.
       */
      input: z.strictObject({
        folder: z.string(),
        generation: z.string().nullable(),
        indexFolder: z.string().nullable(),
      }),
      output: z.strictObject({ failures: z.array(z.string()), articles: z.number() }),
    },
    search: deskContract.requests.search,
    explainHit: deskContract.requests.explainHit,
    getArticle: deskContract.requests.getArticle,
    /** Answers when the round over the sources is over; searches are answered meanwhile. */
    synchronise: { input: syncOrderSchema, output: syncReportSchema },
  },
  /** knowledge → main */
  notices: { syncProgress: syncProgressSchema },
} as const;
