import { EyeOff } from 'lucide-react'

/** In the place of what somebody said whom one has blocked. */
export function Folded({ onShow }: { onShow: () => void }) {
  return (
    <p className="flex flex-wrap gap-x-1.5 text-fg-faint">
      <span className="inline-flex items-center gap-1.5">
        <EyeOff aria-hidden="true" className="size-3.5 shrink-0" />
        You've blocked this person.
      </span>
      <button
        type="button"
        onClick={onShow}
        className="relative rounded-sm font-medium text-fg-muted underline underline-offset-2 after:absolute after:-inset-x-2 after:inset-y-0 hover:text-fg hover:no-underline pointer-coarse:after:-inset-y-3"
      >
        Show message
      </button>
    </p>
  )
}
