/** `HH:MM-HH:MM` of the desk's own clock; the end may be on the next day, the same time means always. */
export const maintenanceWindowPattern =
  /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * When a maintenance window is open next.
 * @param window as `maintenanceWindowPattern` wants it
 * @returns epoch milliseconds of its begin; not after `now` while it is open
 */
export function maintenanceFrom(window: string, now: Date): number {
  const [, ...parts] = maintenanceWindowPattern.exec(window) ?? [];
  const [fromHour = 0, fromMinute = 0, toHour = 24, toMinute = 0] = parts
    .filter((part: string | undefined) => part !== undefined)
    .map(Number);
  const from = fromHour * 60 + fromMinute;
  const to = toHour * 60 + toMinute;
  const minute = now.getHours() * 60 + now.getMinutes();
  const open = from < to ? minute >= from && minute < to : minute >= from || minute < to;
  // By the calendar, not by 24 hours: the clocks change twice a year.
  const begin = new Date(now);
  begin.setHours(fromHour, fromMinute, 0, 0);
  if (open && begin > now) begin.setDate(begin.getDate() - 1);
  if (!open && begin <= now) begin.setDate(begin.getDate() + 1);
  return begin.getTime();
}
