import { Paperclip } from 'lucide-react'

/** While files are held over the window: where they will go. */
export function DropHint({ title }: { title: string }) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-3 z-40 flex items-center justify-center rounded-xl border-2 border-dashed border-accent bg-bg/85"
    >
      <p className="flex items-center gap-2.5 text-title font-semibold">
        <Paperclip className="size-6 text-accent" />
        Drop to add to your message to {title}
      </p>
    </div>
  )
}
