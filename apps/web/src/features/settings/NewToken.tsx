import { useEffect, useRef } from 'react'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'

/** A token, the only time that it can be shown: the server keeps its hash. */
export function NewToken({ token, name, onDone }: { token: string; name: string; onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="flex flex-col gap-3 rounded-lg border border-accent/50 bg-accent/5 p-4">
      <h2 ref={heading} tabIndex={-1} className="font-semibold outline-none">
        Copy the token for “<bdi>{name}</bdi>” now
      </h2>
      <p className="text-meta text-fg-muted">
        It isn't shown again. Keep it as you would a password; programs send it as{' '}
        <code className="font-mono text-stamp text-fg">Authorization: Bearer …</code>
      </p>
      <p
        data-token
        className="rounded-md border border-line bg-bg-raised px-3 py-2 font-mono text-meta break-all select-all"
      >
        {token}
      </p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={token} />
        <Button look="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
    </section>
  )
}
