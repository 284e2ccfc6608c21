import { z } from 'zod';
import type { Settings } from '../../shared/settings/settings.ts';
import { findDevice } from '../../shared/sound/find-device.ts';
import { appOrigins, createHiddenWindow } from '../windows/index.ts';
import type { Finding } from './policy-report.ts';

const listSchema = z.array(z.object({ id: z.string(), label: z.string() }));
const listMicrophones = `navigator.mediaDevices.enumerateDevices().then((all) => all
  .filter(({ kind }) => kind === 'audioinput')
  .map(({ deviceId, label }) => ({ id: deviceId, label })))`;

/**
 * Whether there is a microphone, and the one that the settings name. Only a page can see devices, so an empty
 * one with the phone's rights is opened, hidden; no device is opened.
 */
export async function microphoneFinding({ microphone }: Settings): Promise<Finding> {
  const what =
    microphone === undefined ? 'Mikrofon vorhanden' : `Mikrofon „${microphone.label}“ vorhanden`;
  const window = createHiddenWindow('phone');
  await window.loadURL(`${appOrigins.phone}/blank.html`);
  const answer: unknown = await window.webContents.executeJavaScript(listMicrophones);
  const devices = listSchema.catch([]).parse(answer);
  if (devices.length === 0)
    return { what, failure: 'An diesem Rechner ist kein Mikrofon angeschlossen.' };
  const known = microphone === undefined || findDevice(devices, microphone) !== undefined;
  const names = devices.map(({ label }) => `„${label}“`).join(', ');
  return { what, failure: known ? null : `Es ist nicht angeschlossen. Vorhanden: ${names}.` };
}
