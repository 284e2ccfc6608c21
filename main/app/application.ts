import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, ipcMain, powerMonitor } from 'electron';
import { newAgentState } from '../../shared/agent/agent-state.ts';
import { nothingWatched, watchPlanOf } from '../../shared/agent/watched.ts';
import type { Connection } from '../../shared/contract.ts';
import { isRemote } from '../../shared/diagnostics/health.ts';
import { csvOf } from '../../shared/journal/csv.ts';
import { noSoundDevices } from '../../shared/sound/sound-devices.ts';
import { Broker } from '../ipc/index.ts';
import { CallHours, RecentTopics } from '../card/index.ts';
import { sessionKind } from '../diagnostics/index.ts';
import { openSecrets, readPolicy } from '../settings/index.ts';
import { watchInstalledVersion, type SelfUpdater } from '../updates/index.ts';
import {
  keepPlace,
  lockDown,
  serveApp,
  trustCertificates,
  WindowPlaces,
} from '../windows/index.ts';
import { autoAnswerer } from './auto-answer-host.ts';
import { startAfterCall } from './after-call-host.ts';
import { startCallJournal } from './call-journal-host.ts';
import { connectionFor } from './account.ts';
import { AgentHost } from './agent-host.ts';
import type { LaunchArguments } from './arguments.ts';
import { openConfiguration } from './configuration.ts';
import type { AppContext } from './context.ts';
import { watchCrashes } from './crash-watch.ts';
import { deskReports, deskRequests, type DeskActions } from './desk-handlers.ts';
import { openDesk, type DeskHost } from './desk-host.ts';
import { DeskStateHolder } from './desk-state.ts';
import { DiagnosticsHost } from './diagnostics-host.ts';
import { FeatureHost } from './feature-host.ts';
import { createKnowledgeHost } from './knowledge-host.ts';
import type { KnowledgeSync } from './knowledge-sync.ts';
import { knowledgePlace, noKnowledge, openKnowledgeSync } from './knowledge-sync-host.ts';
import { startKnowledgeProcess } from './knowledge-process.ts';
import { linkReceiver } from './link-receiver.ts';
import { openLog } from './log.ts';
import { startPhone, type PhoneHost } from './phone-host.ts';
import { startPractice, type PracticeHost } from './practice-host.ts';
import { ProblemBoard } from './problem-board.ts';
import { openOutside, type OutsideHost } from './outside-host.ts';
import { provisionLinkReceiver } from './provision-link.ts';
import { takePassword } from './take-password.ts';
import { openProvisioning } from './provisioning.ts';
import { playTour } from './tour.ts';
import { openSelfUpdater } from './update-host.ts';

