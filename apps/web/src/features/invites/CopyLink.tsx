import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button'
import { copyText } from '../../ui/copy-text'

const saidMs = 2_000

/** A link to be passed on: one press copies it, and it says so. */
export function CopyLink({ url, label }: { url: string; label: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), saidMs)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    try {
      await copyText(url)
      setCopied(true)
    } catch {
      // Without https there is no clipboard: it is marked, to be copied by hand.
      field.current?.focus()
      field.current?.select()
    }
  }
  return (
    <div className="flex min-w-0 grow items-center gap-2">
      <input
        ref={field}
        readOnly
        value={url}
        aria-label={label}
        onFocus={(event) => event.target.select()}
        className="touch-target h-8 min-w-0 grow rounded-md border border-line bg-bg-sunken px-2.5 text-meta text-ellipsis text-fg-muted"
      />
      <Button size="sm" className="h-8!" aria-label={`Copy ${label.toLowerCase()}`} onClick={() => void copy()}>
        {copied ? <Check className="size-3.5" aria-hidden="true" /> : <Copy className="size-3.5" aria-hidden="true" />}
        {copied ? 'Copied' : 'Copy'}
      </Button>
      <span role="status" className="sr-only">
        {copied && 'Copied'}
      </span>
    </div>
  )
}
