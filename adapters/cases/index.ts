// The desks at which departments work. The mail package is loaded only where a mail server is named.
import type { ClosableDesk, EmailDeskParts } from './email-desk'

export { createCaseRoutes, type CaseRoutesParts } from './case-routes'
export { createWebhookDesk, type WebhookDeskParts } from './webhook-desk'

export async function openEmailDesk(parts: EmailDeskParts): Promise<ClosableDesk> {
  const { createEmailDesk } = await import('./email-desk.js')
  return createEmailDesk(parts)
}
