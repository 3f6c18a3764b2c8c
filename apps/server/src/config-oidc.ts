import { ProviderId } from '@parley/contract/oidc'
import { z } from 'zod'

/** What is known of these ids, so that the operator need not say it. */
const presets: Record<string, { name: string; issuer: string }> = {
  google: { name: 'Google', issuer: 'https://accounts.google.com' },
}

const Issuer = z.url().refine((text) => {
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
}, 'must be https, or http on this machine')

const Provider = z
  .object({
    id: ProviderId,
    name: z.string().min(1).max(40).optional(),
    issuer: Issuer.optional(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
  })
  .transform(({ id, name, issuer, ...client }, { addIssue }) => {
    const known = presets[id]
    const at = issuer ?? known?.issuer
    if (at === undefined) addIssue({ code: 'custom', path: ['issuer'], message: 'is missing' })
    return { id, name: name ?? known?.name ?? id, issuer: at ?? '', ...client }
  })

/** The providers by which people may log in, read from JSON. */
export const oidcProviders = z
  .string()
  .default('[]')
  .transform((text, { addIssue }): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      addIssue({ code: 'custom', message: 'must be a JSON list' })
      return z.NEVER
    }
  })
  .pipe(z.array(Provider))
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'has an id twice')
