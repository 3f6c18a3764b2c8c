/** A text and what is selected of it. */
export interface Selected {
  text: string
  start: number
  end: number
}

/** What is to stand in the place of a part of the text, and what of it is selected then. */
export interface Replacement {
  from: number
  to: number
  text: string
  start: number
  end: number
}

export type Format = 'bold' | 'italic' | 'code' | 'strike' | 'link'

const marks = { bold: '**', italic: '_', code: '`', strike: '~~' } as const

/** Puts marks around what is selected, or takes them off again; `link` waits for the address. */
export function format({ text, start, end }: Selected, what: Format): Replacement {
  const words = text.slice(start, end)
  if (what === 'link') {
    const inserted = `[${words}](https://)`
    // Without words these come first, else the address.
    const from = words ? start + words.length + 3 : start + 1
    return { from: start, to: end, text: inserted, start: from, end: words ? from + 'https://'.length : from }
  }
  // Several lines of code are a block.
  if (what === 'code' && words.includes('\n')) return fence({ text, start, end })
  const mark = marks[what]
  const around = text.slice(start - mark.length, start) === mark && text.slice(end, end + mark.length) === mark
  if (around && !isLonger(text, start, end, mark)) {
    const at = start - mark.length
    return { from: at, to: end + mark.length, text: words, start: at, end: at + words.length }
  }
  // Marks beside a blank mark nothing: they go around the words themselves.
  const lead = words.length - words.trimStart().length
  const inner = words.trim()
  const from = start + (inner ? lead : 0)
  const to = inner ? from + inner.length : end
  const kept = inner || words
  return {
    from,
    to,
    text: mark + kept + mark,
    start: from + mark.length,
    end: from + mark.length + kept.length,
  }
}

/** `_` of `__`, say: it is another mark that stands there. */
function isLonger(text: string, start: number, end: number, mark: string): boolean {
  const [last] = mark
  return mark.length === 1 && text[start - 2] === last && text[end + 1] === last
}

function fence({ text, start, end }: Selected): Replacement {
  const before = start > 0 && text[start - 1] !== '\n' ? '\n' : ''
  const after = end < text.length && text[end] !== '\n' ? '\n' : ''
  const open = `${before}\`\`\`\n`
  const words = text.slice(start, end)
  const from = start + open.length
  return { from: start, to: end, text: `${open}${words}\n\`\`\`${after}`, start: from, end: from + words.length }
}

/** The selected words, leading to an address that is pasted upon them; `null` where it is to be pasted as it is. */
export function linkTo(address: string, { text, start, end }: Selected): Replacement | null {
  const words = text.slice(start, end)
  const url = address.trim()
  if (words.trim() === '' || /[\n[\]]/.test(words) || isAddress(words) || !isAddress(url)) return null
  // A bracket that is not closed would end the link; angles hold it together.
  const link = `[${words}](${/[()]/.test(url) ? `<${url}>` : url})`
  return { from: start, to: end, text: link, start: start + link.length, end: start + link.length }
}

const isAddress = (text: string) => /^https?:\/\/[^\s<>]+$/i.test(text) && URL.canParse(text)
