import { type ParleyClient, toProblem } from '@parley/client'
import { ParleyProvider, useSession, useTimeline, useTyping } from '@parley/client/react'
import { type SubmitEvent, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

// A room on any page: mountChat(element, createParleyClient({ url, auth: { kind: 'cookie' } }), roomId)

export function mountChat(element: HTMLElement, parley: ParleyClient, roomId: string): () => void {
  const root = createRoot(element)
  root.render(
    <ParleyProvider client={parley}>
      <Chat parley={parley} roomId={roomId} />
    </ParleyProvider>,
  )
  return () => root.unmount()
}

function Chat({ parley, roomId }: { parley: ParleyClient; roomId: string }) {
  const { status, user } = useSession()
  const [problem, setProblem] = useState('')
  useEffect(() => {
    parley.restore().catch((error: unknown) => setProblem(toProblem(error).message))
  }, [parley])
  if (problem) return <p role="alert">{problem}</p>
  if (status === 'unknown') return <p>Loading …</p>
  return user ? <Room parley={parley} roomId={roomId} /> : <p>Please log in.</p>
}

function Room({ parley, roomId }: { parley: ParleyClient; roomId: string }) {
  const { entries, hasOlder, status, error, timeline } = useTimeline(roomId)
  const [body, setBody] = useState('')
  const write = (text: string) => {
    setBody(text)
    parley.typing.set(roomId, text !== '')
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (body.trim()) timeline.send(body)
    write('')
  }
  return (
    <section aria-label="Chat">
      {error && <p role="alert">{error.message}</p>}
      {hasOlder && <button onClick={() => void timeline.loadOlder()}>Older messages</button>}
      <ol aria-live="polite" aria-busy={status === 'loading'}>
        {entries.map(({ key, message, state }) => (
          <li key={key}>
            <b>{message.sender.displayName}</b> {message.deletedAt ? <i>deleted</i> : message.body}
            {state === 'sending' && ' …'}
            {state === 'failed' && <button onClick={() => timeline.retry(message.clientId)}>Try again</button>}
          </li>
        ))}
      </ol>
      <p>{useTyping(roomId).map(({ displayName }) => `${displayName} is typing … `)}</p>
      <form onSubmit={send}>
        <input aria-label="Message" value={body} onChange={(event) => write(event.target.value)} />
      </form>
    </section>
  )
}
