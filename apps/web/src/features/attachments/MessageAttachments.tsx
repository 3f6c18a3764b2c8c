import type { Attachment } from '@parley/contract/files'
import { useState } from 'react'
import { classNames } from '../../ui/class-names'
import { FileCard } from './FileCard'
import { Lightbox } from './Lightbox'
import { Picture, type PictureAttachment } from './Picture'

const isPicture = (one: Attachment): one is PictureAttachment =>
  one.kind === 'image' && one.width !== null && one.height !== null

/** What a message carries beside words: its pictures, then its files. */
export function MessageAttachments({ attachments, sent }: { attachments: readonly Attachment[]; sent: boolean }) {
  const [open, setOpen] = useState<number | null>(null)
  const pictures = attachments.filter(isPicture)
  const files = attachments.filter((one) => !isPicture(one))
  return (
    <div className={classNames('my-1 flex flex-col gap-1.5', !sent && 'opacity-60')}>
      {pictures.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {pictures.map((picture, at) => (
            <Picture key={picture.id} picture={picture} of={pictures.length} onOpen={() => setOpen(at)} />
          ))}
        </div>
      )}
      {files.map((file) => (
        <FileCard key={file.id} file={file} />
      ))}
      <Lightbox pictures={pictures} at={open} onMove={setOpen} />
    </div>
  )
}
