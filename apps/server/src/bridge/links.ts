import type { FastifyRequest } from 'fastify'

/** The pages beside one, as `Link` has them (RFC 8288); `null` where there are none. */
export function pageLinks(
  { url }: FastifyRequest,
  page: { nextCursor?: string | null; prevCursor?: string | null },
): string | null {
  const links = [linkTo(url, page.nextCursor, 'next'), linkTo(url, page.prevCursor, 'prev')].filter(Boolean)
  return links.length > 0 ? links.join(', ') : null
}

/** The same question with another cursor. Where a page began at a message, its neighbours do not. */
function linkTo(url: string, cursor: string | null | undefined, rel: string): string | null {
  if (!cursor) return null
  const [path = '', search] = url.split('?')
  const query = new URLSearchParams(search)
  query.delete('aroundSeq')
  query.set('cursor', cursor)
  return `<${path}?${query.toString()}>; rel="${rel}"`
}
