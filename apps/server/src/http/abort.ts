import type { ServerResponse } from 'node:http'

/** Aborts when the client goes before it was answered. */
export function abortWhenLeft(response: ServerResponse): AbortController {
  const abort = new AbortController()
  if (response.destroyed) abort.abort()
  response.once('close', () => {
    if (!response.writableEnded) abort.abort()
  })
  return abort
}
