import { CornerDownLeft, Search } from 'lucide-react'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { describeError } from '../../app/describe-error'
import { useOverlays } from '../../app/overlays'
import { Dialog } from '../../ui/Dialog'
import { isOfInputMethod } from '../composing/is-of-input-method'
import { SwitcherRow } from './SwitcherRow'
import { useSwitcherResults, type Result } from './switcher-results'
import { useOpenRoom } from './use-open-room'

export function Switcher(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog {...props} title="Go to a room or person" titleHidden width="lg">
      <SwitcherBox onDone={() => props.onOpenChange(false)} />
    </Dialog>
  )
}

function SwitcherBox({ onDone }: { onDone: () => void }) {
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const groups = useSwitcherResults(text)
  const { openRoom, joinRoom, join, messagePerson, direct } = useOpenRoom(onDone)
  const { search } = useOverlays()
  const results = groups.flatMap((group) => group.results)
  const chosen = Math.min(at, results.length - 1)
  const failure = join.error ?? direct.error

  function go(result: Result | undefined): void {
    if (result === undefined || join.isPending || direct.isPending) return
    if (result.type === 'search') {
      onDone()
      search(result.text)
    } else if (result.type === 'room') openRoom(result.id)
    else if (result.type === 'public') joinRoom(result.id)
    else messagePerson(result.id)
  }

  function move(to: number): void {
    const next = (to + results.length) % Math.max(1, results.length)
    setAt(next)
    list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isOfInputMethod(event)) return
    if (event.key === 'ArrowDown') move(chosen + 1)
    else if (event.key === 'ArrowUp') move(chosen - 1)
    else if (event.key === 'Enter') go(results[chosen])
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="flex h-13 shrink-0 items-center gap-3 border-b border-line px-4">
        <Search className="size-[18px] shrink-0 text-fg-faint" aria-hidden="true" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={results[chosen] ? `${listId}-${chosen}` : undefined}
          aria-label="Go to a room or person"
          placeholder="Go to a room or person"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 grow bg-transparent text-message outline-none pointer-coarse:text-[16px]"
        />
      </div>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label="Results"
        className="max-h-[min(420px,56dvh)] overflow-y-auto overscroll-contain p-2"
      >
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="px-2 pt-2 pb-1 text-stamp font-medium text-fg-faint" aria-hidden="true">
              {group.title}
            </div>
            {group.results.map((result) => {
              const index = results.indexOf(result)
              return (
                <SwitcherRow
                  key={result.id}
                  id={`${listId}-${index}`}
                  result={result}
                  chosen={index === chosen}
                  onPoint={() => setAt(index)}
                  onChoose={() => go(result)}
                />
              )
            })}
          </div>
        ))}
      </div>
      {results.length > 0 && (
        <footer className="flex h-9 shrink-0 items-center gap-1.5 border-t border-line px-4 text-stamp text-fg-faint pointer-coarse:not-has-[[role=alert]]:hidden">
          {failure ? (
            <span role="alert" className="text-danger">
              {describeError(failure)}
            </span>
          ) : (
            <>
              <CornerDownLeft className="size-3.5" aria-hidden="true" />
              {
                { room: 'to open', public: 'to join', person: 'to write to them', search: 'to search' }[
                  results[chosen]?.type ?? 'room'
                ]
              }
            </>
          )}
        </footer>
      )}
    </>
  )
}
