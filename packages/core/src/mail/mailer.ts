import type { Transporter } from 'nodemailer'

export interface Mail {
  to: string
  subject: string
  text: string
}

/** Hands mails to the configured server. */
export interface Mailer {
  /** Fails when the server did not take it. */
  send(mail: Mail): Promise<void>
}

export interface MailConfig {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  url: string
  from: string
}

export function createMailer({ url, from }: MailConfig): Mailer {
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  // What a mail says is ours alone: no part of it may name a file or an address to be fetched.
  const options = { url, ...timeouts, disableFileAccess: true, disableUrlAccess: true }
  let transport: Transporter | undefined
  return {
    async send(mail) {
      // Imported with the first mail: it takes a tenth of a server's start.
      const { createTransport } = await import('nodemailer')
      transport ??= createTransport(options)
      await transport.sendMail({ from, ...mail })
    },
  }
}
