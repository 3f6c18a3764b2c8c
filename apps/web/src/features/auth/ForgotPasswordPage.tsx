import { useParley } from '@parley/client/react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { AuthLayout, linkClass } from './AuthLayout'
import { EmailForm } from './EmailForm'
import { ResetRequested } from './ResetRequested'

const footer = (
  <Link to="/login" className={linkClass}>
    Back to logging in
  </Link>
)

export function ForgotPasswordPage() {
  const client = useParley()
  const [asked, setAsked] = useState<{ email: string; devToken: string | undefined } | null>(null)

  async function ask(email: string) {
    const { devToken } = await client.trpc.auth.requestReset.mutate({ email })
    setAsked({ email, devToken })
  }

  if (asked) {
    return (
      <AuthLayout title="Check your mail" footer={footer}>
        <ResetRequested {...asked} />
      </AuthLayout>
    )
  }
  return (
    <AuthLayout title="Set a new password" note="We'll mail you a link to set it with." footer={footer}>
      <EmailForm action="Send the link" onEmail={ask} />
    </AuthLayout>
  )
}
