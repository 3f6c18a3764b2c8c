const opening = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/

/** Whether the caret stands in a block of code between fences, closed or not yet: there Enter begins a new line. */
export function isInFence(text: string, caret: number): boolean {
  const lines = text.slice(0, caret).split('\n')
  // The line of the caret counts whole: it may be the fence itself.
  const rest = text.slice(caret)
  const lineEnd = rest.indexOf('\n')
  lines[lines.length - 1] += lineEnd === -1 ? rest : rest.slice(0, lineEnd)
  let open: string | null = null
  for (const line of lines) {
    const found = opening.exec(line)?.[1]
    if (open === null) open = found ?? null
    else if (found && found[0] === open[0] && found.length >= open.length && line.trim() === found) open = null
  }
  return open !== null
}
