import { Pin } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'

/** Shows what is pinned in the room, or hides it. */
export function PinsButton({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  return (
    <IconButton
      label="Pinned messages"
      icon={<Pin />}
      side="bottom"
      aria-expanded={open}
      onClick={onToggle}
      className="aria-expanded:bg-fg/6 aria-expanded:text-fg"
    />
  )
}
