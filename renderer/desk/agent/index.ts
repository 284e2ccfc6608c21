export { AgentButton } from './agent-button.tsx';
export { AgentFailureNote } from './agent-failure.tsx';
export { FeatureBadges } from './feature-badges.tsx';
