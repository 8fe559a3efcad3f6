// Letters to residents: plain text, to one address, with a way to stop them that mail programs know too.
import type { SendLetter } from '../../bot/contracts/cases/letter'
import { failureOf, messageIdOf, openTransport } from './mail-transport'
import { oneLine } from './word-case'

export interface LetterBoxParts {
  /** SMTP_URL. */
  readonly smtpUrl: string
  /** DESK_EMAIL_FROM. */
  readonly from: string
}

export interface LetterBox {
  readonly send: SendLetter
  readonly close: () => void
}

export function createLetterBox({ smtpUrl, from }: LetterBoxParts): LetterBox {
  const transport = openTransport(smtpUrl, from)
  return {
    async send({ to, subject, text, stopUrl }, key) {
      try {
        await transport.sendMail({
          to: { name: '', address: to },
          subject: oneLine(subject).slice(0, 200),
          text,
          messageId: messageIdOf(key, from),
          headers: {
            // So that no machine answers it (RFC 3834), and one press in a mail program stops them (RFC 8058).
            'Auto-Submitted': 'auto-generated',
            'List-Unsubscribe': `<${stopUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          },
        })
        return { kind: 'delivered' }
      } catch (error) {
        return failureOf(error)
      }
    },
    close: () => {
      transport.close()
    },
  }
}