/** Puts the application together; runs once, after `app.ready`. */
export async function startApplication(launch: LaunchArguments): Promise<void> {
  const profile = app.getPath('userData');
  const log = openLog(join(profile, 'logs'));
  guardAgainstBugs(log);
  watchCrashes(log);
  log.info('app', 'start', { version: app.getVersion(), electron: process.versions['electron'] });

  const machine = readPolicy(launch.policy);
  const provisioning = await openProvisioning(profile, machine, log);
  const configuration = openConfiguration(profile, machine);
  const settings = configuration.settings();
  const secrets = openSecrets(profile, process.env['AMTSDRAHT_SIP_PASSWORD']);
  lockDown(log);
  serveApp({ app: app.getAppPath(), practice: settings.practiceFolder ?? null });

  let desk: DeskHost | null = null;
  let outside: OutsideHost | null = null;
  const state = new DeskStateHolder(
    {
      mode: settings.account === undefined ? 'practice' : 'pbx',
      calls: [],
      cards: [],
      registration: { phase: 'off' },
      agent: newAgentState(Date.now(), null),
      features: [],
      watched: nothingWatched,
      linkToDial: null,
      callList: { version: 0, missed: 0, days: settings.callListDays },
      wrapUps: [],
      callbacks: { version: 0, open: 0, due: 0 },
      journal: { version: 0, waiting: null, exportFailure: null },
      view: { query: '', article: null },
      problems: [],
      pack: null,
      knowledge: noKnowledge,
      // A tour is to show calls.
      settings: launch.tour === undefined ? settings : { ...settings, setupAtStart: false },
      managed: [...configuration.managed],
      policySource: configuration.layers().source,
      traceUntil: null,
      updateWaiting: null,
      policyWaiting: null,
      update: { phase: 'off', reason: 'noServer' },
      scenarios: [],
      lines: [],
      municipalities: [],
      sound: noSoundDevices,
    },
    (changed) => {
      desk?.notify('stateChanged', changed);
      outside?.follow();
    },
  );
  const problems = new ProblemBoard(state, log);
  for (const problem of configuration.problems) problems.add(problem);
  const kind = sessionKind(process.env);
  log.info('app', 'session', { kind });
  if (isRemote(kind)) problems.add({ code: 'remoteSession', detail: null });

  for (const problem of takePassword(settings.passwordFile, secrets, log)) problems.add(problem);

  const place = knowledgePlace(settings, profile);
  let sync: KnowledgeSync | null = null;
  const knowledge = startKnowledgeProcess(
    log,
    () => void content.load(),
    (progress) => sync?.progressed(progress),
  );
  const recentTopics = new RecentTopics(Date.now);
  const callHours = new CallHours(Date.now);
  const content = createKnowledgeHost({
    place,
    indexFolder: join(profile, 'knowledge-index'),
    settings: configuration.settings,
    knowledge: () => knowledge,
    state,
    problems: () => problems,
    recentTopics,
    callHours,
    log,
  });
  const context: AppContext = {
    log,
    state,
    problems,
    broker: new Broker(ipcMain, log),
    certificates: trustCertificates(settings, log),
    buildCard: content.buildCard,
  };

  const agent: AgentHost = new AgentHost({
    settings: configuration.settings,
    registration: () => state.current.registration,
    onState: (changed) => {
      log.info('agent', changed.pending === null ? changed.status.kind : 'pending');
      state.set({ agent: changed });
    },
    dialCode: (order, code) => {
      phone.notify('dialCode', { order, code });
    },
    refuseCalls: (refuse) => {
      phone.notify('refuseCalls', { refuse });
    },
    reconnect: () => void reconnect(),
    now: Date.now,
    newId: randomUUID,
  });
  const features: FeatureHost = new FeatureHost({
    features: () => configuration.settings().pbxFeatures,
    onState: (changed) => {
      state.set({ features: [...changed] });
    },
    dialCode: (order, code) => {
      phone.notify('dialCode', { order, code });
    },
    newId: randomUUID,
  });
  state.set({ agent: agent.state, features: [...features.states] });
  let practice: PracticeHost | null = null;
  let callerReady = false;
  /** The scenarios call lines of the pack; another pack may have others. */
  const showScenarios = (): void => {
    if (callerReady) state.set({ scenarios: practice?.scenarios(content.pack()) ?? [] });
  };
  const connection = (): Connection | null => {
    const { account, ...rest } = configuration.settings();
    if (!agent.wantsRegistration) return null;
    if (account === undefined) return practice?.connection ?? null;
    const password = secrets.password();
    if (password === null) {
      problems.add({
        code: secrets.keyStore ? 'passwordMissing' : 'keyStoreMissing',
        detail: null,
      });
      return null;
    }
    problems.remove('passwordMissing', 'keyStoreMissing');
    return connectionFor(account, password, rest);
  };

  const diagnostics: DiagnosticsHost = new DiagnosticsHost({
    version: app.getVersion(),
    logFolder: join(profile, 'logs'),
    configuration,
    secrets,
    state,
    log,
    askPhone: () => {
      phone.notify('describe', {});
    },
    tracePhone: (until) => {
      phone.notify('traceSip', { until });
    },
  });
  const journal = startCallJournal(context, profile, () => configuration.settings().callListDays);
  const afterCall = startAfterCall(context, profile, configuration);
  for (const entry of afterCall.shift().entries)
    if (entry.type === 'call' && entry.line !== null) {
      callHours.add(entry.line.id, entry.startedAt);
      for (const { id } of entry.topics) recentTopics.add(entry.line.id, id, entry.at);
    }
  const phone: PhoneHost = startPhone(context, {
    agent,
    features,
    // A call that came before the pack is read would stay without its card.
    connection: async () => {
      await content.firstRead;
      return connection();
    },
    onStarted: () => {
      phone.notify('watch', watchPlanOf(configuration.settings().watch));
      diagnostics.phoneStarted();
    },
    onIncoming: autoAnswerer(state, configuration.settings, (callId) => {
      log.info('call', 'answered by itself');
      phone.notify('answerByItself', { callId });
    }),
    notifyDesk: (name, payload) => desk?.notify(name, payload),
    onDescribed: (description) => {
      diagnostics.described(description);
    },
    onTraced: (message) => {
      diagnostics.traced(message);
    },
    onCalls: (before, after) => {
      afterCall.follow(before, after);
      journal.follow(before, after, (id) => state.card(id)?.line?.name ?? null);
    },
  });
  /** Practice runs exactly while there is no account. */
  const reconnect = async (): Promise<void> => {
    const wanted = configuration.settings().account === undefined;
    state.set({ mode: wanted ? 'practice' : 'pbx' });
    if (wanted) problems.add({ code: 'noAccount', detail: null });
    else problems.remove('noAccount');
    if (wanted && practice === null)
      practice = await startPractice(context, configuration.settings(), () => {
        callerReady = true;
        showScenarios();
      });
    if (!wanted && practice !== null) {
      const leaving = practice;
      practice = null;
      callerReady = false;
      state.set({ scenarios: [] });
      await leaving.stop();
    }
    phone.notify('connect', connection());
  };
  let updates: SelfUpdater | null = null;
  const actions: DeskActions = {
    context,
    phone,
    agent,
    features,
    journal,
    afterCall,
    recentTopics,
    diagnostics,
    knowledge,
    content,
    configuration,
    syncKnowledge: () => void sync?.now(),
    startScenario: (id) => practice?.start(id, content.pack()) ?? false,
    setPassword: secrets.setPassword,
    reconnect: () => void reconnect(),
    checkForUpdates: () => void updates?.check(),
  };
  desk = openDesk(context, deskRequests(actions), deskReports(actions), {
    csv: () => csvOf(afterCall.shift(0).events),
    saveDiagnostics: (file) => diagnostics.save(file),
  });
  const { window, letGo } = desk;
  const around = openOutside(context, window, {
    phone,
    agent,
    place: keepPlace(window, new WindowPlaces(profile)),
  });
  outside = around;
  around.follow();
  // In its place by now: nobody sees it jump.
  window.show();
  await content.load();
  await reconnect();
  sync = await openKnowledgeSync({
    settings: configuration.settings,
    place,
    knowledge,
    content,
    state,
    problems,
    log,
    onReloaded: showScenarios,
  });

  powerMonitor.on('resume', () => {
    phone.notify('renewConnection', {});
  });
  if (app.isPackaged)
    watchInstalledVersion(process.resourcesPath, app.getVersion(), (version) => {
      log.info('update', version === null ? 'none waits' : 'waits for a restart', { version });
      state.set({ updateWaiting: version });
    });
  updates = await openSelfUpdater({
    settings: configuration.settings,
    profile,
    state,
    problems,
    log,
    certificates: context.certificates,
  });
  const showNumber = linkReceiver(state, log, around.bringForward);
  const provision = provisionLinkReceiver({
    window,
    profile,
    machine: machine.layer,
    state,
    certificates: context.certificates,
    log,
  });
  const showLink = (argv: readonly string[]): void => {
    showNumber(argv);
    void provision(argv);
  };
  const setWaiting = (policyWaiting: number | null): void => {
    state.set({ policyWaiting });
  };
  provisioning?.follow({ problems, setWaiting }, context.certificates);
  app.on('second-instance', (_event, argv) => {
    showLink(argv.slice(1));
  });
  // macOS; the link that started the application was kept by main.ts.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    showLink([url]);
  });
  showLink(launch.links);
  app.on('before-quit', () => {
    letGo();
  });
  window.on('closed', () => {
    around.close();
    sync?.stop();
    updates?.stop();
    afterCall.exporter.stop();
    knowledge.stop();
    app.quit();
  });
  if (launch.tour !== undefined)
    await playTour({ folder: launch.tour, window, state, log, actions });
}

/** A bug in one corner must not end a call: it is logged with its stack, and the process stays. */
function guardAgainstBugs(log: ReturnType<typeof openLog>): void {
  process.on('uncaughtException', (error) => {
    log.error('bug', error.stack ?? error.message);
  });
  process.on('unhandledRejection', (reason) => {
    log.error('bug', reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  });
}
