/** The value in the middle; of an even number, the lower of the two. */
export const median = (values: number[]): number => percentile(values, 50)

export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)
  return sorted[at] ?? Number.NaN
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits))

export type Row = (string | number)[]

/** Columns as wide as their widest cell; numbers to the right. */
export function toTable(head: string[], rows: Row[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => String(row[at] ?? '').length)))
  const line = (row: Row) =>
    row
      .map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at] ?? 0) : String(cell).padStart(widths[at] ?? 0)))
      .join('  ')
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

const onlyJson = process.argv.includes('--json')

/** For who watches; with `--json` it goes to stderr, so that stdout is the one line of JSON. */
export function say(text: string): void {
  if (onlyJson) console.error(text)
  else console.log(text)
}

/** The figures as the last line. */
export const finish = (figures: object): void => console.log(JSON.stringify(figures))

/** The number given as `--name N`. */
export function readNumber(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
