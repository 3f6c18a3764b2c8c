const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** A length of time in its largest whole unit, rounded up: "2 hours", "45 seconds". */
export function sayDuration(seconds: number): string {
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? units[3]
  const count = Math.max(1, Math.ceil(seconds / size))
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
