import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ErrorState } from '../ui/ErrorState'
import { describeError, errorDataOf } from './describe-error'

/** Whatever a page throws ends here: what is safe, and what to do. The rest of the shell stays as it is. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  useEffect(() => console.error(error), [error])
  const data = errorDataOf(error)
  const ofServer = data !== null || (error instanceof Error && error.name === 'TRPCClientError')
  return (
    <ErrorState
      title={ofServer ? "This page couldn't be loaded" : 'Something broke on this page'}
      requestId={data?.requestId}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    >
      {ofServer ? describeError(error) : 'Your messages are safe, and so are your drafts.'}
    </ErrorState>
  )
}
