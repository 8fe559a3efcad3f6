// `light: Trasig gatubelysning | gatlyktan, lampa` → a code, a label and the other words people use.
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import { entryOf, scalarOf, type YamlEntry, type YamlMap } from '../../../yaml/node'
import { slice, trimmed, writtenText, type WrittenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { ChoiceOption } from '../../model/model'
import { doneValue } from '../../hearing/ticked-choices'
import type { DialogReading } from '../names/dialog-reading'
import { asText, optionalMap, reportUnusable } from '../fields/read-fields'
import type { Report } from '../fields/report'
import { isEmptyField } from './report-missing'

/** A choice whose synonyms other languages add to. */
interface GrowingChoice extends ChoiceOption {
  readonly synonyms: Map<Language, readonly string[]>
  readonly answersOnly: string[]
}

export function readChoices(step: YamlMap, name: string, reading: DialogReading): readonly ChoiceOption[] {
  const map = optionalMap(step, 'choices', reading.report)
  if (isEmptyField(step, 'choices') || map?.entries.length === 0) reportNoChoices(step, reading.report)
  const choices: GrowingChoice[] = []
  for (const { key, value } of map?.entries ?? []) {
    if (!/^[\p{L}\d][\p{L}\d_-]*$/u.test(key.text)) {
      const said = [`"${key.text}" kan inte vara en kod`, `"${key.text}" cannot be a code`] as const
      reportUnusable(
        reading.report,
        key,
        ...said,
        'En kod har bokstäver, siffror, _ och -.',
        'A code has letters, digits, _ and -.',
      )
      continue
    }
    if (key.text === doneValue && scalarOf(step, 'type')?.text === 'choices') {
      reportUnusable(
        reading.report,
        key,
        `"${doneValue}" är knappen Klart, och kan inte vara en kod här`,
        `"${doneValue}" is the button Done, and cannot be a code here`,
      )
      continue
    }
    const read = readLabel({ key, value }, reading)
    if (read === undefined) continue
    const id = choiceTextId(name, key.text)
    const label = reading.texts.add({ id, kind: 'name', text: read.label })
    choices.push({
      code: key.text,
      label,
      synonyms: new Map([[sourceLanguage, read.synonyms.map(({ text }) => text)]]),
      answersOnly: [...read.answersOnly],
    })
  }
  if (map !== undefined && choices.length === 1) {
    reading.report.fault(
      'D005',
      map.entries[0]?.key ?? map,
      words(
        'ett val behöver minst två svar',
        'a choice needs two answers at least',
        'Lägg till en rad till: kod: Text.',
        'Add another line: code: Text.',
      ),
    )
  }
  return choices
}

/** Without its choices the question would take any text. */
function reportNoChoices(step: YamlMap, report: Report): void {
  const heading = entryOf(step, 'choices')?.key
  if (heading === undefined) return
  report.fault(
    'D005',
    heading,
    words(
      '"choices:" har inga rader under sig',
      '"choices:" has no lines below it',
      'Skriv valen under det, två blanksteg längre in, minst två: kod: Text.',
      'Write the choices below it, two spaces further in, two at least: code: Text.',
    ),
  )
}

const choiceTextId = (ask: string, code: string): string => `choices.${ask}.${code}`

/** Adds a language's label and synonyms to a choice that is there. */
export function translateChoice(
  choice: ChoiceOption,
  entry: YamlEntry,
  origin: { readonly language: Language; readonly isMachine: boolean },
  reading: DialogReading,
): void {
  const read = readLabel(entry, reading)
  if (read === undefined) return
  reading.texts.add({ ...origin, id: choice.label.id, kind: 'name', text: read.label })
  const growing = choice as GrowingChoice
  growing.synonyms.set(
    origin.language,
    read.synonyms.map(({ text }) => text),
  )
  growing.answersOnly.push(...read.answersOnly)
}

export interface ReadLabel {
  readonly label: WrittenText
  /** Lower case, each with its place. */
  readonly synonyms: readonly WrittenText[]
  /** Those of them that stand behind a second bar. */
  readonly answersOnly: readonly string[]
}

function readLabel({ key, value }: YamlEntry, { report }: DialogReading): ReadLabel | undefined {
  const scalar = asText(value, key.text, report)
  if (scalar === undefined) return undefined
  return splitLabel(writtenText(scalar))
}

/** `Label | synonym, synonym | word that says this only as an answer`. */
export function splitLabel(written: WrittenText): ReadLabel {
  const [label = '', learnt = ''] = written.text.split('|')
  const first = label.length + 1
  const second = first + learnt.length + 1
  const { length } = written.text
  const answersOnly = second > length ? [] : splitList(slice(written, second, length))
  const synonyms = first > length ? [] : splitList(slice(written, first, Math.min(second - 1, length)))
  return {
    label: trimmed(slice(written, 0, label.length)),
    synonyms: [...synonyms, ...answersOnly],
    answersOnly: answersOnly.map(({ text }) => text),
  }
}

function splitList(written: WrittenText): readonly WrittenText[] {
  const parts: WrittenText[] = []
  let start = 0
  for (const part of written.text.split(',')) {
    const one = trimmed(slice(written, start, start + part.length))
    if (one.text !== '') parts.push({ ...one, text: one.text.normalize('NFC').toLowerCase() })
    start += part.length + 1
  }
  return parts
}
