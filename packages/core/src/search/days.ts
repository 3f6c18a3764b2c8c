/** When a day, a month or a year begins, in UTC; or the time itself, where one is given. `null`: it is no date. */
export function readDay(value: string): Date | null {
  const { date, time } =
    /^(?<date>\d{4}(?:-\d{2}(?:-\d{2})?)?)(?<time>T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/i.exec(value)?.groups ?? {}
  if (!date || (time && date.length < 10)) return null
  const day = new Date(`${date.padEnd(7, '-01').padEnd(10, '-01')}T00:00:00Z`)
  // There are engines to which the 31st of February is the 3rd of March.
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date) || date < '0001') return null
  const at = time ? new Date(value) : day
  return Number.isNaN(at.getTime()) ? null : at
}
