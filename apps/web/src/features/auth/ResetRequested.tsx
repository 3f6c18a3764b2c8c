import { linkClass } from './AuthLayout'
import { DevSecret } from './DevSecret'

export interface ResetRequestedProps {
  email: string
  /** Given where the server mails nothing. */
  devToken: string | undefined
}

/** The same for an address of nobody, as the server's answer is. */
export function ResetRequested({ email, devToken }: ResetRequestedProps) {
  return (
    <div role="status" className="flex flex-col gap-3 text-meta text-pretty text-fg-muted">
      <p>
        If there is an account of <span className="font-medium break-words text-fg">{email}</span>, a link is on its way
        to it. It's good for half an hour, and once. Setting the password logs out every device.
      </p>
      {devToken !== undefined && (
        <DevSecret>
          <a href={`/reset-password#${devToken}`} className={linkClass}>
            Open the link
          </a>
        </DevSecret>
      )}
    </div>
  )
}
