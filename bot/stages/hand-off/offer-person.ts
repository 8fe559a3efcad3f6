// "Prata med en människa", where a department takes talks here: asked first whether what was said may go along.
import { contactCentre } from '../../contracts/city/department'
import { openTalks } from '../../hand-off/hand-off-record'
import type { Store } from '../../contracts/store/store'
import { startOfDay, toLocalTime } from '../../hours/local-time'
import { answerToPerson } from '../turn/answer-to-person'
import { commandIn } from '../turn/command-in'
import { departmentHours } from './hand-off'
import { openDialog } from '../turn/open-dialog'
import { endTurn, goOn, withConversation, type Stage, type Turn } from '../turn/turn'

export interface OfferPersonParts {
  readonly store: Pick<Store, 'recordsUnder'>
}

/** Where nobody can be talked to now, the stages below say how a person is reached. */
export const offerPerson =
  ({ store }: OfferPersonParts): Stage =>
  async (turn) => {
    if (!asksForPerson(turn)) return goOn(turn)
    const department = await departmentThere(turn, store)
    if (department === undefined) return goOn(turn)
    const asked = {
      state: 'asked',
      department,
      handOff: '',
      agent: null,
      agentId: null,
      at: turn.now.toISOString(),
      contact: null,
    } as const
    return endTurn(
      // What was offered before is no answer to what a person will ask.
      withConversation({ ...turn, danger: null }, { person: asked, clarifying: [] }),
      'handed-off',
      { kind: 'department', key: 'person.ask-summary', department },
      {
        kind: 'buttons',
        buttons: [
          { key: 'answer.yes', choice: { name: 'person-summary', value: 'yes' } },
          { key: 'answer.no', choice: { name: 'person-summary', value: 'no' } },
        ],
      },
    )
  }

function asksForPerson(turn: Turn): boolean {
  const { content } = turn.message
  if (content.kind === 'choice') return content.choice.name === 'command' && content.choice.value === 'person'
  return commandIn(turn) === 'person' || answerToPerson(turn) === true
}

/** The errand's own department or, where that takes no talks now, the contact centre; undefined where nobody does. */
async function departmentThere(turn: Turn, store: OfferPersonParts['store']): Promise<string | undefined> {
  const owner = openDialog(turn)?.dialog.owner ?? contactCentre
  for (const department of new Set([owner, contactCentre]))
    if (await isAvailable(turn, department, store)) return department
  return undefined
}

/** Open, with people who take talks, and room in the queue. */
async function isAvailable(
  turn: Turn,
  department: string,
  store: OfferPersonParts['store'],
): Promise<boolean> {
  const queue = turn.content.city.departments.get(department)?.queue
  if (queue === undefined || !departmentHours(turn, department).open) return false
  const talks = await openTalks(store, [department])
  // Who waited on an earlier day waits no more, also where that has not been told yet.
  const today = startOfToday(turn)
  return talks.filter(({ state, at }) => state === 'waiting' && at >= today).length < queue
}

function startOfToday({ now, content: { city } }: Turn): string {
  return startOfDay(toLocalTime(now, city.timeZone).date, city.timeZone).toISOString()
}
