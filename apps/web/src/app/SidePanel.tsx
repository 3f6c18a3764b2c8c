import { X } from 'lucide-react'
import { createContext, use, useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { classNames } from '../ui/class-names'
import { IconButton } from '../ui/IconButton'
import { keyboardFocus } from '../ui/keyboard-focus'

/** Where a side panel appears, wherever in the tree it is asked for. There is one at a time. */
interface Slot {
  element: HTMLElement | null
  /** Whether there is one. */
  taken: boolean
  /** Closes the panel that is there; returns how to leave. */
  take: (close: () => void) => () => void
}

export const SidePanelSlot = createContext<Slot>({ element: null, taken: false, take: () => () => {} })

export interface SidePanelProps {
  title: string
  onClose: () => void
  /** Beside the button that closes it. */
  actions?: ReactNode
  /** On wide windows too, where it stands beside the conversation. */
  takesFocus?: boolean
  /** Once it is closed and there is nothing to give the focus back to; the conversation has it, unless told otherwise. */
  onFocusLost?: () => void
  /** For what is read and written: as wide as the window can spare. */
  wide?: boolean
  children: ReactNode
}

/** A third column on wide windows, slid over the conversation on middle ones, the whole window on narrow ones. */
export function SidePanel(props: SidePanelProps) {
  const { title, onClose, actions, takesFocus = false, wide = false, children } = props
  const { element: slot, take } = use(SidePanelSlot)
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)

  const close = useEffectEvent(onClose)
  useEffect(() => take(() => close()), [take])

  // Over the conversation it takes the focus; beside it, it leaves the person where they are. What it has it gives back.
  const [findBefore] = useState(rememberFocus)
  const loseFocus = useEffectEvent(props.onFocusLost ?? focusConversation)
  useEffect(() => {
    if (slot === null) return
    const isBeside = !takesFocus && matchMedia('(min-width: 1100px)').matches
    if (!isBeside && !panel.current?.contains(document.activeElement)) panel.current?.focus()
    return () => {
      if (document.activeElement !== document.body) return
      const before = findBefore()
      if (before) before.focus()
      else loseFocus()
    }
  }, [slot, takesFocus, findBefore])

  if (slot === null) return null
  return createPortal(
    <>
      <div
        aria-hidden="true"
        onClick={onClose}
        className="panel-scrim absolute inset-0 z-10 bg-[oklch(0.15_0.01_80/0.24)] lg:hidden"
      />
      <aside
        ref={panel}
        data-side-panel
        tabIndex={-1}
        aria-labelledby={titleId}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) onClose()
        }}
        className={classNames(
          'panel-slide absolute inset-y-0 end-0 z-10 flex w-full flex-col border-line bg-bg outline-none max-lg:shadow-float md:border-s lg:relative lg:h-full',
          wide ? 'md:w-104 lg:w-[clamp(20rem,30vw,27rem)]' : 'md:w-80',
        )}
      >
        <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line ps-4 pe-2.5">
          <h2 id={titleId} className="min-w-0 grow truncate text-message font-semibold">
            {title}
          </h2>
          {actions}
          <IconButton label="Close" icon={<X />} onClick={onClose} />
        </header>
        <div className="flex min-h-0 grow flex-col overflow-y-auto">{children}</div>
      </aside>
    </>,
    slot,
  )
}

/** Where somebody is, or by then the message they were in: its toolbar goes with the focus. A message only by keyboard. */
function rememberFocus() {
  const before = document.activeElement
  if (!(before instanceof HTMLElement) || before === document.body) return () => null
  const message = before.closest('article')
  if (message && keyboardFocus() !== before) return () => null
  return () => [before, message].find((one) => one?.isConnected)
}

const focusConversation = () => document.getElementById('conversation')?.focus()
