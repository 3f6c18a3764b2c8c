import { Email } from '@parley/contract/auth'
import { DisplayName } from '@parley/contract/users'
import { LRUCache } from 'lru-cache'
import * as client from 'openid-client'
import { z } from 'zod'

/** Somebody who may say who a person is. */
export interface OidcProvider {
  id: string
  name: string
  issuer: string
  clientId: string
  clientSecret: string
}

/** What shows that an answer is to our question: kept by the browser that asked. */
export interface Proof {
  state: string
  nonce: string
  verifier: string
}

/** What a provider says of who logged in there. */
export type Claims = z.infer<typeof Claims>

const Claims = z.object({
  iss: z.string().min(1).max(500),
  sub: z.string().min(1).max(255),
  email: Email.optional().catch(undefined),
  /** Some say it as text. */
  email_verified: z
    .union([z.boolean(), z.literal('true').transform(() => true)])
    .default(false)
    .catch(false),
  name: DisplayName.optional().catch(undefined),
})

/** Talks to providers: authorization code with PKCE, `state` and `nonce`. */
export interface Oidc {
  /** Where to send the browser, and what it must keep meanwhile. */
  begin(provider: OidcProvider): Promise<{ url: string; proof: Proof }>
  /** Trades what the browser came back with, `?code=…&state=…`, for what the provider says; throws where anything does not fit. */
  finish(provider: OidcProvider, proof: Proof, search: string): Promise<Claims>
}

const discoveryMs = 60 * 60_000
/** Seconds that a provider has for an answer. */
const timeout = 10

export function createOidc(publicUrl: URL): Oidc {
  const discovered = new LRUCache<string, Promise<client.Configuration>>({ max: 100, ttl: discoveryMs })
  const callbackOf = ({ id }: OidcProvider) => new URL(`/auth/oidc/${id}/callback`, publicUrl)

  function discover(provider: OidcProvider): Promise<client.Configuration> {
    const known = discovered.get(provider.id)
    if (known) return known
    const issuer = new URL(provider.issuer)
    // Plain http is for an issuer on this very machine; the configuration refuses any other.
    const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []
    const asked = client.discovery(issuer, provider.clientId, provider.clientSecret, undefined, { execute, timeout })
    discovered.set(provider.id, asked)
    asked.catch(() => discovered.delete(provider.id))
    return asked
  }

  return {
    async begin(provider) {
      const config = await discover(provider)
      const proof = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: callbackOf(provider).href,
        response_type: 'code',
        scope: 'openid email profile',
        code_challenge: await client.calculatePKCECodeChallenge(proof.verifier),
        code_challenge_method: 'S256',
        state: proof.state,
        nonce: proof.nonce,
      })
      return { url: url.href, proof }
    },
    async finish(provider, { state, nonce, verifier }, search) {
      const config = await discover(provider)
      const came = callbackOf(provider)
      came.search = search
      const tokens = await client.authorizationCodeGrant(config, came, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = Claims.parse(tokens.claims())
      if (claims.email || !config.serverMetadata().userinfo_endpoint) return claims
      // Not every issuer puts the address into the token itself.
      const info = await client.fetchUserInfo(config, tokens.access_token, claims.sub)
      return Claims.parse({ ...info, iss: claims.iss, sub: claims.sub })
    },
  }
}

/** Whether the person, or the provider for them, said no. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof client.AuthorizationResponseError && error.error === 'access_denied'
