// Plain JavaScript because run.mjs needs it on a Node that cannot strip types yet.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A lock whose owner died is taken over; signal 0 only asks whether the process exists. */
function ownerIsGone(folder) {
  let owner;
  try {
    owner = Number(readFileSync(join(folder, 'pid'), 'utf8'));
  } catch {
    // Just being made or removed, unless it stays so.
    const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    return Date.now() - made > 10_000;
  }
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/**
 * Runs `action` while holding the lock folder, waiting for another process that holds it.
 * @template T
 * @param {string} folder
 * @param {() => T | Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(folder, action) {
  mkdirSync(dirname(folder), { recursive: true });
  for (;;) {
    try {
      mkdirSync(folder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (ownerIsGone(folder)) rmSync(folder, { recursive: true, force: true });
    else await new Promise((wake) => setTimeout(wake, 200));
  }
  writeFileSync(join(folder, 'pid'), String(process.pid));
  try {
    return await action();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
