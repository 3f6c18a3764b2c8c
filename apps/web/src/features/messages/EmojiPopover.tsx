import { useState } from 'react'
import { Popover, type PopoverProps } from '../../ui/Popover'
import { EmojiPicker } from './EmojiPicker'

interface Props extends Pick<PopoverProps, 'label' | 'trigger' | 'onOpenChange' | 'finalFocus'> {
  onPick: (emoji: string) => void
}

/** The picker, hanging from the button that asks for it; gone once something was picked. */
export function EmojiPopover({ onPick, onOpenChange, ...popover }: Props) {
  const [open, setOpen] = useState(false)
  const change = (next: boolean) => {
    setOpen(next)
    onOpenChange?.(next)
  }
  return (
    <Popover {...popover} open={open} onOpenChange={change} align="end" className="p-0!">
      <EmojiPicker
        onPick={(emoji) => {
          change(false)
          onPick(emoji)
        }}
      />
    </Popover>
  )
}
