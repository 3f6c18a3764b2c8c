import { useSearch } from '@tanstack/react-router'
import { Note } from '../../ui/Note'
import { ChangePassword } from './ChangePassword'
import { SetPassword } from './SetPassword'
import { Intro, Part } from './SectionLayout'
import { WithSecurity } from './WithSecurity'

export function PasswordSection() {
  const { proven } = useSearch({ strict: false })
  return (
    <WithSecurity>
      {({ hasPassword }) =>
        hasPassword ? (
          <>
            <Intro>A new password logs out your other devices.</Intro>
            <ChangePassword />
            <Part title="Forgotten it?">
              <SetPassword look="secondary" />
            </Part>
          </>
        ) : (
          <>
            {proven && (
              <Note>
                Your e-mail address is verified. Anybody could have set the old password before that, so it no longer
                works.
              </Note>
            )}
            <Intro>You have no password: you log in by a code that's mailed to you. You can set one too.</Intro>
            <SetPassword look="primary" />
          </>
        )
      }
    </WithSecurity>
  )
}
