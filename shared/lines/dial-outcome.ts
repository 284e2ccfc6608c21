/** Whether a number is dialled, and if not, why. */
export const dialOutcomes = [
  'dialling',
  'numberInvalid',
  'notRegistered',
  'callInProgress',
  'nothingToRedial',
  'emergencyRefused',
  'emergencyPractice',
  'emergencyNotRegistered',
] as const;
export type DialOutcome = (typeof dialOutcomes)[number];
