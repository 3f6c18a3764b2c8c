/** A run of a message's text; `href` only where it is a link. */
export interface Run {
  text: string
  href?: string
}

const candidate = /https?:\/\/[^\s<>"'`]+/giu
const trailing = /[.,;:!?…'"*_~]$/u
const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** Splits text into plain runs and links. Only http and https: nothing else that people paste is safe to open. */
export function toRuns(text: string): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const match of text.matchAll(candidate)) {
    const url = trimUrl(match[0])
    const href = toHref(url)
    if (!href) continue
    if (match.index > end) runs.push({ text: text.slice(end, match.index) })
    runs.push({ text: url, href })
    end = match.index + url.length
  }
  if (end < text.length) runs.push({ text: text.slice(end) })
  return runs
}

/** A sentence's own punctuation does not belong to the address; a bracket does when it was opened inside. */
function trimUrl(url: string): string {
  for (;;) {
    const last = url.at(-1)!
    const open = pairs[last]
    const unbalanced = open !== undefined && url.split(last).length > url.split(open).length
    if (!trailing.test(url) && !unbalanced) return url
    url = url.slice(0, -1)
  }
}

function toHref(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname, href } = new URL(url)
  return (protocol === 'http:' || protocol === 'https:') && hostname ? href : null
}
