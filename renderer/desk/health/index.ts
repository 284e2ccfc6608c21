export { HealthDialog } from './health-dialog.tsx';
export { SupportSection } from './support-section.tsx';
