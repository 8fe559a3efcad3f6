// Cases: the desks that departments are told at.
import { createWebhookDesk, openEmailDesk } from '../adapters/cases'
import { createSendRequest } from '../adapters/http-actions'
import { readDeskSecret, type Settings } from '../adapters/settings'
import { deliverToDesk } from '../bot/cases/deliver-to-desk'
import type { Content } from '../bot/content'
import { deskKinds, deskEntryKind } from '../bot/contracts/case-desk'
import { systemClock } from '../bot/contracts/clock'
import type { FileShelf } from '../bot/contracts/file-shelf'
import type { Store } from '../bot/contracts/store'
import type { Wing } from './wing'

interface Inside {
  readonly store: Store
  readonly shelf: FileShelf
  readonly content: () => Content
}

export async function openCases(settings: Settings, { store, shelf, content }: Inside): Promise<Wing> {
  const { SMTP_URL: smtpUrl, DESK_EMAIL_FROM: from = '' } = settings
  const timeZone = () => content().city.timeZone
  const email = smtpUrl === undefined ? undefined : await openEmailDesk({ smtpUrl, from, shelf, timeZone })
  const send = createSendRequest(settings.ACTION_HOSTS)
  const webhook = createWebhookDesk({ send, secretOf: readDeskSecret, clock: systemClock })
  const deed = deliverToDesk({
    store,
    city: () => content().city,
    desks: { webhook, ...(email && { email }) },
  })
  return {
    deeds: new Map(deskKinds.map((kind) => [deskEntryKind(kind), deed])),
    ...(email && {
      close: () => {
        email.close()
      },
    }),
  }
}
