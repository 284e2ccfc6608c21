import { z } from 'zod';

/** What the policy says about emergency calls from this workstation. */
export const emergencySchema = z.strictObject({
  /** Whether 110 and 112 may be dialled here at all. */
  allowed: z.boolean(),
  /** Where the workstation is, to be read out: street, house, floor, room. */
  place: z.string().max(300).nullable(),
  /** The nearest telephone that reaches the emergency services, for when this one does not. */
  otherPhone: z.string().max(300).nullable(),
});

/**
 * The emergency number that a dialled number means: 110 or 112, also with a 0 for an outside line, which
 * looks like an area code. null: it is none.
 */
export function emergencyNumber(target: string): '110' | '112' | null {
  const [, number] = /^(?:\+49|0)?(110|112)$/.exec(target) ?? [];
  return number === '110' || number === '112' ? number : null;
}

/**
 * Why an emergency call is not made from here; null: it is. Who is in distress has to know at once.
 */
export function emergencyRefusal(
  place: { readonly practice: boolean; readonly registered: boolean },
  { allowed }: z.infer<typeof emergencySchema>,
): 'emergencyPractice' | 'emergencyRefused' | 'emergencyNotRegistered' | null {
  if (place.practice) return 'emergencyPractice';
  if (!allowed) return 'emergencyRefused';
  return place.registered ? null : 'emergencyNotRegistered';
}
