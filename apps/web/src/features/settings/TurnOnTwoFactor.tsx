import type { TotpSetup } from '@parley/contract/second-factor'
import { useParley } from '@parley/client/react'
import { useState, type ReactNode } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { explainFailure } from '../../app/field-errors'
import { useForm } from '../../app/use-form'
import { CopyButton } from '../../ui/CopyButton'
import { CodeField, isCode } from '../auth/CodeField'
import { linkClass } from '../auth/AuthLayout'
import { QrCode } from './QrCode'
import { SaveRow } from './SaveRow'
import { formClass } from './SectionLayout'

const wrong = { code: "That code isn't right. Is the clock of your phone set by the network?" }

export function TurnOnTwoFactor({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const client = useParley()
  const [setup, setSetup] = useState<TotpSetup | null>(null)
  const starting = useForm<never>((error) => ({
    form:
      errorDataOf(error)?.appCode === 'conflict'
        ? 'It is on already, turned on by another of your devices. Reload to see it.'
        : describeError(error),
  }))
  const confirming = useForm<'code'>((error) => explainFailure(error, wrong))

  const start = starting.onSubmit(async () => setSetup(await client.trpc.auth.setupTotp.mutate()))
  const submit = confirming.onSubmit((field) =>
    isCode(field('code'))
      ? client.trpc.auth.confirmTotp.mutate({ code: field('code') }).then((made) => onCodes(made.recoveryCodes))
      : { code: 'Enter the six digits your app shows.' },
  )

  if (setup === null) {
    return (
      <form onSubmit={start} ref={starting.form}>
        <SaveRow label="Turn it on" busy={starting.busy} failure={starting.errors.form} done={null} />
      </form>
    )
  }
  return (
    <ol className="flex flex-col gap-6">
      <Step number={1} title="Add it to your authenticator app">
        <div className="flex flex-wrap items-start gap-5">
          <QrCode text={setup.uri} label="QR code for your authenticator app" />
          <div className="flex min-w-0 flex-1 basis-56 flex-col items-start gap-3 text-meta text-fg-muted">
            <p>Scan this with the app. If you can't, type this key into it:</p>
            <p className="font-mono break-words text-fg select-all">{inFours(setup.secret)}</p>
            <CopyButton text={setup.secret} label="Copy the key" />
            <a href={setup.uri} className={`${linkClass} pointer-fine:hidden`}>
              Open the app on this phone
            </a>
          </div>
        </div>
      </Step>
      <Step number={2} title="Enter the code that it shows">
        <form ref={confirming.form} onSubmit={submit} noValidate className={formClass}>
          <CodeField label="Code" error={confirming.errors.code} />
          <SaveRow label="Confirm" busy={confirming.busy} failure={confirming.errors.form} done={null} />
        </form>
      </Step>
    </ol>
  )
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="flex flex-col gap-3">
      <h2 className="flex items-center gap-2.5 text-message font-semibold">
        <span
          aria-hidden="true"
          className="tabular inline-flex size-5 items-center justify-center rounded-full bg-fg/8 text-stamp"
        >
          {number}
        </span>
        {title}
      </h2>
      {children}
    </li>
  )
}

/** As people read a key from one screen and type it into another. */
const inFours = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret
