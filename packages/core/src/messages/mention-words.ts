import { type Nodes, parseBody } from '@parley/contract/markdown'

/** What follows an `@` in a message: the usernames it may mean, longest first, and whether it calls a whole room. */
export interface MentionWords {
  /** One entry for each place: of several spellings, the first that names a member counts. */
  names: string[][]
  here: boolean
  room: boolean
}

export const noWords: MentionWords = { names: [], here: false, room: false }

/** Where nobody is called: inside code, links (an e-mail address is one) and markup. */
const silent = new Set(['code', 'inlineCode', 'link', 'image', 'html'])

/** More would be a way to make one message cost as much as hundreds. */
const maxWords = 50

/**
 * Finds whom a message calls. An `@` after a letter or digit of a username, or after a backslash, calls nobody; after
 * any other letter it does, since many scripts write no spaces.
 */
export function findMentionWords(body: string): MentionWords {
  // Parsing costs some 100 µs; most messages call nobody.
  if (!body.includes('@')) return noWords
  const words = new Map<string, string[]>()
  for (const [, word = ''] of maskSilent(body).matchAll(/(?<![a-z0-9_.\-@\\])@([a-z0-9_.-]+)/gi)) {
    if (words.size >= maxWords) break
    words.set(word.toLowerCase(), spellings(word.toLowerCase()))
  }
  const calls = (name: string) => [...words.values()].some((spelled) => spelled.includes(name))
  const names = [...words.values()].map((spelled) => spelled.filter((name) => name !== 'here' && name !== 'room'))
  return { names: names.filter((spelled) => spelled.length > 0), here: calls('here'), room: calls('room') }
}

/** `@bob.` at the end of a sentence means `bob`, unless somebody is called `bob.`. */
function spellings(word: string): string[] {
  const found = [word]
  for (let name = word; /[.-]$/.test(name);) found.push((name = name.slice(0, -1)))
  return found.filter((name) => name.length >= 3 && name.length <= 32)
}

/** The source with blanks where nobody is called; the source, because `@_bob_` would be bold in the parsed text. */
function maskSilent(body: string): string {
  const pieces: string[] = []
  let at = 0
  const walk = (node: Nodes): void => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    if (silent.has(node.type) && start !== undefined && end !== undefined) {
      pieces.push(body.slice(at, start), ' '.repeat(end - start))
      at = end
    } else if ('children' in node) for (const child of node.children) walk(child)
  }
  for (const child of parseBody(body).children) walk(child)
  return pieces.join('') + body.slice(at)
}
