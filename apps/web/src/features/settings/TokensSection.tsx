import { api } from '@parley/client/react'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { ErrorState } from '../../ui/ErrorState'
import { Skeleton } from '../../ui/Skeleton'
import { CreateToken } from './CreateToken'
import { NewToken } from './NewToken'
import { Intro, Part } from './SectionLayout'
import { TokenRow } from './TokenRow'
import { UnprovenNote } from './UnprovenNote'

/** What programs call the API with in one's name. */
export function TokensSection() {
  const tokens = api.auth.listTokens.useQuery(undefined, { staleTime: 0 })
  const [step, setStep] = useState<'list' | 'create' | { token: string; name: string }>('list')

  if (tokens.isError) {
    return (
      <ErrorState title="Your tokens couldn't be loaded" onRetry={() => void tokens.refetch()}>
        {describeError(tokens.error)}
      </ErrorState>
    )
  }
  return (
    <>
      <Intro>A token lets a program use the API in your name, with no more than what you allow it.</Intro>
      <UnprovenNote what="your tokens" />
      {step === 'list' && (
        <Button look="primary" className="self-start" onClick={() => setStep('create')}>
          Create a token
        </Button>
      )}
      {step === 'create' && (
        <Part title="New token">
          <CreateToken
            onCancel={() => setStep('list')}
            onCreated={(created) => {
              setStep(created)
              void tokens.refetch()
            }}
          />
        </Part>
      )}
      {typeof step === 'object' && <NewToken {...step} onDone={() => setStep('list')} />}
      {tokens.data === undefined && <Skeleton className="h-24" />}
      {tokens.data && tokens.data.length > 0 && (
        <ul aria-label="API tokens" className="flex flex-col divide-y divide-line border-y border-line">
          {tokens.data.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      {tokens.data?.length === 0 && step === 'list' && <p className="text-meta text-fg-muted">You have no tokens.</p>}
    </>
  )
}
