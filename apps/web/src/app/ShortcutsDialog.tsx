import { useRef } from 'react'
import { Dialog } from '../ui/Dialog'
import { Kbd } from '../ui/Kbd'
import { commandKey, optionKey, shiftKey } from './platform'

const groups = [
  {
    title: 'Anywhere',
    keys: [
      ['Go to a room or person', `${commandKey} K`],
      ['Search messages', `${commandKey} ${shiftKey} F`],
      ['Next unread room', `${optionKey} ↓`],
      ['Previous unread room', `${optionKey} ↑`],
      ['Settings', `${commandKey} ,`],
      ['These shortcuts', '?'],
    ],
  },
  {
    title: 'In the list of rooms',
    keys: [
      ['Move', '↑ ↓'],
      ['First, last', 'Home End'],
      ['Open', 'Enter'],
      ['Menu of a room', 'Shift F10'],
    ],
  },
  {
    title: 'Writing',
    keys: [
      ['Send', 'Enter'],
      ['New line', 'Shift Enter'],
      ['Mention somebody', '@'],
      ['Emoji by its name', ':'],
      ['Bold, italic', `${commandKey} B, I`],
      ['Code, strike through', `${commandKey} E, Shift X`],
      ['Link the selected words', `${commandKey} K`],
      ['Send from inside a code block', `${commandKey} Enter`],
      ['Edit your last message', '↑'],
      ['Cancel a reply or an edit', 'Esc'],
      ['To the messages', 'Esc'],
    ],
  },
  {
    title: 'Among messages',
    keys: [
      ['Move', '↑ ↓'],
      ['First, last', 'Home End'],
      ['Reply', 'R'],
      ['Reply in thread', 'T'],
      ['Pin, unpin', 'P'],
      ['React', '+'],
      ['Edit your own', 'E'],
      ['Delete your own', 'Del'],
      ['Back to writing', 'Esc'],
    ],
  },
] as const

export function ShortcutsDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const list = useRef<HTMLDivElement>(null)
  return (
    <Dialog {...props} title="Keyboard shortcuts" width="sm" initialFocus={list}>
      {/* Focusable, so that the keys it teaches can scroll it. */}
      <div
        ref={list}
        tabIndex={0}
        role="group"
        aria-label="Shortcuts"
        className="overflow-y-auto px-5 pt-2 pb-5 outline-none"
      >
        {groups.map((group) => (
          <section key={group.title} className="pt-3">
            <h3 className="pb-1 text-stamp font-medium text-fg-faint">{group.title}</h3>
            <dl>
              {group.keys.map(([does, keys]) => (
                <div key={does} className="flex min-h-8 items-center justify-between gap-4 text-meta">
                  <dt>{does}</dt>
                  <dd>
                    <Kbd>{keys}</Kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
