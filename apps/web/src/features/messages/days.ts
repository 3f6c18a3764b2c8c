// The interface speaks English; only the clock follows the reader's locale, because 24- or 12-hour is a habit.
const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const full = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'short' })

/** The local calendar day as one comparable number: 20261103. */
export function dayOf(date: Date): number {
  return date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate()
}

/** The day as people say it: Today, Yesterday, Tue 3 Nov, and the year only when it is another one. */
export function dayLabel(date: Date, now: Date): string {
  const day = dayOf(date)
  if (day === dayOf(now)) return 'Today'
  if (day === dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return 'Yesterday'
  const label = `${weekday.format(date)} ${date.getDate()} ${month.format(date)}`
  return date.getFullYear() === now.getFullYear() ? label : `${label} ${date.getFullYear()}`
}

/** A moment in a few words: Today at 10:33. */
export const momentLabel = (date: Date, now: Date): string => `${dayLabel(date, now)} at ${stamp(date)}`

/** The time of day, as it stands beside a message. */
export const stamp = (date: Date): string => clock.format(date)

/** The same where there is room for five characters: the messages around it say which half of the day it was. */
export const shortStamp = (date: Date): string =>
  clock
    .formatToParts(date)
    .filter(({ type }) => type !== 'dayPeriod')
    .map(({ value }) => value)
    .join('')
    .trim()

/** Everything about the moment, for those who hover. */
export const fullStamp = (date: Date): string => `${full.format(date)}, ${clock.format(date)}`

/** How long until the day changes, in ms; "Today" must not outlive it. */
export function untilMidnight(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime()
}
