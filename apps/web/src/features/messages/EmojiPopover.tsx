import { useState, type ReactElement } from 'react'
import { Popover } from '../../ui/Popover'
import { EmojiPicker } from './EmojiPicker'

interface Props {
  label: string
  trigger: ReactElement
  onPick: (emoji: string) => void
  onOpenChange?: (open: boolean) => void
}

/** The picker, hanging from the button that asks for it; gone once something was picked. */
export function EmojiPopover({ label, trigger, onPick, onOpenChange }: Props) {
  const [open, setOpen] = useState(false)
  const change = (next: boolean) => {
    setOpen(next)
    onOpenChange?.(next)
  }
  return (
    <Popover label={label} trigger={trigger} open={open} onOpenChange={change} align="end" className="p-0!">
      <EmojiPicker
        onPick={(emoji) => {
          change(false)
          onPick(emoji)
        }}
      />
    </Popover>
  )
}
