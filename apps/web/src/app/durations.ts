const units = [
  ['day', 86_400, 36 * 3_600],
  ['hour', 3_600, 90 * 60],
  ['minute', 60, 90],
  ['second', 1, 0],
] as const

/** A length of time in one unit, rounded up: "2 hours", "45 seconds"; a unit says little of one and a half of it. */
export function sayDuration(seconds: number): string {
  const whole = Math.max(1, Math.ceil(seconds))
  const isExact = (size: number) => size > 1 && whole % size === 0
  const [unit, size] = units.find(([, length, from]) => isExact(length) || whole >= from)!
  const count = Math.ceil(whole / size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
