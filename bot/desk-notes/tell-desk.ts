// The deed of an outbox entry `desk-note`: a department is told, at the desk it has now, of what still needs it.
import { z } from 'zod'
import type { DeskKind } from '../contracts/cases/case-desk'
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import {
  deskNoteKinds,
  type DeskNote,
  type DeskNoteKind,
  type NoteDesk,
  type NoteErrand,
} from '../contracts/cases/desk-note'
import type { DoEntry } from '../contracts/store/outbox-work'
import type { Store } from '../contracts/store/store'
import { readTalk } from '../hand-off/hand-off-record'
import { whoseDesk } from '../hand-off/whose-desk'
import { visitOf } from '../home-care/visit'
import { recordsOfVisit } from '../home-care/visit-record'
import { toEntryResult } from '../outbox/desk-result'
import { isOver, readCallBack, type CallBack } from './call-back-record'

const errandShape = z.object({
  kind: z.enum(deskNoteKinds),
  department: z.string(),
  about: z.string(),
  facts: z.record(z.string(), z.string()).optional(),
})

export interface TellDeskParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder'>
  readonly city: () => Pick<City, 'departments'>
  /** Those that can be told something that is no case, and are set up. */
  readonly desks: Readonly<Partial<Record<DeskKind, NoteDesk>>>
  readonly clock: Clock
}

export const tellDesk =
  ({ store, city, desks, clock }: TellDeskParts): DoEntry =>
  async (entry) => {
    const errand = errandShape.safeParse(entry.payload).data
    if (errand === undefined) return { kind: 'give-up', reason: 'no note to a desk' }
    const { departments } = city()
    const told = await toldOf(errand as NoteErrand, store)
    if (told === undefined) return { kind: 'dropped', reason: 'nobody needs it any more' }
    const desk = departments.get(whoseDesk(departments, errand.department) ?? '')?.desk
    if (desk === undefined)
      return { kind: isPromise(errand) ? 'give-up' : 'dropped', reason: 'no desk takes notes' }
    const door = desks[desk.kind]
    if (door === undefined) return { kind: 'retry', reason: `no ${desk.kind} is set up` }
    const { kind, department, about } = errand
    const note: DeskNote = { kind, department, about, at: clock.now().toISOString(), ...told }
    return toEntryResult(await door.note(note, desk, entry.id))
  }

/** A resident waits for it, and nowhere else does anybody see it: a dead letter is an alarm, and goes when there is a desk. */
const isPromise = ({ kind }: Pick<NoteErrand, 'kind'>): boolean =>
  kind === 'hand-off' || kind === 'call-back' || kind === 'call-back-due' || kind === 'call-back-changed'

const isAbout = (kind: DeskNoteKind, callBack: CallBack): boolean =>
  kind === 'call-back-cancelled' ? callBack.doneAt === undefined : !isOver(callBack)

/** Undefined when it is done already, or gone. */
async function toldOf(
  { kind, about, facts = {} }: NoteErrand,
  store: TellDeskParts['store'],
): Promise<Pick<DeskNote, 'facts' | 'labels'> | undefined> {
  switch (kind) {
    case 'hand-off':
    case 'call-back':
    case 'call-back-due':
    case 'call-back-changed':
    case 'call-back-cancelled': {
      const callBack = await readCallBack(store, about)
      if (callBack === undefined || !isAbout(kind, callBack)) return undefined
      const { promisedBy, labels } = callBack
      if ((facts['promisedBy'] ?? promisedBy) !== promisedBy) return undefined
      const asked = Object.entries(callBack.facts).filter(([, value]) => typeof value === 'string')
      return {
        facts: {
          code: about,
          ...(promisedBy !== undefined && { promisedBy }),
          ...(Object.fromEntries(asked) as DeskNote['facts']),
        },
        ...(labels && { labels }),
      }
    }
    case 'talk-waits': {
      const talk = readTalk(await store.record('hand-off', about))
      if (talk?.state !== 'waiting') return undefined
      const { channel, language, at: since } = talk
      return { facts: { talk: about, channel, language, since } }
    }
    case 'visit-unregistered': {
      // Found out meanwhile, or moved: then a check of its own stands for the new time.
      const { visit = '', windowEnd } = facts
      const { state, window } = visitOf((await recordsOfVisit(store, visit)).events) ?? {}
      return state === 'planned' && window?.end === windowEnd ? { facts } : undefined
    }
  }
}
