import { OidcProblem } from '@parley/contract/oidc'

const words: Record<OidcProblem, string> = {
  cancelled: 'You cancelled logging in there. Nothing was changed.',
  expired: 'That took too long, or was begun in another window. Try again.',
  failed: "Logging in that way didn't work. Try again, or log in another way.",
  taken: 'There is an account with your e-mail address already. Log in to it here.',
  closed: "This server isn't open for new accounts. Ask whoever runs it for an invitation.",
  unlinkable: 'That account is linked to somebody else here.',
}

/** The same of linking an account, which needs other words where nothing came of it. */
export const sayLinkingProblem = (problem: unknown): string | null =>
  problem === 'failed' ? "Linking that account didn't work. Try again." : sayProviderProblem(problem)

/** Why a log-in by somebody else came to nothing, as the address says it; `null` for an address that says nothing. */
export function sayProviderProblem(problem: unknown): string | null {
  const known = OidcProblem.safeParse(problem)
  return known.success ? words[known.data] : null
}
