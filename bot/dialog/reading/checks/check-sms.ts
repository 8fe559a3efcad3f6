// What a text means for those who read it as an SMS: its length, who may see it, words for what a phone does not show.
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import { textKey } from '../../../contracts/talk/texts'
import type { TextEdit } from '../../../contracts/basics/finding'
import type { WrittenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { AskStep } from '../../model/model'
import { plainCharacters } from '../../../text/sms-characters'
import { smsParts } from '../../../text/sms-parts'
import type { DialogReading } from '../names/dialog-reading'
import { takesFiles } from '../fields/types'
import { isOwnNumber, isPersonal, isPersonalType } from '../names/personal-data'
import { longestForm } from '../names/sample-text'
import { saysWeb, writtenFor, type SpokenText } from '../names/spoken-texts'

const mostParts = 2
const mostChoices = { sms: 5, web: 7 }

export interface SmsChecking {
  readonly reading: DialogReading
  readonly asks: ReadonlyMap<string, AskStep>
  readonly languages: readonly Language[]
  readonly sensitive: boolean
}

/** T004, T010 and T011 for each text that is sent by SMS, in each language that has it. */
export function checkSmsTexts(spoken: readonly SpokenText[], checking: SmsChecking): void {
  for (const one of spoken) {
    if (one.isWebOnly) continue
    for (const language of checking.languages) {
      const written = writtenFor(checking.reading.texts, one.texts, language, 'sms')
      if (written === undefined || written.damaged) continue
      checkLength(one, written, language, checking)
      checkScreenWords(written, language, checking.reading)
      checkPersonal(one, written, checking)
    }
  }
}

function checkLength(
  { step, isQuestion, ...own }: SpokenText,
  written: WrittenText,
  language: Language,
  { reading, asks }: SmsChecking,
): void {
  const sample = longestForm(written.text, language, {
    names: own.names ?? reading.names,
    asks: own.asks ?? asks,
  })
  if (sample === undefined) return
  const choices = isQuestion && step.kind === 'ask' ? step.choices : []
  const menu = choices.map(({ label }, index) => `\n${index + 1}. ${labelIn(label.byKey, language)}`)
  const { parts, places, encoding, forcedBy } = smsParts(sample + menu.join(''))
  if (parts <= mostParts) return
  const at = forcedBy === undefined ? -1 : written.text.indexOf(forcedBy)
  const plain = forcedBy === undefined || at === -1 ? undefined : plainCharacters[forcedBy]
  const shorter =
    step.kind === 'notice'
      ? { sv: 'Skriv en kortare text.', en: 'Write a shorter text.' }
      : { sv: 'Skriv en kortare text under sms:.', en: 'Write a shorter text under sms:.' }
  const why = forcedBy === undefined ? ['', ''] : [` för tecknet "${forcedBy}"`, ` because of "${forcedBy}"`]
  reading.report.fault(
    'T010',
    written.place(0, written.text.length),
    words(
      `${parts} sms på "${language}" (${places} tecken, ${encoding}${why[0]})`,
      `${parts} SMS in "${language}" (${places} characters, ${encoding}${why[1]})`,
      plain === undefined
        ? shorter.sv
        : `Skriv "${plain}" i stället för "${forcedBy}", eller en kortare text under sms:.`,
      plain === undefined
        ? shorter.en
        : `Write "${plain}" instead of "${forcedBy}", or a shorter text under sms:.`,
    ),
    plain === undefined ? {} : plainEdit(written),
  )
}

/** All characters that have a plain stand-in, in one edit from the first to the last. */
function plainEdit(written: WrittenText): { readonly fix?: TextEdit } {
  const { text } = written
  const marks = [...text.matchAll(/./gsu)].filter(({ 0: one }) => Object.hasOwn(plainCharacters, one))
  const [first] = marks
  const last = marks.at(-1)
  if (first === undefined || last === undefined) return {}
  const end = last.index + last[0].length
  const inner = text.slice(first.index, end)
  const plain = Array.from(inner, (one) => plainCharacters[one] ?? one).join('')
  // Quotes and line ends are written otherwise in the file than in the text.
  return /["'\\\n]/.test(inner + plain) ? {} : { fix: written.edit(first.index, end, plain) }
}

const labelIn = (byKey: ReadonlyMap<string, string>, language: Language): string =>
  byKey.get(textKey(language)) ?? byKey.get(textKey(sourceLanguage)) ?? ''

/** Words for what only a screen shows. */
const screenWords: Readonly<Record<Language, RegExp>> = {
  sv: /(?<!\p{L})(?:klicka\p{L}*|knapp(?:en|ar|arna)?|länk(?:en|ar|arna)?|kartan|tryck(?:a|er)? på|peka(?:r)? på)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:click\p{L}*|buttons?|links?|the map|tap on|point on)(?!\p{L})/iu,
}

function checkScreenWords(written: WrittenText, language: Language, { report }: DialogReading): void {
  const found = screenWords[language]?.exec(written.text)
  if (found === undefined || found === null) return
  report.fault(
    'T011',
    written.place(found.index, found.index + found[0].length),
    words(
      `"${found[0]}" säger inget i ett sms`,
      `"${found[0]}" says nothing in an SMS`,
      'Skriv en annan text för sms under sms:.',
      'Write another text for SMS under sms:.',
    ),
  )
}

/** T004: an SMS lies open on a phone that others may hold. */
function checkPersonal(
  { step, asks: own }: SpokenText,
  written: WrittenText,
  { reading, asks, sensitive }: SmsChecking,
): void {
  if (step.kind === 'handoff') return
  for (const [name, ask] of own ?? asks) {
    const isShown = isPersonalType(ask) ? !isOwnNumber(ask) : sensitive && isPersonal(ask)
    const at = isShown ? written.text.indexOf(`{${name}}`) : -1
    if (at === -1) continue
    reading.report.fault(
      'T004',
      written.place(at, at + name.length + 2),
      words(
        `{${name}} är en personuppgift och syns för alla som ser sms:et`,
        `{${name}} is personal data and is seen by everybody who sees the SMS`,
        step.kind === 'notice' ? 'Skriv en text utan den.' : 'Skriv en text utan den under sms:.',
        step.kind === 'notice' ? 'Write a text without it.' : 'Write a text without it under sms:.',
      ),
    )
  }
}

/**
 * T031: nobody chooses among more lines than they can keep in mind. A003: not every gateway carries pictures. One that can be
 * done without is not asked for over SMS, and is taken when it comes.
 */
export function checkQuestionsBySms(spoken: readonly SpokenText[], { reading }: SmsChecking): void {
  for (const { step, isQuestion, isWebOnly } of spoken) {
    if (step.kind !== 'ask' || !isQuestion) continue
    const most = isWebOnly ? mostChoices.web : mostChoices.sms
    if (step.choices.length > most) reportManyChoices(step, most, reading)
    const isNeeded = takesFiles(step.types) && !step.optional
    if (!isWebOnly && isNeeded && !saysWeb(step.onlyIf)) reportNoPicture(step, reading)
  }
}

function reportManyChoices(step: AskStep, most: number, { report }: DialogReading): void {
  const { length } = step.choices
  report.fault(
    'T031',
    step.place,
    words(
      `${length} svar att välja mellan är fler än ${most}${most === mostChoices.sms ? ', som ryms i ett sms' : ''}`,
      `${length} answers to choose from are more than ${most}${most === mostChoices.sms ? ', which fit in an SMS' : ''}`,
      'Slå ihop några, eller dela frågan i två.',
      'Put some together, or divide the question in two.',
    ),
  )
}

const reportNoPicture = (step: AskStep, { report }: DialogReading): void =>
  report.fault(
    'A003',
    step.place,
    words(
      `"${step.name}" går inte att skicka med sms`,
      `"${step.name}" cannot be sent by SMS`,
      'Lägg till only if: channel is web, eller optional: true.',
      'Add only if: channel is web, or optional: true.',
    ),
  )
