import type { DeskActions } from './desk-handlers.ts';
import type { DeskReports, DeskRequests } from './desk-host.ts';

type Requests = Pick<
  DeskRequests,
  'saveWrapUp' | 'reportGap' | 'getCallbacks' | 'addCallback' | 'getShift'
>;
type Reports = Pick<
  DeskReports,
  'changeWrapUp' | 'articleOpened' | 'viewChanged' | 'changeCallback' | 'exportNow'
>;

/** Answers about wrap-up, call-backs and figures. */
export function afterCallRequests({ afterCall }: DeskActions): Requests {
  return {
    saveWrapUp: ({ callId, callback }) => ({ outcome: afterCall.save(callId, callback) }),
    reportGap: (gap) => ({ outcome: afterCall.reportGap(gap) }),
    getCallbacks: () => ({ callbacks: [...afterCall.callbacks.callbacks] }),
    addCallback: (order) => ({ outcome: afterCall.addCallback(order) }),
    getShift: () => afterCall.shift(),
  };
}

/** What the desk reports about them. */
export function afterCallReports({
  context,
  content,
  afterCall,
  recentTopics,
}: DeskActions): Reports {
  return {
    changeWrapUp: (change) => {
      const pack = content.pack();
      const line = pack?.lines.find(({ id }) => id === change.line?.id);
      const town = pack?.municipalities.find(({ ars }) => ars === line?.municipality);
      // A line that tells its municipality tells it here too.
      const told = town === undefined ? {} : { municipality: { ars: town.ars, name: town.name } };
      afterCall.wrapUps.change({ ...told, ...change });
    },
    articleOpened: ({ callId, ...topic }) => {
      // Opened again, or anew for another municipality, it was asked for once.
      if (!afterCall.wrapUps.addTopic(callId, topic)) return;
      const line = context.state.card(callId)?.line ?? null;
      if (line !== null) recentTopics.add(line.id, topic.id);
    },
    viewChanged: (view) => {
      // Nobody has to draw anything: only a desk that is loaded again asks for it.
      context.state.remember(view);
    },
    changeCallback: ({ id, to }) => {
      afterCall.changeCallback(id, to);
    },
    exportNow: () => {
      void afterCall.exporter.now();
    },
  };
}
