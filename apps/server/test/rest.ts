import { bridgePath } from '@parley/server/bridge/problem'
import { routes } from '@parley/router/bridge/routes'

interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: unknown
}

export interface Answered {
  status: number
  headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- what a program without our types has
  body: any
}

/** The bridge as a program without any library of ours calls it. */
export const restOf =
  (url: string, token: string | null = null) =>
  async (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> => {
    const response = await fetch(url + (path.startsWith(bridgePath) ? path : bridgePath + path), {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    if (response.headers.get('content-type') === 'text/event-stream') {
      await response.body?.cancel()
      return { status: response.status, headers: response.headers, body: null }
    }
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
  }

/** A procedure's call as the bridge takes it: the first of its operations that its input fits. */
export function toRequest(
  procedureName: string,
  input: unknown,
): Required<Pick<Asked, 'method'>> & Asked & { path: string } {
  const given = (input ?? {}) as Record<string, unknown>
  const route = routes.find(
    (one) =>
      one.procedureName === procedureName &&
      one.pathFields.every((name) => name in given) &&
      Object.entries(one.fixed ?? {}).every(([name, value]) => given[name] === value),
  )
  if (!route) throw new Error(`No operation of ${procedureName} fits ${JSON.stringify(input)}.`)
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name])))
  const query = new URLSearchParams(
    route.queryFields
      .filter((name) => given[name] !== undefined)
      .flatMap((name) => [given[name]].flat().map((value) => [name, String(value)] as [string, string])),
  )
  const body = Object.fromEntries(route.bodyFields.map((name) => [name, given[name]]))
  return {
    method: route.method,
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    ...(route.bodyFields.length > 0 && { body }),
  }
}
