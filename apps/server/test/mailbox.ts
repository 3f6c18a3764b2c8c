import { once } from 'node:events'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail server on a free port that keeps what it is given; it refuses the first `refusing` mails. */
export async function openMailbox({ refusing = 0 } = {}) {
  const mails: Email[] = []
  let refusals = refusing
  let wake = () => {}
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusals-- > 0) return done(new Error('450 try again'))
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          mails.push(mail)
          wake()
          done()
        })
      })
    },
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as { port: number }

  /** Waits for the mail after the first `seen` ones. */
  async function next(seen = 0): Promise<Email> {
    for (;;) {
      const mail = mails[seen]
      if (mail) return mail
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }

  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { url: `smtp://127.0.0.1:${port}`, mails, next, [Symbol.asyncDispose]: close }
}
