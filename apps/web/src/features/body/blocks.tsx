import { type Nodes, safeHref, toPlainText } from '@parley/contract/markdown'
import { Fragment, type ReactNode } from 'react'
import { CodeBlock } from './CodeBlock'
import { ListItem, Table } from './lists-and-tables'

/** How the text of one message is said: with the emoji and the mentions in it. */
export interface Say {
  /** In a link nobody is called. */
  text: (text: string, inLink: boolean) => ReactNode
  plain: (text: string) => string
}

/** Where in the tree one is. */
interface Place {
  depth: number
  inLink: boolean
  /** Among paragraphs, and not in one. */
  flow: boolean
}

/** Deeper than anybody writes; what is deeper still is shown as text. */
const deepest = 40
const headings = ['h4', 'h4', 'h5', 'h6', 'h6', 'h6', 'h6'] as const
const flows = new Set(['root', 'blockquote', 'list', 'listItem'])

/** The elements of a tree. Made one by one: no markup of a message ever reaches the page as markup. */
export const toElements = (nodes: readonly Nodes[], say: Say, flow = true): ReactNode =>
  toEach(nodes, say, { depth: 0, inLink: false, flow })

const toEach = (nodes: readonly Nodes[], say: Say, place: Place): ReactNode[] =>
  nodes.map((node, key) => <Fragment key={key}>{toElement(node, say, place)}</Fragment>)

function toElement(node: Nodes, say: Say, place: Place): ReactNode {
  if (place.depth > deepest) return toPlainText(node, say.plain)
  const below = { ...place, depth: place.depth + 1, flow: flows.has(node.type) }
  const render = (nodes: readonly Nodes[], flow = below.flow) => toEach(nodes, say, { ...below, flow })
  const inside = () => ('children' in node ? render(node.children) : null)
  switch (node.type) {
    case 'text':
      return say.text(node.value, place.inLink)
    case 'paragraph':
      return <p dir="auto">{inside()}</p>
    case 'strong':
      return <strong>{inside()}</strong>
    case 'emphasis':
      return <em>{inside()}</em>
    case 'delete':
      return <del>{inside()}</del>
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return <CodeBlock code={node.value} language={node.lang} />
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'blockquote':
      return <blockquote>{inside()}</blockquote>
    case 'heading': {
      const Heading = headings[node.depth]
      return <Heading dir="auto">{inside()}</Heading>
    }
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{inside()}</ol> : <ul>{inside()}</ul>
    case 'listItem':
      return <ListItem item={node} render={render} />
    case 'table':
      return <Table table={node} render={render} />
    case 'link':
      if (place.inLink) return inside()
      return <SafeLink url={node.url}>{toEach(node.children, say, { ...below, inLink: true })}</SafeLink>
    // A picture of elsewhere would tell its server who reads this, and when.
    case 'image':
      return place.inLink ? node.alt || node.url : <SafeLink url={node.url}>{node.alt || node.url}</SafeLink>
    case 'html':
      return place.flow ? <p dir="auto">{node.value}</p> : node.value
    default:
      return toPlainText(node, say.plain)
  }
}

/** A link, if it leads to where it is safe to go; else what it says. */
function SafeLink({ url, children }: { url: string; children: ReactNode }) {
  const href = safeHref(url)
  if (!href) return children
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}
