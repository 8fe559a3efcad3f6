// Adds one language to a dialog: `<dialog>.<lang>.yaml`, keyed by the names of the texts.
import { channels } from '../../../contracts/talk/message'
import type { YamlMap, YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { nearest } from '../../../yaml/nearest'
import { words } from '../../model/finding'
import { everyQuestion } from '../../model/list-question'
import type { AskStep } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { translationProperties } from '../fields/field-words'
import { isOfLaterWord } from '../names/name-table'
import { translateChoice } from '../steps/read-choices'
import { asText, checkKeys, optionalList, optionalMap, optionalText, textsOf } from '../fields/read-fields'
import type { Report } from '../fields/report'
import { readPhrase, type WrittenPhrase } from '../names/read-phrases'
import type { Translation } from '../fields/read-translated'

/** Adds the texts of a translation and gives its start phrases. T021 for what the dialog does not have. */
export function readTranslation(
  translation: Translation,
  asks: ReadonlyMap<string, AskStep>,
  reading: DialogReading,
): readonly WrittenPhrase[] {
  const { report, names } = reading
  const root = checkKeys(
    translation.root,
    translationProperties,
    { sv: 'i en översättning', en: 'in a translation' },
    report,
  )
  const title = optionalText(root, 'title', report)
  if (title !== undefined && reading.texts.entries.has('title')) {
    reading.texts.add({ ...originOf(translation), id: 'title', kind: 'name', text: writtenText(title) })
  }
  readLabels(root, translation, reading)
  readChoiceLabels(root, translation, asks, reading)
  readTexts(root, translation, asks, reading)
  return textsOf(optionalList(root, 'start', report), 'start', report).map((scalar) =>
    readPhrase(scalar, names, report),
  )
}

const originOf = ({ language, isMachine }: Translation) => ({ language, isMachine })

function readLabels(root: YamlMap, translation: Translation, reading: DialogReading): void {
  for (const { key, value } of optionalMap(root, 'labels', reading.report)?.entries ?? []) {
    const text = asText(value, key.text, reading.report)
    const id = `labels.${key.text}`
    if (!reading.texts.entries.has(id)) reportOrphan(key, labelled(reading), reading)
    else if (text !== undefined)
      reading.texts.add({ ...originOf(translation), id, kind: 'name', text: writtenText(text) })
  }
}

const labelled = ({ texts }: DialogReading): readonly string[] =>
  [...texts.entries.keys()].filter((id) => id.startsWith('labels.')).map((id) => id.slice('labels.'.length))

function readChoiceLabels(
  root: YamlMap,
  translation: Translation,
  asks: ReadonlyMap<string, AskStep>,
  reading: DialogReading,
): void {
  for (const { key, value } of optionalMap(root, 'choices', reading.report)?.entries ?? []) {
    const questions = everyQuestion(asks.values())
    const choices = questions.find(({ name }) => name === key.text)?.choices ?? []
    if (choices.length === 0)
      reportOrphan(
        key,
        questions.map(({ name }) => name),
        reading,
      )
    else if (value.kind === 'map') {
      for (const entry of value.entries) {
        const choice = choices.find(({ code }) => code === entry.key.text)
        if (choice === undefined) {
          reportOrphan(
            entry.key,
            choices.map(({ code }) => code),
            reading,
          )
        } else translateChoice(choice, entry, originOf(translation), reading)
      }
    } else asText(value.kind === 'list' ? value : { ...value, text: '' }, key.text, reading.report)
  }
}

function readTexts(
  root: YamlMap,
  translation: Translation,
  asks: ReadonlyMap<string, AskStep>,
  reading: DialogReading,
): void {
  const { texts, report } = reading
  for (const { key, value } of optionalMap(root, 'texts', report)?.entries ?? []) {
    const text = asText(value, key.text, report)
    const channel = channels.find((one) => key.text.endsWith(`.${one}`) && !texts.entries.has(key.text))
    const id = channel === undefined ? key.text : key.text.slice(0, -channel.length - 1)
    if (texts.entries.get(id)?.kind !== 'text') {
      const known = [...texts.entries].filter(([, { kind }]) => kind === 'text').map(([name]) => name)
      reportOrphan(key, known, reading)
    } else if (translation.isMachine && isOfConsent(id, asks)) {
      reportMachineConsent(key, report)
    } else if (text !== undefined) {
      const own = { id, kind: 'text', text: writtenText(text) } as const
      texts.add({ ...originOf(translation), ...own, ...(channel && { channel }) })
    }
  }
}

/** Whether a text belongs to a question for consent: what is consented to must be what the city means. */
export const isOfConsent = (id: string, asks: ReadonlyMap<string, AskStep>): boolean =>
  everyQuestion(asks.values()).some(
    ({ name, types }) => types.includes('consent') && (id === name || id.startsWith(`${name}.`)),
  )

/** T026. */
const reportMachineConsent = (key: YamlScalar, report: Report): void =>
  report.fault(
    'T026',
    key,
    words(
      'en fråga om samtycke får inte vara maskinöversatt',
      'a question for consent must not be machine translated',
      'Ta bort raden, så ställs frågan på svenska, eller låt en människa läsa igenom hela översättningen.',
      'Remove the line, and the question is put in Swedish, or have a person read the whole translation through.',
    ),
  )

function reportOrphan(
  key: YamlScalar,
  known: readonly string[],
  { report, names, dropped }: DialogReading,
): void {
  if (dropped.size > 0 || names.someUnknown || isOfLaterWord(names, key.text.split('.')[0] ?? '')) return
  const meant = nearest(key.text, known)
  report.fault(
    'T021',
    key,
    words(
      `"${key.text}" finns inte i dialogen`,
      `"${key.text}" is not in the dialog`,
      ...(meant === undefined
        ? [
            'Ta bort raden, eller skriv namnet som i den svenska filen.',
            'Remove the line, or write the name as in the Swedish file.',
          ]
        : [`Menade du "${meant}"?`, `Did you mean "${meant}"?`]),
    ),
    meant === undefined ? {} : { fix: writtenText(key).edit(0, key.text.length, meant) },
  )
}
