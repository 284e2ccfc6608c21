import { app } from 'electron';
import { startAfterwards } from '../updates/index.ts';

/** Arguments of this start without its links: what they asked for is done or refused. */
export function restartArguments(): readonly string[] {
  return process.argv.slice(1).filter((each) => !/^(tel|sips?|callto|amtsdraht):/i.test(each));
}

/** Ends the application and starts it anew; an AppImage by its file, because its folder goes away with it. */
export function restart(): void {
  const image = process.env['APPIMAGE'] ?? '';
  if (app.isPackaged && image !== '') startAfterwards(image, restartArguments());
  else app.relaunch({ args: [...restartArguments()] });
  app.quit();
}
