/** The visible window: draws what main knows and sends what the agent wants. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { deskContract, type PeerBridge } from '../../shared/contract.ts';
import { createPeer } from '../../shared/peer.ts';
import { App } from './app.tsx';
import { createDeskStore, DeskStoreContext } from './desk-store.ts';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import './styles/desk.css';

declare const amtsdraht: PeerBridge;

const peer = createPeer(deskContract, amtsdraht);
const report = (message: string): void => {
  peer.report('failed', { message: message.slice(0, 4000) });
};
addEventListener('error', ({ message }) => {
  report(`uncaught: ${message}`);
});
addEventListener('unhandledrejection', ({ reason }) => {
  report(
    `unhandled: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`,
  );
});

const store = createDeskStore(peer);
peer.listen(
  {
    stateChanged: (desk) => {
      store.getState().receive(desk);
    },
    soundLevel: ({ level }) => {
      store.setState({ soundLevel: level });
    },
    callMedia: (media) => {
      store.getState().receiveMedia(media);
    },
  },
  (name) => {
    report(`notice refused: ${name}`);
  },
);

store.subscribe(({ query, article }, before) => {
  if (query !== before.query || article?.id !== before.article?.id)
    peer.report('viewChanged', { query: query.slice(0, 20_000), article: article?.id ?? null });
});

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <ErrorBoundary onError={report}>
      <DeskStoreContext value={store}>
        <App />
      </DeskStoreContext>
    </ErrorBoundary>
  </StrictMode>,
);
store.getState().receive(await peer.request('getState', {}));
