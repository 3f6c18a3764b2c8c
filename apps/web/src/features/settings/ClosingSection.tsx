import { useState } from 'react'
import { Button } from '../../ui/Button'
import { DeactivateDialog } from './DeactivateDialog'
import { EraseDialog } from './EraseDialog'
import { Intro, Part } from './SectionLayout'
import { WithSecurity } from './WithSecurity'

/** Going: for a while, or for good. */
export function ClosingSection() {
  const [asking, setAsking] = useState<'deactivate' | 'erase' | null>(null)
  const close = () => setAsking(null)
  return (
    <WithSecurity>
      {(security) => (
        <>
          <Intro>Both log you out everywhere at once, and end your API tokens.</Intro>
          <Part title="Deactivate your account">
            <Intro>
              Nobody can log in as you until an operator of this server lets you in again. What you said stays, under
              your name.
            </Intro>
            <Button className="self-start" onClick={() => setAsking('deactivate')}>
              Deactivate…
            </Button>
          </Part>
          <section className="flex flex-col gap-3 rounded-lg border border-danger/45 bg-danger/4 p-4">
            <h2 className="text-message font-semibold text-danger">Erase your account</h2>
            <p className="max-w-[60ch] text-pretty text-fg-muted">
              Your name, your address, and everything you set go for good, and you leave every room. Nobody can bring
              them back. You choose what becomes of what you said.
            </p>
            <Button look="danger" className="self-start" onClick={() => setAsking('erase')}>
              Erase…
            </Button>
          </section>
          <DeactivateDialog security={security} open={asking === 'deactivate'} onClose={close} />
          <EraseDialog security={security} open={asking === 'erase'} onClose={close} />
        </>
      )}
    </WithSecurity>
  )
}
