// Cases: the desks that departments are told at, the door at which they answer, and the residents who hear of it.
import { Router } from 'express'
import {
  createCaseRoutes,
  createStopPage,
  createWebhookDesk,
  openEmailDesk,
  openLetterBox,
  stopPathOf,
} from '../adapters/cases'
import { createSendRequest } from '../adapters/http-actions'
import { readDeskSecret, writesLetters, type Settings } from '../adapters/settings'
import { nameOf } from '../bot/cases/case-words'
import { deliverToDesk } from '../bot/cases/deliver-to-desk'
import { hearDesk, tellCaseKind } from '../bot/cases/hear-desk'
import { createLetterStops } from '../bot/cases/stop-letters'
import { tellCase, type TellCaseParts } from '../bot/cases/tell-case'
import { writeLetter } from '../bot/cases/write-letter'
import type { Content } from '../bot/content/content'
import type { Bot } from '../bot/contracts/bot'
import { deskEntryKind, deskKinds, type CaseDesk } from '../bot/contracts/cases/case-desk'
import { systemClock as clock } from '../bot/contracts/basics/clock'
import { deskNoteEntryKind } from '../bot/contracts/cases/desk-note'
import { sourceLanguage } from '../bot/contracts/talk/language'
import { letterKind } from '../bot/contracts/cases/letter'
import { tellDesk } from '../bot/desk-notes/tell-desk'
import { toldNothing } from '../bot/hand-off/whose-desk'
import type { FileShelf } from '../bot/contracts/store/file-shelf'
import type { Logger } from '../bot/contracts/basics/logger'
import type { Store } from '../bot/contracts/store/store'
import { smsConversation } from '../bot/retention/resident-data'
import { simulatedNumber } from './open-sms'
import type { Wing } from './wing'

interface Inside {
  readonly store: Store
  readonly bot: Bot
  readonly shelf: FileShelf
  readonly content: () => Content
  readonly logger: Logger
  /** Where another city system is told. */
  readonly open311: CaseDesk
}

/** Of a messaging service the number that a text will come from is not known beforehand. */
function conversations(
  { ELKS_NUMBER, TWILIO_NUMBER }: Settings,
  store: Store,
): Pick<TellCaseParts, 'conversationOf'> {
  const isSimulated = ELKS_NUMBER === undefined && TWILIO_NUMBER === undefined
  const ours = isSimulated ? simulatedNumber : (ELKS_NUMBER ?? TWILIO_NUMBER)
  if (ours?.startsWith('+') !== true) return {}
  return {
    conversationOf: async (theirs) => ({ ours, conversationId: await smsConversation(store, ours, theirs) }),
  }
}

export async function openCases(settings: Settings, inside: Inside): Promise<Wing> {
  const { store, bot, shelf, content, logger, open311 } = inside
  const { SMTP_URL: smtpUrl, DESK_EMAIL_FROM: from = '' } = settings
  const city = () => content().city
  const timeZone = () => city().timeZone
  const unheard = toldNothing(city().departments)
  if (unheard.length > 0)
    logger.warn(
      { departments: unheard },
      'cases and promised calls of these departments are kept and told to nobody: give them or kontaktcenter a desk in dialogs/city.yaml',
    )
  const departmentName = (id: string) => nameOf(id, { city: city(), language: sourceLanguage })
  const email =
    smtpUrl === undefined
      ? undefined
      : await openEmailDesk({ smtpUrl, from, shelf, timeZone, departmentName })
  const send = createSendRequest(settings.ACTION_HOSTS)
  const webhook = createWebhookDesk({ send, secretOf: readDeskSecret, clock })
  const deliver = deliverToDesk({ store, city, desks: { webhook, open311, ...(email && { email }) } })
  const letters = await openLetters(settings, inside)
  return {
    router: Router().use(
      createCaseRoutes({ hear: hearDesk({ store, city, clock }), secretOf: readDeskSecret, clock, logger }),
      createStopPage(createLetterStops({ store, city }), city),
    ),
    deeds: new Map([
      [deskNoteEntryKind, tellDesk({ store, city, desks: { webhook, ...(email && { email }) }, clock })],
      ...deskKinds.map((kind) => [deskEntryKind(kind), deliver] as const),
      [
        tellCaseKind,
        tellCase({
          store,
          bot,
          city,
          writesLetters: letters !== undefined,
          clock,
          ...conversations(settings, store),
        }),
      ],
      ...(letters === undefined ? [] : [[letterKind, letters.deed] as const]),
    ]),
    close: () => {
      email?.close()
      letters?.close()
    },
  }
}

/** Undefined where none can be sent, or none could be stopped. */
async function openLetters(settings: Settings, { store, content }: Inside) {
  const { SMTP_URL: smtpUrl, DESK_EMAIL_FROM: from = '', PUBLIC_URL: publicUrl } = settings
  if (!writesLetters(settings) || smtpUrl === undefined || publicUrl === undefined) return undefined
  const box = await openLetterBox({ smtpUrl, from })
  const stopUrl = (number: string, token: string): string => publicUrl + stopPathOf(number, token)
  const city = () => content().city
  return { deed: writeLetter({ store, city, send: box.send, stopUrl, clock }), close: box.close }
}
