export { watchInstalledVersion } from './installed-version.ts';
