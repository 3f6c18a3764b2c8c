/** Why somebody is at the form to log in who did not ask for it. */
export function sayArrival({ ended, reset }: { ended?: boolean; reset?: boolean }): string | undefined {
  if (reset) return 'Your new password is set, and every device is logged out. Log in with it.'
  if (!ended) return undefined
  return 'This device was logged out: from another one, by a new password, or because it was away for long. Your drafts and unsent messages are kept here; log in to go on.'
}
