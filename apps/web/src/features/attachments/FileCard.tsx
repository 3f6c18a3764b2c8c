import type { Attachment } from '@parley/contract/files'
import { Download, File as FileIcon } from 'lucide-react'
import { extensionOf, saySize } from './file-text'

/** A file to be saved. */
export function FileCard({ file: { name, size, url } }: { file: Attachment }) {
  const kind = extensionOf(name)
  return (
    <a
      href={url}
      download={name}
      aria-label={`Download ${name}, ${saySize(size)}`}
      className="group/file flex h-14 w-80 max-w-full items-center gap-3 rounded-lg border border-line bg-bg-raised ps-2 pe-3 transition-colors hover:border-line-strong"
    >
      <span
        aria-hidden="true"
        className="flex size-10 shrink-0 items-center justify-center rounded-md bg-fg/6 text-[11px] font-semibold text-fg-muted"
      >
        {kind || <FileIcon className="size-5" />}
      </span>
      <span className="min-w-0 grow">
        <span className="block truncate font-medium">
          <bdi>{name}</bdi>
        </span>
        <span className="tabular block text-stamp text-fg-muted">{saySize(size)}</span>
      </span>
      <Download aria-hidden="true" className="size-4 shrink-0 text-fg-faint group-hover/file:text-fg" />
    </a>
  )
}
