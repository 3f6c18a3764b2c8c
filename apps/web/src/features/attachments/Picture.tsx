import type { Attachment } from '@parley/contract/files'
import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { boxOf } from './layout'

export type PictureAttachment = Attachment & { width: number; height: number }

interface Props {
  picture: PictureAttachment
  /** How many the message has. */
  of: number
  onOpen: () => void
}

/** A picture in a message. It has its size before it is there, so that nothing moves when it comes. */
export function Picture({ picture, of, onOpen }: Props) {
  const { name, url, thumbnailUrl, mimeType, placeholder } = picture
  const [state, setState] = useState<'coming' | 'there' | 'broken'>('coming')
  const { width, height } = boxOf(picture, of)
  // What moves would stand still as a thumbnail.
  const source = mimeType === 'image/gif' ? url : (thumbnailUrl ?? url)
  return (
    <button
      type="button"
      aria-label={`Open ${name}`}
      onClick={onOpen}
      style={{ width, aspectRatio: `${width} / ${height}` }}
      className="relative max-w-full cursor-zoom-in overflow-hidden rounded-lg bg-fg/5 ring-1 ring-fg/8 ring-inset"
    >
      {placeholder !== null && state === 'coming' && (
        <img src={placeholder} alt="" className="absolute inset-0 size-full scale-110 object-cover blur-md" />
      )}
      {state === 'broken' ? (
        <span className="absolute inset-0 flex items-center justify-center text-fg-faint">
          <ImageOff aria-hidden="true" className="size-6" />
        </span>
      ) : (
        <img
          src={source}
          alt={name}
          width={width}
          height={height}
          decoding="async"
          draggable={false}
          onLoad={() => setState('there')}
          onError={() => setState('broken')}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </button>
  )
}
