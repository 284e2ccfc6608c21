// How long a desk is away: socket loss → registered, and PBX killed → booted → registered, as the window
// shows it, which it does only after a 2xx to the REGISTER. Nothing is asserted.
import type { Page } from 'playwright-core';
import { prepareForElectron } from '../e2e/support/prepare.ts';
import { TcpProxy } from '../fakes/tcp-proxy.ts';
import { openWorkplace } from '../e2e/support/workplace.ts';
import { Pbx } from '../pbx/asterisk.ts';
import { printTimes } from './print-times.ts';

const losses = Number(process.env['AMTSDRAHT_BENCH_LOSSES'] ?? 40);
const restarts = Number(process.env['AMTSDRAHT_BENCH_RESTARTS'] ?? 10);

/** Resolves with the epoch milliseconds when the window has said that it is lost, and is registered again. */
function watchReturn(desk: Page): Promise<number> {
  return desk.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const badge = document.querySelector('.desk-registration');
        let lost = false;
        const look = (): void => {
          const stands = badge?.textContent.startsWith('Angemeldet') === true;
          lost ||= !stands;
          if (!lost || !stands) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(look);
        if (badge !== null)
          observer.observe(badge, { childList: true, subtree: true, characterData: true });
      }),
  );
}

const cleanUp = await prepareForElectron();
const pbx = await Pbx.start();
const network = await TcpProxy.open(pbx.ports.wss);
const { launched, desk } = await openWorkplace(pbx, {
  registrar: `wss://localhost:${String(network.port)}/ws`,
});
try {
  await desk.getByText('Angemeldet', { exact: true }).waitFor();
  const [afterLoss, away, afterKill, afterBoot]: number[][] = [[], [], [], []];
  for (let run = 0; run < losses; run += 1) {
    const back = watchReturn(desk);
    const lostAt = Date.now();
    network.reset();
    afterLoss?.push((await back) - lostAt);
  }
  for (let run = 0; run < restarts; run += 1) {
    const back = watchReturn(desk);
    const killedAt = Date.now();
    await pbx.restart();
    const bootedAt = Date.now();
    const backAt = await back;
    away?.push(bootedAt - killedAt);
    afterKill?.push(backAt - killedAt);
    afterBoot?.push(backAt - bootedAt);
    await pbx.waitForContact('agent1');
  }
  printTimes('socket reset → registered', afterLoss ?? []);
  printTimes('PBX killed → fully booted (not ours)', away ?? []);
  printTimes('PBX killed → registered', afterKill ?? []);
  printTimes('PBX fully booted → registered', afterBoot ?? []);
} finally {
  await launched.close();
  await network.close();
  await pbx.stop();
  await cleanUp();
}
