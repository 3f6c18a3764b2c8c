import { api } from '@parley/client/react'
import { useSearch } from '@tanstack/react-router'
import { describeError } from '../../app/describe-error'
import { ErrorState } from '../../ui/ErrorState'
import { Note } from '../../ui/Note'
import { Skeleton } from '../../ui/Skeleton'
import { ChangePassword } from './ChangePassword'
import { SetPassword } from './SetPassword'
import { Intro, Part } from './SectionLayout'

export function PasswordSection() {
  const { proven } = useSearch({ strict: false })
  const security = api.auth.security.useQuery(undefined, { staleTime: 0 })
  if (security.isError) {
    return (
      <ErrorState title="This couldn't be loaded" onRetry={() => void security.refetch()}>
        {describeError(security.error)}
      </ErrorState>
    )
  }
  if (!security.data) return <Skeleton className="h-40 max-w-[400px]" />
  if (security.data.hasPassword) {
    return (
      <>
        <Intro>A new password logs out your other devices.</Intro>
        <ChangePassword />
        <Part title="Forgotten it?">
          <SetPassword look="secondary" />
        </Part>
      </>
    )
  }
  return (
    <>
      {proven && (
        <Note>
          Your e-mail address is verified. Anybody could have set the old password before that, so it no longer works.
        </Note>
      )}
      <Intro>You have no password: you log in by a code that's mailed to you. You can set one too.</Intro>
      <SetPassword look="primary" />
    </>
  )
}
