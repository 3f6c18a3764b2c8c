import { toProblem, type UploadError } from '@parley/client'
import { useParley } from '@parley/client/react'
import type { Me } from '@parley/contract/users'
import { useRef, useState } from 'react'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { sayUploadFailure } from '../attachments/file-text'

/** What one looks like to others: a picture of one's own, or initials. */
export function AvatarRow({ user, name }: { user: Me; name: string }) {
  const client = useParley()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ text: string; failed: boolean } | null>(null)

  async function show(file: File | null) {
    setBusy(true)
    setSaid(null)
    try {
      const attachmentId = file && (await client.upload(file)).id
      await client.trpc.users.setAvatar.mutate({ attachmentId })
      await client.restore()
      setSaid({ text: file ? 'Picture saved' : 'Picture removed', failed: false })
    } catch (error) {
      setSaid({ text: explain(error), failed: true })
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="flex items-center gap-4">
      <Avatar user={{ ...user, displayName: name || user.displayName }} size={64} />
      <div className="min-w-0">
        <p className="truncate font-medium">
          <bdi>{name || user.displayName}</bdi>
        </p>
        <p className="text-meta text-fg-muted">@{user.username} · others mention you by it, and it stays as it is</p>
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <Button size="sm" busy={busy} onClick={() => input.current?.click()}>
            {user.avatarUrl === null ? 'Add a picture' : 'Change picture'}
          </Button>
          {user.avatarUrl !== null && (
            <Button size="sm" look="quiet" busy={busy} onClick={() => void show(null)}>
              Remove
            </Button>
          )}
          <p role="status" className={said?.failed ? 'text-meta text-danger' : 'text-meta text-fg-muted'}>
            {busy ? 'Saving' : said?.text}
          </p>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
          aria-label="Your picture"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) void show(file)
          }}
        />
      </div>
    </div>
  )
}

function explain(error: unknown): string {
  const code = (error as Partial<UploadError>).data?.appCode ?? toProblem(error).appCode
  return code === 'invalid' ? 'This is not a picture that can be shown' : sayUploadFailure(code)
}
