export { PracticeReview } from './practice-review.tsx';
export { PracticeQuestion } from './practice-question.tsx';
