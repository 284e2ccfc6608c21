/** The ring window: says who calls for whom, and takes the answer. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand';
import { ringContract, type PeerBridge } from '../../shared/contract.ts';
import { createPeer } from '../../shared/peer.ts';
import type { RingPicture } from '../../shared/windows/ring-picture.ts';
import { ErrorBoundary } from '../desk/frame/error-boundary.tsx';
import { RingView } from './ring-view.tsx';
import './ring.css';

declare const amtsdraht: PeerBridge;

const peer = createPeer(ringContract, amtsdraht);
const report = (message: string): void => {
  peer.report('failed', { message: message.slice(0, 4000) });
};
addEventListener('error', ({ message }) => {
  report(`uncaught: ${message}`);
});

const picture = createStore<{ readonly shown: RingPicture | null }>(() => ({ shown: null }));
const show = (shown: RingPicture): void => {
  picture.setState({ shown });
};
peer.listen({ pictureChanged: show }, (name) => {
  report(`notice refused: ${name}`);
});

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <ErrorBoundary onError={report}>
      <RingView
        picture={picture}
        onAnswer={(callId) => {
          peer.report('answer', { callId });
        }}
        onDecline={(callId) => {
          peer.report('decline', { callId });
        }}
      />
    </ErrorBoundary>
  </StrictMode>,
);
show(await peer.request('getPicture', {}));
