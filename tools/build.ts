// npm run build: main, preload and pages into out/, skipping what is unchanged.
import { buildApp } from './setup/build-app.ts';
import { finish } from './setup/finish.ts';

await finish(async () => {
  await buildApp();
  return 0;
});
