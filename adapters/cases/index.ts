// The desks at which departments work. The mail package is loaded only where a mail server is named.
import type { ClosableDesk, EmailDeskParts } from './email-desk'
import type { LetterBox, LetterBoxParts } from './letter-box'

export { createCaseRoutes, type CaseRoutesParts } from './case-routes'
export { createStopPage, stopPathOf } from './stop-page'
export { createWebhookDesk, type WebhookDeskParts } from './webhook-desk'

export async function openEmailDesk(parts: EmailDeskParts): Promise<ClosableDesk> {
  const { createEmailDesk } = await import('./email-desk.js')
  return createEmailDesk(parts)
}

export async function openLetterBox(parts: LetterBoxParts): Promise<LetterBox> {
  const { createLetterBox } = await import('./letter-box.js')
  return createLetterBox(parts)
}
