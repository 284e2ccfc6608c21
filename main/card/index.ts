export { createCardBuilder, type CardBuilder } from './card-builder.ts';
