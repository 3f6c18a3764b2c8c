import { api } from '@parley/client/react'
import type { Message } from '@parley/contract/messages'
import { X } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'

/** What the page that a message links to says of itself; whose message it is, or who moderates, takes it away. */
export function LinkPreview({ message, removable }: { message: Message; removable: boolean }) {
  const remove = api.messages.removePreview.useMutation()
  const { preview } = message
  // Gone at once; where that fails it is there again.
  const isGone = remove.isPending || (remove.data !== undefined && message.version < remove.data.version)
  if (!preview || isGone) return null
  const { url, title, description, siteName } = preview
  const host = new URL(url).hostname.replace(/^www\./, '')
  return (
    <div className="group/preview relative my-1.5 flex max-w-[60ch] overflow-hidden rounded-md border border-line bg-bg-raised">
      <span aria-hidden="true" className="w-[3px] shrink-0 bg-line-strong/60" />
      <div className="min-w-0 grow py-2 ps-3 pe-10">
        <p dir="auto" className="truncate text-stamp text-fg-muted">
          {siteName ?? host}
        </p>
        <a
          dir="auto"
          href={url}
          title={url}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="line-clamp-2 rounded-sm font-medium text-accent wrap-anywhere hover:underline"
        >
          {title}
        </a>
        {description && (
          <p dir="auto" className="mt-0.5 line-clamp-3 text-meta text-fg-muted wrap-anywhere">
            {description}
          </p>
        )}
        {remove.isError && <p className="mt-1 text-stamp text-danger">Couldn't remove it. Try again.</p>}
      </div>
      {removable && (
        <IconButton
          label="Remove preview"
          size={28}
          icon={<X />}
          onClick={({ currentTarget }) => {
            // The button goes with it, and the focus of who goes by keyboard would.
            if (currentTarget.matches(':focus-visible')) currentTarget.closest('article')?.focus()
            remove.mutate({ messageId: message.id })
          }}
          className="absolute! end-1 top-1 opacity-0 group-hover/preview:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
        />
      )}
    </div>
  )
}
