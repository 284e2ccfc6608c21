import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { appendRotating, rotatedNames, type Rotation } from '../files/index.ts';

export type LogLevel = 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, unknown>>;

/** The log of the application: one file, no personal data. */
export interface Log {
  readonly info: (area: string, message: string, fields?: LogFields) => void;
  readonly warn: (area: string, message: string, fields?: LogFields) => void;
  readonly error: (area: string, message: string, fields?: LogFields) => void;
}

const rotation: Rotation = { maxBytes: 1_000_000, files: 5 };
const fileIn = (folder: string): string => join(folder, 'amtsdraht.log');

/** All files of the log, newest first; they need not exist. */
export const logFiles = (folder: string): readonly string[] =>
  rotatedNames(fileIn(folder), rotation);

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Hides what could name a person: five or more digits in a row (separators within do not help) keep
 * their last two, SIP users go entirely. Ports, status codes and dates stay readable.
 */
export function redact(text: string): string {
  return text
    .replace(/\b(sips?|tel):[^@\s>;]+@/gi, '$1:…@')
    .replace(/\+?\d(?:[ ()/-]{0,3}\d){4,}/g, (digits) =>
      isoDate.test(digits) ? digits : `…${digits.replace(/\D/g, '').slice(-2)}`,
    );
}

/** One line: `time level area message {fields}`. */
export function logLine(
  at: Date,
  level: LogLevel,
  area: string,
  message: string,
  fields?: LogFields,
): string {
  const text = fields === undefined ? message : `${message} ${JSON.stringify(fields)}`;
  return `${at.toISOString()} ${level} ${area} ${redact(text).replace(/[\r\n]+/g, ' ⏎ ')}`;
}

/**
 * Writes `amtsdraht.log` in the folder and the same lines to stdout; five files of 1 MB are kept. Lines are
 * few by design.
 */
export function openLog(folder: string): Log {
  mkdirSync(folder, { recursive: true });
  const file = fileIn(folder);
  const write = (level: LogLevel, area: string, message: string, fields?: LogFields): void => {
    const line = `${logLine(new Date(), level, area, message, fields)}\n`;
    try {
      appendRotating(file, line, rotation);
    } catch {
      // A full disk must not end a call; stdout still has the line.
    }
    process.stdout.write(line);
  };
  return {
    info: (area, message, fields) => {
      write('info', area, message, fields);
    },
    warn: (area, message, fields) => {
      write('warn', area, message, fields);
    },
    error: (area, message, fields) => {
      write('error', area, message, fields);
    },
  };
}
