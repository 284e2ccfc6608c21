import { join } from 'node:path';
import {
  app,
  Menu,
  nativeImage,
  Tray,
  type MenuItemConstructorOptions,
  type NativeImage,
} from 'electron';
import type { AgentStatus } from '../../shared/agent/agent-state.ts';
import { paintMarks } from './paint-marks.ts';
import type { TrayPicture } from './tray-picture.ts';

/** What the entries of the menu do. */
export interface TrayActions {
  readonly open: () => void;
  readonly choose: (status: AgentStatus) => void;
  readonly quit: () => void;
}

/** The icon beside the clock. */
export interface TrayIcon {
  readonly show: (picture: TrayPicture) => void;
  readonly remove: () => void;
}

const iconSize = 32;

/** Desktops without a place for icons (plain GNOME) show nothing; nothing else depends on it. */
export function createTray(actions: TrayActions): TrayIcon {
  const plain = nativeImage
    .createFromPath(join(app.getAppPath(), 'assets', 'build', 'icons', '32x32.png'))
    .toBitmap();
  const tray = new Tray(nativeImage.createEmpty());
  tray.on('click', actions.open);
  return {
    show: (picture) => {
      tray.setImage(iconOf(plain, picture));
      tray.setToolTip(picture.tooltip);
      tray.setContextMenu(Menu.buildFromTemplate(menuOf(picture, actions)));
    },
    remove: () => {
      tray.destroy();
    },
  };
}

function iconOf(plain: Buffer, picture: TrayPicture): NativeImage {
  const painted = Buffer.from(paintMarks(plain, iconSize, picture));
  const size = { width: iconSize, height: iconSize };
  return nativeImage.createFromBitmap(painted, size);
}

function menuOf(picture: TrayPicture, actions: TrayActions): MenuItemConstructorOptions[] {
  const { missedLabel } = picture;
  return [
    { label: picture.open, click: actions.open },
    ...(missedLabel === null ? [] : [{ label: missedLabel, click: actions.open }]),
    { type: 'separator' },
    ...picture.states.map(({ status, label, chosen }) => ({
      type: 'radio' as const,
      label,
      checked: chosen,
      click: () => {
        actions.choose(status);
      },
    })),
    { type: 'separator' },
    { label: picture.quit, click: actions.quit },
  ];
}
