/**
 * Runs `action` while holding the lock folder, waiting for another process that holds it. A lock whose
 * owner has died is taken over. Not re-entrant.
 */
export function withLock<T>(folder: string, action: () => T | Promise<T>): Promise<T>;
