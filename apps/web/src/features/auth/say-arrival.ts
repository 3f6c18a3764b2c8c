export interface Arrival {
  ended?: boolean
  reset?: boolean
  gone?: 'deactivated' | 'erased'
}

/** Why somebody is at the form to log in who did not ask for it, or what their leaving came to. */
export function sayArrival({ ended, reset, gone }: Arrival): string | undefined {
  if (gone === 'erased') return 'Your account is erased. Thank you for having been here.'
  if (gone === 'deactivated') return 'Your account is deactivated. To come back, ask whoever runs this server.'
  if (reset) return 'Your new password is set, and every device is logged out. Log in with it.'
  if (!ended) return undefined
  return 'This device was logged out: from another one, by a new password, or because it was away for long. Your drafts and unsent messages are kept here; log in to go on.'
}
