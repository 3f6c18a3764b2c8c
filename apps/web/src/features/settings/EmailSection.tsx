import { useSession } from '@parley/client/react'
import { BadgeCheck } from 'lucide-react'
import { ChangeEmail } from './ChangeEmail'
import { Intro, Part } from './SectionLayout'
import { sayDay } from './say-device'
import { VerifyEmail } from './VerifyEmail'
import { WithSecurity } from './WithSecurity'

/** The address that one logs in with and gets mail at. */
export function EmailSection() {
  const { user } = useSession()
  if (user === null) return null
  return (
    <>
      <Intro>You can log in with it, and it's where codes and links for your account go. Others don't see it.</Intro>
      <div>
        <p className="font-medium break-words">{user.email}</p>
        {user.emailVerifiedAt ? (
          <p className="mt-1 flex items-center gap-1.5 text-meta text-fg-muted">
            <BadgeCheck className="size-4 text-ok" aria-hidden="true" />
            Verified {sayDay(user.emailVerifiedAt, new Date())}
          </p>
        ) : (
          <p className="mt-1 text-meta text-warn">Not verified</p>
        )}
      </div>
      {user.emailVerifiedAt === null && (
        <Part title="Verify your address">
          <VerifyEmail email={user.email} />
        </Part>
      )}
      <Part title="Change it">
        <WithSecurity>{({ hasPassword }) => <ChangeEmail hasPassword={hasPassword} />}</WithSecurity>
      </Part>
    </>
  )
}
