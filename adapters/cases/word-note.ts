// What is no case and needs a department all the same, in words for people who get it by e-mail.
import type { DeskNote, DeskNoteKind } from '../../bot/contracts/cases/desk-note'
import { channelNames, indented, languageName, oneLine, timeIn } from './word-case'

const subjects: Readonly<Record<DeskNoteKind, string>> = {
  'call-back': 'En invånare vill bli uppringd',
  'call-back-due': 'Påminnelse: löftet att ringa går snart ut',
  'call-back-changed': 'Ändrat: en invånare vill bli uppringd',
  'call-back-cancelled': 'Avbokat: invånaren vill inte bli uppringd',
  'hand-off': 'En invånare kom inte vidare själv',
  'talk-waits': 'En invånare väntar på en människa i chatten',
  'visit-unregistered': 'Inget är registrerat för ett besök',
}

const labels: Readonly<Record<string, string>> = {
  code: 'Kod',
  promisedBy: 'Lovat senast',
  name: 'Namn',
  phone: 'Telefon',
  topic: 'Gäller',
  wish: 'Önskad tid',
  dialog: 'Dialog',
  reason: 'Skäl',
  priority: 'Prioritet',
  talk: 'Samtal',
  channel: 'Kanal',
  language: 'Språk',
  since: 'Väntar sedan',
  visit: 'Besök',
  windowStart: 'Från',
  windowEnd: 'Till',
}

export const noteSubject = ({ kind, about }: DeskNote): string =>
  oneLine(`${subjects[kind]} · ${about}`).slice(0, 200)

/** @param timeZone the city's, in which times are read. */
export const noteBody = ({ kind, facts, labels: own = {} }: DeskNote, timeZone: string): string =>
  [
    `${subjects[kind]}.`,
    '',
    ...Object.entries(facts).map(([name, value]) => {
      // What a dialog asked is in words already, also where it has the name of something of ours.
      const text = own[name] === undefined ? wordFact(name, value, timeZone) : value
      return `${own[name] ?? labels[name] ?? name}: ${indented(text)}`
    }),
    '',
    'Samma uppgifter finns som JSON i bilagan. Svar på det här mejlet når inte invånaren.',
    '',
  ].join('\n')

function wordFact(name: string, value: string, timeZone: string): string {
  if (name === 'channel') return (channelNames as Readonly<Record<string, string>>)[value] ?? value
  if (name === 'language') return languageName(value)
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? timeIn(value, timeZone) : value
}
