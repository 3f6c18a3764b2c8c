/** The path, if it is one of this server; else `/`. A browser takes `//host`, `/\host` and `/<tab>/host` for other servers. */
export function toOwnPath(path: string | undefined, publicUrl: URL): string {
  if (!path?.startsWith('/') || !URL.canParse(path, publicUrl.href)) return '/'
  const { origin, pathname, search, hash } = new URL(path, publicUrl)
  // Dots are resolved by now: `/..//host` has become `//host`.
  return origin === publicUrl.origin && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}
