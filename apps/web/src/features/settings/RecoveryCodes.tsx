import { Download } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { Intro } from './SectionLayout'

/** For the day the phone is lost. The server keeps hashes alone, so this is the only time they can be shown. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="text-message font-semibold outline-none">
        Two-factor log-in is on. Keep these recovery codes
      </h2>
      <Intro>
        Each logs you in once when your phone is out of reach. Keep them where you keep what matters, and not on the
        phone: they aren't shown again.
      </Intro>
      <ul
        aria-label="Recovery codes"
        className="grid max-w-[400px] grid-cols-2 gap-x-6 gap-y-1.5 rounded-lg border border-line bg-bg-sunken px-4 py-3 font-mono select-all"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={codes.join('\n')} />
        <Button onClick={() => download(codes)}>
          <Download className="size-4" aria-hidden="true" />
          Download
        </Button>
        <Button look="primary" onClick={onDone}>
          I've kept them
        </Button>
      </div>
    </>
  )
}

function download(codes: string[]): void {
  const text = `Recovery codes for Parley at ${location.host}. Each is good once.\n\n${codes.join('\n')}\n`
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'parley-recovery-codes.txt'
  link.click()
  URL.revokeObjectURL(url)
}
