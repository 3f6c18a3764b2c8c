import { useInbox } from '@parley/client/react'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { SidePanel } from '../../app/SidePanel'
import { SearchBox } from './SearchBox'
import { SearchFilters } from './SearchFilters'
import { SearchHints } from './SearchHints'
import { SearchResults } from './SearchResults'

interface Props {
  /** What is looked for at first. */
  initial: string
  onText: (text: string) => void
  onClose: () => void
}

/** What was ever said, by its words; it stays beside the conversation while one goes through what is found. */
export function SearchPanel({ initial, onText, onClose }: Props) {
  const [text, setText] = useState(initial)
  const input = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const { roomId } = useParams({ strict: false })
  const room = useInbox().rooms.find((one) => one.id === roomId)

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  function change(next: string): void {
    setText(next)
    onText(next)
  }
  function changeAndType(next: string): void {
    change(next)
    input.current?.focus()
  }
  const toFirst = () => body.current?.querySelector<HTMLElement>('[data-found]')?.focus()
  const open = () => {
    if (!matchMedia('(min-width: 1100px)').matches) onClose()
  }

  return (
    <SidePanel title="Search" onClose={onClose} takesFocus>
      <div
        ref={body}
        role="search"
        onKeyDown={(event) => moveFocus(event, input.current)}
        className="flex grow flex-col"
      >
        <div className="sticky top-0 z-10 border-b border-line bg-bg px-4 py-3">
          <SearchBox ref={input} text={text} onText={change} onLeave={toFirst} />
          <SearchFilters room={room} text={text} onText={changeAndType} />
        </div>
        {text.trim() === '' ? <SearchHints onPick={changeAndType} /> : <SearchResults text={text} onOpen={open} />}
      </div>
    </SidePanel>
  )
}

/** Arrows walk what was found, and up from the first leads back to the words. */
function moveFocus(event: KeyboardEvent<HTMLElement>, input: HTMLElement | null): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target === input) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-found]')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  if (to < 0) input?.focus()
  else rows[Math.min(rows.length - 1, to)]?.focus()
}
