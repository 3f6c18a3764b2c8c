import type { Nodes } from '@parley/contract/markdown'
import { Square, SquareCheck } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { VisuallyHidden } from '../../ui/VisuallyHidden'

type Of<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>
type Render = (nodes: readonly Nodes[], flow?: boolean) => ReactNode

/** An item of a list, or a task that is done or not; in a dense list its text stands without a paragraph. */
export function ListItem({ item, render }: { item: Of<'listItem'>; render: Render }) {
  const { checked = null, spread, children } = item
  const said = children.map((child, key) => (
    <Fragment key={key}>
      {child.type === 'paragraph' && !spread ? render(child.children, false) : render([child])}
    </Fragment>
  ))
  if (checked === null) return <li dir="auto">{said}</li>
  const Box = checked ? SquareCheck : Square
  return (
    <li dir="auto" className="body-task">
      <Box aria-hidden="true" className={checked ? 'text-accent' : 'text-fg-faint'} />
      <VisuallyHidden>{checked ? 'Done: ' : 'To do: '}</VisuallyHidden>
      {said}
    </li>
  )
}

/** A table; where it is wider than the message it scrolls by itself. */
export function Table({ table, render }: { table: Of<'table'>; render: Render }) {
  const [head, ...rows] = table.children
  const aligned = (column: number) => ({ textAlign: table.align?.[column] ?? undefined })
  return (
    // Reached by Tab, so that it can be scrolled by keys.
    <div className="body-table" role="region" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, column) => (
              <th key={column} scope="col" dir="auto" style={aligned(column)}>
                {render(cell.children, false)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.children.map((cell, column) => (
                <td key={column} dir="auto" style={aligned(column)}>
                  {render(cell.children, false)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
