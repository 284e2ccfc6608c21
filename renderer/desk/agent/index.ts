export { AgentButton } from './agent-button.tsx';
export { AgentFailureNote } from './agent-failure.tsx';
export { wordsOfStatus } from './agent-words.ts';
