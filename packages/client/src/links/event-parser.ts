export interface StreamEvent {
  type: string
  data: string
  /** The last id that the stream has set so far. */
  lastEventId: string
}

/** Reads the text of an event stream piece by piece, as the HTML standard has it; returns the events that are complete. */
export function createEventParser(): (text: string) => StreamEvent[] {
  let rest = ''
  let type = ''
  let data: string[] = []
  let lastEventId = ''

  return (text) => {
    const events: StreamEvent[] = []
    // A piece may end between the two characters of a line's end.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop()!
    for (const line of lines) {
      if (line !== '') readField(line)
      else {
        if (data.length > 0) events.push({ type: type || 'message', data: data.join('\n'), lastEventId })
        type = ''
        data = []
      }
    }
    return events
  }

  function readField(line: string) {
    const colon = line.indexOf(':')
    const name = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (name === 'event') type = value
    else if (name === 'data') data.push(value)
    else if (name === 'id' && !value.includes('\0')) lastEventId = value
  }
}
