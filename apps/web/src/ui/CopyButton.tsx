import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './Button'
import { copyText } from './copy-text'

/** Copies a text, and says whether that went well: a page without https may not be allowed to. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)

  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), 4_000)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    const copied = await copyText(text).then(
      () => true,
      () => false,
    )
    setOutcome(copied ? 'copied' : 'failed')
  }

  return (
    <>
      <Button onClick={() => void copy()}>
        {outcome === 'copied' ? (
          <Check className="size-4 text-ok" aria-hidden="true" />
        ) : (
          <Copy className="size-4" aria-hidden="true" />
        )}
        {label}
      </Button>
      <span role="status" className={outcome === 'failed' ? 'self-center text-meta text-danger' : 'sr-only'}>
        {outcome === 'copied' && 'Copied'}
        {outcome === 'failed' && "That isn't allowed here; select it and copy it yourself."}
      </span>
    </>
  )
}
