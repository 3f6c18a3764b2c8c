interface StreamEvent {
  event: string | undefined
  id: string | undefined
  data: unknown
}

/** Reads a subscription as Server-Sent Events, as `httpSubscriptionLink` asks for it. */
export function openStream(url: string, path: string, input: object, headers: Record<string, string>) {
  const query = new URLSearchParams({ input: JSON.stringify({ json: input }) })
  return readEvents(`${url}/trpc/${path}?${query.toString()}`, { accept: 'text/event-stream', ...headers })
}

/** Reads Server-Sent Events, whoever sends them. */
export async function readEvents(url: string, headers: Record<string, string>) {
  const abort = new AbortController()
  const response = await fetch(url, { headers, signal: abort.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  async function next(): Promise<StreamEvent> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end < 0) {
        const { value, done } = await reader.read()
        if (done) throw new Error(`The stream ended with: ${text}`)
        text += value
        continue
      }
      const fields = Object.fromEntries(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => line.split(/: ?(.*)/s).slice(0, 2)),
      )
      text = text.slice(end + 2)
      if (fields['event'] === 'connected' || fields['event'] === 'ping' || !fields['data']) continue
      return { event: fields['event'], id: fields['id'], data: JSON.parse(fields['data']) }
    }
  }
  return { response, next, close: () => abort.abort() }
}
