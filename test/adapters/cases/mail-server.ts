// A real SMTP server on this machine that keeps every letter and answers as a test says.
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  readonly url: string
  /** Letters in the order they came, with the envelope's recipients. */
  readonly letters: readonly { readonly to: readonly string[]; readonly raw: string; readonly read: Email }[]
  /** Answers every recipient with this code from now on; 250 takes them. */
  answer(code: number): void
  stop(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const letters: MailServer['letters'][number][] = []
  let code = 250
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      callback(code === 250 ? null : Object.assign(new Error('no'), { responseCode: code }))
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.once('end', () => {
        const raw = Buffer.concat(parts).toString('utf8')
        void PostalMime.parse(raw).then((read) => {
          letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, read })
          callback()
        })
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    answer: (next) => {
      code = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
      }),
  }
}
