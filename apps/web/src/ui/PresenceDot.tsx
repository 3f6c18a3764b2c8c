import type { PresenceStatus } from '@parley/contract/presence'
import { classNames } from './class-names'
import { VisuallyHidden } from './VisuallyHidden'

const words = { online: 'Online', idle: 'Away', dnd: 'Do not disturb', offline: 'Offline' }

/** Full, half and barred, so that the colour is not the only sign. The ring is the surface it lies on. */
export function PresenceDot({ status, className }: { status: PresenceStatus; className?: string }) {
  return (
    <span
      className={classNames('inline-flex rounded-full bg-(--surface,var(--color-bg)) p-[2px]', className)}
      title={words[status]}
    >
      <svg viewBox="0 0 8 8" className="size-2" aria-hidden="true">
        {status === 'online' && <circle cx="4" cy="4" r="4" className="fill-ok" />}
        {status === 'idle' && <path d="M4 0a4 4 0 1 0 4 4A3.2 3.2 0 0 1 4 0Z" className="fill-warn" />}
        {status === 'dnd' && (
          <path fillRule="evenodd" d="M4 0a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM1.8 3.3v1.4h4.4V3.3Z" className="fill-danger" />
        )}
        {status === 'offline' && (
          <circle cx="4" cy="4" r="3.1" className="fill-none stroke-fg-faint" strokeWidth="1.6" />
        )}
      </svg>
      <VisuallyHidden>{words[status]}</VisuallyHidden>
    </span>
  )
}
