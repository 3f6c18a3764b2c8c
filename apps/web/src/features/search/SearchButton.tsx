import { TextSearch } from 'lucide-react'
import { useOverlays } from '../../app/overlays'
import { commandKey, shiftKey } from '../../app/platform'
import { IconButton } from '../../ui/IconButton'

/** Beside the way to rooms and people, the one to what was said. */
export function SearchButton() {
  const { search } = useOverlays()
  return (
    <IconButton
      label="Search messages"
      keys={`${commandKey} ${shiftKey} F`}
      icon={<TextSearch />}
      onClick={() => search()}
      className="border border-line bg-bg"
    />
  )
}
