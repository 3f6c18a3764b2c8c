import { api } from '@parley/client/react'
import type { TokenInfo } from '@parley/contract/api-tokens'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { RevokeTokenDialog } from './RevokeTokenDialog'
import { sayExpiry } from './expiries'
import { sayWhen } from './say-device'
import { sayScopes } from './scopes'

export function TokenRow({ token }: { token: TokenInfo }) {
  const list = api.useUtils().auth.listTokens
  const [asking, setAsking] = useState(false)
  const now = new Date()
  const ended = token.expiresAt !== null && token.expiresAt <= now
  return (
    <li className="flex items-center gap-3 py-3">
      <div className="min-w-0 grow">
        <p className="font-medium break-words">
          <bdi>{token.name}</bdi>
        </p>
        <p className="text-meta text-fg-muted">{sayScopes(token.scopes)}</p>
        <p className="text-meta text-fg-muted">
          <span className={ended ? 'text-warn' : undefined}>{sayExpiry(token.expiresAt, now)}</span>
          {' · '}
          {token.lastUsedAt ? `last used ${sayWhen(token.lastUsedAt, now)}` : 'never used'}
        </p>
      </div>
      <Button size="sm" aria-label={`Revoke ${token.name}`} onClick={() => setAsking(true)}>
        Revoke
      </Button>
      <RevokeTokenDialog
        token={token}
        open={asking}
        onOpenChange={setAsking}
        onRevoked={() => void list.invalidate()}
      />
    </li>
  )
}
