import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

export type { Nodes, Root } from 'mdast'

// What a message's body is: GitHub's Markdown, read by the same parser wherever it is read.

const options = {
  extensions: [
    gfm(),
    // What makes words vanish (definitions, footnotes), or a heading of the line above a dashed one.
    {
      disable: {
        null: ['definition', 'setextUnderline', 'gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'],
      },
    },
  ],
  mdastExtensions: [gfmFromMarkdown()],
}

/** A line that opens more quotes and lists than anybody nests. */
const deep = /^(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){17}/m
const containers = /^[ \t]*(?:>|[-+*]\s|\d{1,9}[.)]\s)/gm
const delimiters = /[*_~[]/g
const fenced = /^ {0,3}(```|~~~)[^]*?^ {0,3}\1/gm

const count = (body: string, what: RegExp) => body.match(what)?.length ?? 0

/**
 * Whether it takes longer to parse than anything people mean to say: quotes in quotes, items of lists and delimiters
 * cost the square of their number. 4,000 `>` took a second; within these bounds the worst that was found takes a
 * fifth of one, on a machine on which a message of three lines takes one millisecond.
 */
function isTangle(body: string): boolean {
  // Nobody can make a tangle of so little.
  if (body.length < 400) return deep.test(body)
  if (deep.test(body) || count(body, containers) > 250) return true
  const found = count(body, delimiters)
  // Code is full of them, and between fences they cost nothing.
  return found > 400 && (found > 1_000 || count(body.replaceAll(fenced, ''), delimiters) > 400)
}

/** Parses a message's body. What would take too long, or is nothing but a mark (`+`), is one paragraph of text, as it is. */
export function parseBody(body: string): Root {
  const tree = isTangle(body) ? null : fromMarkdown(body, options)
  if (tree && (body.length > longestMark || toPlainText(tree).trim() !== '')) return tree
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: body }] }] }
}

/** Nobody says more with marks alone. */
const longestMark = 80

const opened = new Set(['http:', 'https:', 'mailto:'])

/** The address that a link may lead to; nothing but http, https and mailto is safe to open. */
export function safeHref(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname, href } = new URL(url)
  return opened.has(protocol) && (hostname !== '' || protocol === 'mailto:') ? href : null
}

const mayLink = /https?:|www\./i

/** The first web address that a body links to; what stands in code is no link. */
export function findLink(body: string): string | null {
  // Parsing costs some 100 µs; most messages link to nothing.
  return mayLink.test(body) ? findLinkIn(parseBody(body)) : null
}

function findLinkIn(node: Nodes): string | null {
  if (node.type === 'link') {
    const href = safeHref(node.url)
    if (href?.startsWith('http')) return href
  }
  if (!('children' in node)) return null
  for (const child of node.children) {
    const found = findLinkIn(child)
    if (found) return found
  }
  return null
}

const inline = new Set(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link'])

/** What a tree says without its marks; blocks are lines. `say` may say a run of text in other words. */
export function toPlainText(node: Nodes, say: (text: string) => string = (text) => text): string {
  if (node.type === 'text') return say(node.value)
  if (node.type === 'break') return '\n'
  if (node.type === 'image') return node.alt || node.url
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const said = node.children.map((child: Nodes) => toPlainText(child, say))
  if (node.type === 'tableRow') return said.join(' ')
  return inline.has(node.type) || node.type === 'tableCell' ? said.join('') : said.filter(Boolean).join('\n')
}
