import { connect } from '@parley/testkit/person'

/** A browser as far as logging in elsewhere needs one: it keeps cookies, and says where it is sent. */
export function browserOf(url: string) {
  const cookies = new Map<string, string>()
  const { trpc } = connect(url, () => cookies.get('parley-access') ?? null)

  /** Asks the server, whatever host it takes itself for. */
  async function go(to: string | URL, headers: Record<string, string> = {}) {
    const { pathname, search } = new URL(to, url)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${url}${pathname}${search}`, { redirect: 'manual', headers: { cookie, ...headers } })
    const setCookies = response.headers.getSetCookie()
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return { status: response.status, location: response.headers.get('location') ?? '', setCookies }
  }

  return {
    go,
    cookie: (name: string) => cookies.get(name) ?? '',
    keep: (name: string, value: string) => void cookies.set(name, value),
    forget: (name: string) => void cookies.delete(name),
    me: () => trpc.users.me.query(),
    linked: () => trpc.auth.linkedProviders.query(),
  }
}

export type OidcBrowser = ReturnType<typeof browserOf>
