/** Whether it is a path of this client and of nowhere else: a browser takes `//host`, `/\host` and `/<tab>/host` for other servers. */
export function isOwnPath(path: unknown, { origin }: { origin: string } = location): path is string {
  if (typeof path !== 'string' || !path.startsWith('/') || !URL.canParse(path, origin)) return false
  const url = new URL(path, origin)
  // Dots are resolved by now: `/..//host` has become `//host`.
  return url.origin === origin && !url.pathname.startsWith('//')
}
