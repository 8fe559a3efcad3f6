// While a person has the talk a phone number or an e-mail address is masked as always, and the resident is asked whether that
// person shall have it. What is masked does not wait for the answer: after a yes it is written once more, and goes to them alone.
import type { Conversation } from '../../contracts/talk/conversation'
import type { PersonalDataKind } from '../../contracts/talk/personal-data'
import type { WordingKey } from '../../contracts/talk/wording'
import { readPlainYesNo, readYesNo } from '../../dialog/words/read-yes-no'
import { forgetGivenEntry } from '../../hand-off/forget-given'
import { talkRecord, type HandOffTalk } from '../../hand-off/hand-off-record'
import { maskInCity } from '../../privacy/mask-in-city'
import { withoutMasks } from '../../privacy/mask-personal-data'
import { choiceIn } from '../sms/hear-menu-number'
import { endTurn, withConversation, type StageResult, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

type WithPerson = NonNullable<Conversation['person']>

const contactKinds: readonly PersonalDataKind[] = ['phone', 'email']
export const isContact = (kind: PersonalDataKind): boolean => contactKinds.includes(kind)

const withContact = (turn: Turn, person: WithPerson, contact: WithPerson['contact']): Turn =>
  withConversation(turn, { person: { ...person, contact } })

/** The turn after a message in which these were masked, `kinds` being contacts. */
export function askForContact(turn: Turn, person: WithPerson, kinds: readonly PersonalDataKind[]): Turn {
  const asked = withContact(turn, person, 'asked')
  return {
    ...asked,
    utterances: [
      ...asked.utterances,
      { kind: 'masked', kinds, askedFor: person.agent ?? '' },
      {
        kind: 'buttons',
        buttons: [
          { key: 'answer.yes', choice: { name: 'person-contact', value: 'yes' } },
          { key: 'answer.no', choice: { name: 'person-contact', value: 'no' } },
        ],
      },
    ],
  }
}

/** What is written to the person who has the talk, and what of it is an answer to that question. */
export function passOnText(turn: Turn, person: WithPerson, talk: HandOffTalk): StageResult {
  const answered = withContact(turn, person, null)
  switch (answerIn(turn, person)) {
    case 'yes':
      return endTurn(
        withContact(turn, person, 'awaited'),
        'passed-on',
        toldOf(person, 'person.write-contact'),
      )
    case 'no':
      return endTurn(answered, 'passed-on', toldOf(person, 'person.no-contact'))
    case 'contact':
      return endTurn(give(answered, talk), 'passed-on', toldOf(person, 'person.got-contact'))
    case undefined:
      return endTurn(answered, 'passed-on')
  }
}

const toldOf = ({ department, agent }: WithPerson, key: WordingKey): Utterance => ({
  kind: 'department',
  key,
  department,
  values: { agent: agent ?? '' },
})

/** `contact`: the number or address itself, which may come with the yes. What is none of these is for the person alone. */
function answerIn(turn: Turn, { contact }: WithPerson): 'yes' | 'no' | 'contact' | undefined {
  const { content } = turn.message
  // A number of the menu is an answer to what was asked last; a button says itself what it answers.
  const choice = content.kind === 'choice' || contact === 'asked' ? choiceIn(turn) : undefined
  if (choice?.name === 'person-contact') return choice.value === 'yes' ? 'yes' : 'no'
  if (content.kind !== 'text' || contact === null) return undefined
  const { city } = turn.content
  const { text, kinds } = maskInCity(city, turn.now)(turn.text)
  const beside = withoutMasks(text)
  if (kinds.some(isContact))
    return contact === 'awaited' || readYesNo(beside, city) === true ? 'contact' : undefined
  const said = readPlainYesNo(beside, city)
  return said === undefined ? undefined : said ? 'yes' : 'no'
}

/** Kept beside the talk for as long as it goes on, a day at most; the transcript has the mask. All other personal data stays hidden. */
function give(turn: Turn, talk: HandOffTalk): Turn {
  const { text } = maskInCity(turn.content.city, turn.now)(turn.text, { readable: contactKinds })
  const record = talkRecord({ ...talk, given: { ...talk.given, [turn.message.id]: text } })
  return {
    ...turn,
    isContactGiven: true,
    records: [...turn.records, record],
    outbox: [...turn.outbox, forgetGivenEntry(talk.id, turn.message.id, turn.now)],
  }
}
