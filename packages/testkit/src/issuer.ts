import { once } from 'node:events'
import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'

/** Who is logged in at the issuer. */
export interface Account {
  sub: string
  email?: string
  email_verified?: boolean
  name?: string
}

/** Where the server under test says it is; a test asks it at the port that it really has. */
export const publicUrl = 'http://chat.test'

/**
 * A real OpenID Connect issuer on a free port. Whoever `account` says is logged in there, and agrees to everything;
 * with `asks`, the issuer's own pages ask instead, for a browser.
 */
export async function openIssuer(redirectUris: string[], { asks = false, port = 0 } = {}) {
  let handle: ReturnType<Provider['callback']> | undefined
  const server = createServer((request, response) => void handle?.(request, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: listens } = server.address() as { port: number }
  const url = `http://127.0.0.1:${listens}`
  const accounts = new Map<string, Account>()
  let account: Account = { sub: 'nobody' }

  const provider = new Provider(url, {
    clients: [{ client_id: 'parley', client_secret: 'kept between the two', redirect_uris: redirectUris }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: asks } },
    cookies: { keys: ['of a test'] },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ ...(accounts.get(sub) ?? { email: `${sub}@example.test`, email_verified: true }), sub }),
    }),
    ...(!asks && { interactions: { url: (_ctx, { uid }) => `/agree/${uid}` } }),
  })
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/agree/')) return next()
    const { params } = await provider.interactionDetails(ctx.req, ctx.res)
    const grant = new provider.Grant({ accountId: account.sub, clientId: String(params['client_id']) })
    grant.addOIDCScope('openid email profile')
    const result = { login: { accountId: account.sub }, consent: { grantId: await grant.save() } }
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result))
  })
  handle = provider.callback()

  /** Goes through the issuer as a browser does, from the address it is sent to up to the one it is sent back to. */
  async function agree(start: string, as: Account): Promise<string> {
    accounts.set(as.sub, (account = as))
    const cookies = new Map<string, string>()
    for (let at = start; ;) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
      for (const [, name = '', value = ''] of response.headers
        .getSetCookie()
        .map((line) => /^([^=]+)=([^;]*)/.exec(line) ?? []))
        cookies.set(name, value)
      const location = response.headers.get('location')
      if (!location) throw new Error(`The issuer answered ${response.status}: ${await response.text()}`)
      at = new URL(location, at).href
      if (!at.startsWith(url)) return at
    }
  }

  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, agree, close }
}

export type Issuer = Awaited<ReturnType<typeof openIssuer>>
