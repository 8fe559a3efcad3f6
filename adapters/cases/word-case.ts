// A case in words for the people of a department who get it by e-mail.
import type { Case, CaseEvent, CaseEventKind } from '../../bot/contracts/cases/case'
import type { Language } from '../../bot/contracts/talk/language'
import type { Value } from '../../bot/contracts/talk/value'

const news: Readonly<Record<CaseEventKind, string>> = {
  created: 'Nytt ärende',
  status: 'Ny status',
  note: 'Meddelande',
  follower: 'En till har anmält samma sak',
  attachment: 'Komplettering från invånaren',
  reopened: 'Invånaren säger att det inte är åtgärdat',
  moved: 'Ärendet är flyttat till er',
}

export const channelNames: Readonly<Record<Case['channel'], string>> = {
  web: 'webbchatten',
  sms: 'sms',
  open311: 'Open311',
}

/**
 * What actions of cases take, as `dialogs/actions.yaml` names it, where no dialog has a label for it; another input goes by its
 * own name.
 */
const factNames: Readonly<Record<string, string>> = {
  kind: 'Typ',
  place: 'Plats',
  address: 'Adress',
  pole: 'Stolpe',
  text: 'Beskrivning',
  when: 'När',
  told: 'Sagt till',
  urgent: 'Brådskar',
  reply: 'Vill ha svar',
  contact: 'Kontakt',
  name: 'Namn',
  phone: 'Telefon',
  date: 'Datum',
}

/** One line without signs that a header could be broken by. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

export const subjectOf = (told: Case, { kind }: CaseEvent): string =>
  oneLine(
    [told.number, news[kind], classOf(told), told.place?.text ?? '']
      .filter((part) => part !== '')
      .join(' · '),
  ).slice(0, 200)

export interface LetterParts {
  /** The city's, in which its times are read. */
  readonly timeZone: string
  /** By its id. */
  readonly departmentName: (id: string) => string
  /** So many of the resident's files could not be attached. */
  readonly missing: number
}

export function bodyOf(
  told: Case,
  event: CaseEvent,
  { timeZone, departmentName, missing }: LetterParts,
): string {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Ärende', told.number],
    ['Händelse', news[event.kind]],
    ['Kommer från', event.from && departmentName(event.from)],
    ['Gäller', classOf(told)],
    ['Plats', told.place?.text],
    ['Väghållare', told.place?.roadOwner],
    ['Status', told.status + (told.fixed === false ? ' (inte åtgärdat)' : '')],
    ['Kom in', timeIn(told.at, timeZone)],
    ['Kanal', channelNames[told.channel]],
    ['Språk', languageName(told.language)],
    ['Fler som anmält samma sak', told.followers === 0 ? undefined : String(told.followers)],
    ['Beskrivning', told.description],
    ['Meddelande', event.text],
    ['Filer som saknas', missing === 0 ? undefined : String(missing)],
  ]
  return [
    ...lines.flatMap(([label, text]) =>
      text === undefined || text === '' ? [] : [`${label}: ${indented(text)}`],
    ),
    '',
    'Svaren:',
    ...answersOf(told),
    '',
    'Samma uppgifter finns som JSON i bilagan. Svar på det här mejlet når inte invånaren.',
    '',
  ].join('\n')
}

export const timeIn = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at))

/** What a resident wrote must not look like a line of ours. */
export const indented = (text: string): string =>
  text.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n').replace(/\n/g, '\n    ')

/** `arabiska`. */
export const languageName = (language: Language): string =>
  /^[a-z]{2,3}$/.test(language)
    ? (new Intl.DisplayNames('sv', { type: 'language' }).of(language) ?? language)
    : language

/** What was chosen, else the dialog whose own class it is. One that was kept without words goes by its code. */
const classOf = ({ class: code, worded }: Case): string =>
  worded?.facts['category']?.text ?? worded?.title ?? code

/** What it is about has been said above, and files are attached. */
const saidElsewhere: ReadonlySet<string> = new Set(['category', 'image'])

const answersOf = ({ facts, worded }: Case): readonly string[] =>
  Object.entries(facts).flatMap(([name, value]) => {
    if (saidElsewhere.has(name) || value === '') return []
    const { label = factNames[name] ?? name, text = wordValue(value) } = worded?.facts[name] ?? {}
    return [`  ${label}: ${indented(text)}`]
  })

function wordValue(value: Value): string {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  if (typeof value !== 'object') return String(value)
  const parts: readonly Value[] = Array.isArray(value) ? value : Object.values(value)
  return parts.map(wordValue).join(', ')
}
