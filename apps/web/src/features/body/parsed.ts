import { parseBody, toPlainText, type Root } from '@parley/contract/markdown'
import { saying } from '@parley/contract/messages'
import { withKnownEmoji } from './short-names'

const most = 500
/** Trees by what they were made of: rows come and go while one scrolls, and parsing takes some 100 µs each time. */
const trees = new Map<string, Root>()

/** The tree of a body, made once for as long as it is among the last few hundred. */
export function treeOf(body: string): Root {
  const known = trees.get(body)
  // Put last again: the first is the one not asked for longest.
  if (known) trees.delete(body)
  const tree = known ?? parseBody(body)
  trees.set(body, tree)
  if (trees.size > most) trees.delete(trees.keys().next().value!)
  return tree
}

/** What a body says, without its marks: for where there is one line, or only a voice. */
export const plainText = (body: string): string => toPlainText(treeOf(body), withKnownEmoji).trim()

interface Said {
  kind?: string
  body: string
  attachments: readonly { name: string }[]
}

/** What a message says, or the names of its files, without marks. What the server notes is no Markdown. */
export const plainSaying = (said: Said): string =>
  said.body !== '' && (said.kind ?? 'text') === 'text' ? plainText(said.body) : saying(said)
