export { appOrigins } from './app-file.ts';
export { registerAppScheme, serveApp } from './app-protocol.ts';
export { trustCertificates, type CertificateVerdicts } from './certificates.ts';
export { certificatesOf as certificatesIn } from './chain.ts';
export { lockDown } from './lock-down.ts';
export { createDeskWindow, createHiddenWindow } from './windows.ts';
