/**
 * Where an arrow key leads among groups that are each filled row by row. `counts`: how many each has. Up and down keep
 * the column; where a last row is too short for that, its end is nearest.
 */
export function moveInGroups(counts: readonly number[], active: number, columns: number, key: string): number {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (key === 'ArrowRight') return Math.min(total - 1, active + 1)
  if (key === 'ArrowLeft') return Math.max(0, active - 1)

  let start = 0
  let group = 0
  while (active >= start + counts[group]!) start += counts[group++]!
  const count = counts[group]!
  const at = active - start
  const column = at % columns
  const lastRow = (of: number) => Math.floor((of - 1) / columns) * columns

  if (key === 'ArrowUp') {
    if (at >= columns) return active - columns
    const above = counts[group - 1]
    return above === undefined ? active : start - above + Math.min(above - 1, lastRow(above) + column)
  }
  if (at < lastRow(count)) return start + Math.min(count - 1, at + columns)
  const below = counts[group + 1]
  return below === undefined ? active : start + count + Math.min(below - 1, column)
}
