export { PracticeReview } from './practice-review.tsx';
