import { app, session, type Session } from 'electron';
import type { Log } from '../app/log.ts';
import { appOrigins } from './app-file.ts';
import { isPermitted } from './permissions.ts';

/**
 * Chromium fetches a dictionary from Google for every session that may check spelling, whether a page does or not.
 * Has to run before `app.ready`, when the first session is made.
 */
export function withoutSpelling(): void {
  app.on('session-created', (created: Session) => {
    created.setSpellCheckerLanguages([]);
    created.setSpellCheckerEnabled(false);
  });
}

/**
 * Denies everything that the product does not need: all permissions but the phone's microphone, all
 * navigation, all new windows, all webviews.
 */
export function lockDown(log: Log): void {
  const { defaultSession } = session;
  defaultSession.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isPermitted(permission, origin, details.mediaType === 'video'),
  );
  defaultSession.setPermissionRequestHandler((contents, permission, decide, details) => {
    // Typed as always there, but it comes with requests for media only.
    const types = 'mediaTypes' in details ? (details.mediaTypes as string[] | undefined) : [];
    const video = types?.includes('video') ?? false;
    const granted = isPermitted(permission, details.requestingUrl, video);
    if (!granted) log.warn('security', 'permission denied', { permission, id: contents.id });
    decide(granted);
  });
  // Headset keys. Chromium keeps keyboards, mice and security keys away from pages; the phone opens only
  // what has the telephony page. It never asks for a choice, and nobody else gets one.
  defaultSession.setDevicePermissionHandler(
    ({ deviceType, origin }) => deviceType === 'hid' && origin.startsWith(appOrigins.phone),
  );
  defaultSession.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
      log.warn('security', 'navigation refused');
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => {
      log.warn('security', 'new window refused');
      return { action: 'deny' };
    });
  });
}
