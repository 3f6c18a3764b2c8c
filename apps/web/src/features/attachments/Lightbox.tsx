import { Dialog } from '@base-ui/react/dialog'
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { PictureAttachment } from './Picture'

interface Props {
  pictures: readonly PictureAttachment[]
  /** Which one is shown; `null`: closed. */
  at: number | null
  onMove: (at: number | null) => void
}

const button =
  'flex size-11 items-center justify-center rounded-full text-[oklch(0.97_0_80)] hover:bg-[oklch(1_0_80/0.14)] focus-visible:outline-[oklch(0.97_0_80)] [&_svg]:size-5'

/** A message's pictures, one at a time and as large as the window lets them. Arrows lead on, Escape leads back. */
export function Lightbox({ pictures, at, onMove }: Props) {
  const shown = useRef(at ?? 0)
  if (at !== null) shown.current = at
  const picture = pictures[shown.current]
  if (!picture) return null
  const many = pictures.length > 1
  const go = (step: number) => onMove((shown.current + step + pictures.length) % pictures.length)
  const onKeyDown = (event: KeyboardEvent) => {
    // The list behind it has arrows of its own.
    event.stopPropagation()
    if (!many || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    const forward = event.key === 'ArrowRight'
    go(forward === (getComputedStyle(event.currentTarget).direction === 'ltr') ? 1 : -1)
  }
  return (
    <Dialog.Root open={at !== null} onOpenChange={(open) => !open && onMove(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.1_0.005_80/0.92)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-40 flex flex-col text-[oklch(0.97_0_80)] outline-none"
        >
          <header className="flex items-center gap-2 ps-4 pe-2 pt-2">
            <Dialog.Title className="min-w-0 grow truncate text-meta font-medium">
              <bdi>{picture.name}</bdi>
              {many && <Place at={shown.current} of={pictures.length} />}
            </Dialog.Title>
            <a href={picture.url} download={picture.name} aria-label={`Download ${picture.name}`} className={button}>
              <Download />
            </a>
            <Dialog.Close aria-label="Close" className={button}>
              <X />
            </Dialog.Close>
          </header>
          <div className="relative min-h-0 grow p-2 sm:px-16 sm:pb-6">
            <Stage key={picture.id} picture={picture} onLeave={() => onMove(null)} />
            {many && (
              <>
                <Arrow label="Previous picture" side="start-2" onClick={() => go(-1)} icon={<ChevronLeft />} />
                <Arrow label="Next picture" side="end-2" onClick={() => go(1)} icon={<ChevronRight />} />
              </>
            )}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const Place = ({ at, of }: { at: number; of: number }) => (
  <span className="tabular ms-2 font-normal opacity-75" role="status">
    {at + 1} of {of}
  </span>
)

function Stage({ picture, onLeave }: { picture: PictureAttachment; onLeave: () => void }) {
  const { url, name, width, height, placeholder } = picture
  return (
    <div
      role="presentation"
      className="flex size-full items-center justify-center [container-type:size]"
      onClick={(event) => event.target === event.currentTarget && onLeave()}
    >
      <img
        src={url}
        alt={name}
        width={width}
        height={height}
        // As large as it is, or as the stage lets it be, in its own shape.
        style={{
          width: `min(100cqw, calc(100cqh * ${width / height}), ${width}px)`,
          ...(placeholder !== null && { backgroundImage: `url(${placeholder})` }),
        }}
        className="h-auto rounded-md bg-cover"
      />
    </div>
  )
}

interface ArrowProps {
  label: string
  side: 'start-2' | 'end-2'
  icon: ReactNode
  onClick: () => void
}

const Arrow = ({ label, side, icon, onClick }: ArrowProps) => (
  <button
    type="button"
    aria-label={label}
    onClick={onClick}
    className={`${button} ${side} absolute top-1/2 -translate-y-1/2 bg-[oklch(0.1_0_80/0.5)] rtl:[&_svg]:-scale-x-100`}
  >
    {icon}
  </button>
)
