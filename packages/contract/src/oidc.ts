import { z } from 'zod'

/** Names a provider in addresses. */
export const ProviderId = z.string().regex(/^[a-z0-9-]{1,32}$/)

/** Somebody else by whom one can log in: `/auth/oidc/{id}` leads there. */
export const Provider = z.object({ id: ProviderId, name: z.string() })
export type Provider = z.infer<typeof Provider>

/** A provider by whom one's own account is known. */
export const LinkedProvider = Provider.extend({ linkedAt: z.date() })
export type LinkedProvider = z.infer<typeof LinkedProvider>

export const UnlinkProvider = z.object({ provider: ProviderId })
export type UnlinkProvider = z.infer<typeof UnlinkProvider>

/** Why a log-in by a provider came to nothing; the `problem` that the page afterwards is told. */
export const OidcProblem = z.enum(['cancelled', 'expired', 'failed', 'taken', 'closed', 'unlinkable'])
export type OidcProblem = z.infer<typeof OidcProblem>
