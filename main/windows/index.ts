export { appOrigins } from './app-file.ts';
export { registerAppScheme, serveApp } from './app-protocol.ts';
export { trustCertificates, type CertificateVerdicts } from './certificates.ts';
export { certificatesOf as certificatesIn } from './chain.ts';
export { lockDown } from './lock-down.ts';
export { createRingWindow, showInCorner } from './ring-window.ts';
export { createTray } from './tray.ts';
export { trayPicture } from './tray-picture.ts';
export { createDeskWindow, createHiddenWindow } from './windows.ts';
