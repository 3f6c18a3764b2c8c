import type { PresenceStatus } from '@parley/contract/presence'
import { firstGraphemes } from '@parley/contract/text'
import type { UserRef } from '@parley/contract/users'
import { useState, type CSSProperties } from 'react'
import { classNames } from './class-names'
import { PresenceDot } from './PresenceDot'

export interface AvatarProps {
  user: UserRef
  size?: 20 | 24 | 36 | 64
  presence?: PresenceStatus
  className?: string
}

const sizes = {
  20: 'size-5 rounded-[5px] text-[11px]',
  24: 'size-6 rounded-md text-[10px]',
  36: 'size-9 rounded-lg text-meta',
  64: 'size-16 rounded-xl text-title',
}

/** A person's picture, or initials on a colour that is always theirs. Decoration: the name stands beside it. */
export function Avatar({ user, size = 36, presence, className }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null)
  const picture = user.avatarUrl !== null && user.avatarUrl !== broken ? user.avatarUrl : null
  return (
    <span className={classNames('relative inline-flex shrink-0', className)}>
      <span
        aria-hidden="true"
        style={{ '--hue': hueOf(user.id) } as CSSProperties}
        className={classNames(
          'avatar-tint inline-flex select-none items-center justify-center overflow-hidden font-semibold leading-none',
          sizes[size],
        )}
      >
        {picture === null ? (
          initialsOf(user.displayName, size === 20 ? 1 : 2)
        ) : (
          <img src={picture} alt="" className="size-full object-cover" onError={() => setBroken(picture)} />
        )}
      </span>
      {presence !== undefined && (
        <PresenceDot
          status={presence}
          className={classNames('absolute', size === 36 ? '-end-0.5 -bottom-0.5' : '-end-1 -bottom-1')}
        />
      )}
    </span>
  )
}

/** FNV-1a, in steps of 20° so that two people are either the same colour or clearly not. */
function hueOf(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return ((hash >>> 0) % 18) * 20
}

/** First letters of the first and last word; whole graphemes, so that no script is cut in half. */
function initialsOf(name: string, letters: 1 | 2): string {
  const words = name.trim().split(/\s+/)
  const first = firstGraphemes(words[0] ?? '', 1) || '?'
  const last = letters > 1 && words.length > 1 ? firstGraphemes(words.at(-1) ?? '', 1) : ''
  return (first + last).toLocaleUpperCase()
}
