import { useParley } from '@parley/client/react'
import { TotpCode } from '@parley/contract/second-factor'
import { limits } from '@parley/contract/limits'
import { ShieldCheck } from 'lucide-react'
import { explainFailure } from '../../app/field-errors'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { FormError } from '../auth/FormError'
import { formClass, Intro, Part } from './SectionLayout'
import { FactorField } from './FactorField'

const wrong = { code: "That code isn't right, or it was used before. Wait for the next one." }

export function TurnOffTwoFactor({ codesLeft, onDone }: { codesLeft: number; onDone: () => void }) {
  const client = useParley()
  const { form, busy, errors, onSubmit } = useForm<'code'>((error) => explainFailure(error, wrong))

  const submit = onSubmit((field) => {
    const input = TotpCode.safeParse({ code: field('code') })
    if (!input.success) return { code: 'Enter a code of your app, or a recovery code.' }
    return client.trpc.auth.disableTotp.mutate(input.data).then(onDone)
  })

  return (
    <>
      <p className="flex items-center gap-2 font-medium">
        <ShieldCheck className="size-5 text-ok" aria-hidden="true" />
        It's on
      </p>
      <Intro>Logging in asks for a code of your authenticator app. {sayCodesLeft(codesLeft)}</Intro>
      <Part title="Turn it off">
        <form ref={form} onSubmit={submit} noValidate className={formClass}>
          <FactorField name="code" error={errors.code} />
          <div>
            <FormError>{errors.form ?? null}</FormError>
            <Button look="danger" type="submit" busy={busy}>
              Turn it off
            </Button>
          </div>
        </form>
      </Part>
    </>
  )
}

/** Few left: new ones come with turning it off and on again. */
export function sayCodesLeft(count: number): string {
  if (count === 0) return 'No recovery code is left. For new ones, turn it off and on again.'
  const left =
    count === 1 ? '1 of your recovery codes is' : `${count} of your ${limits.recoveryCodes} recovery codes are`
  return `${left} left.${count <= 3 ? ' For new ones, turn it off and on again.' : ''}`
}
