export { RecentTopics } from './recent-topics.ts';
export { createCardBuilder, type CardBuilder } from './card-builder.ts';
export { transferTargets } from './transfer-targets.ts';
export { CallHours } from './call-hours.ts';
