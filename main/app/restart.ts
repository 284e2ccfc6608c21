import { app } from 'electron';
import { startAfterwards } from '../updates/index.ts';

/** Ends the application and starts it anew; an AppImage by its file, because its folder goes away with it. */
export function restart(): void {
  const image = process.env['APPIMAGE'] ?? '';
  if (app.isPackaged && image !== '') startAfterwards(image, process.argv.slice(1));
  else app.relaunch();
  app.quit();
}
