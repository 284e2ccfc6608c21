/**
 * Ends every switch over a union. The compiler refuses the call as soon as a member is not handled;
 * at run time it can only be reached by data that was never parsed, which is a bug.
 */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
