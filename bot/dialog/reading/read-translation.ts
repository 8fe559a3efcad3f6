// Adds one language to a dialog: `<dialog>.<lang>.yaml`, keyed by the names of the texts.
import type { Language } from '../../contracts/language'
import { channels } from '../../contracts/message'
import type { YamlMap, YamlScalar } from '../../yaml/node'
import { writtenText } from '../../yaml/written-text'
import { nearest } from '../../yaml/nearest'
import { words } from '../finding'
import { everyQuestion } from '../list-question'
import type { AskStep } from '../model'
import type { DialogReading } from './dialog-reading'
import { translationProperties } from './field-words'
import { isOfLaterWord } from './name-table'
import { translateChoice } from './read-choices'
import { asText, checkKeys, optionalList, optionalMap, optionalText, textsOf } from './read-fields'
import { readPhrase, type WrittenPhrase } from './read-phrases'

/** Adds the texts of a translation and gives its start phrases. T021 for what the dialog does not have. */
export function readTranslation(
  written: YamlMap,
  language: Language,
  asks: ReadonlyMap<string, AskStep>,
  reading: DialogReading,
): readonly WrittenPhrase[] {
  const { report, names } = reading
  const root = checkKeys(
    written,
    translationProperties,
    { sv: 'i en översättning', en: 'in a translation' },
    report,
  )
  const title = optionalText(root, 'title', report)
  if (title !== undefined && reading.texts.entries.has('title')) {
    reading.texts.add({ id: 'title', kind: 'name', language, text: writtenText(title) })
  }
  readLabels(root, language, reading)
  readChoiceLabels(root, language, asks, reading)
  readTexts(root, language, reading)
  return textsOf(optionalList(root, 'start', report), 'start', report).map((scalar) =>
    readPhrase(scalar, names, report),
  )
}

function readLabels(root: YamlMap, language: Language, reading: DialogReading): void {
  for (const { key, value } of optionalMap(root, 'labels', reading.report)?.entries ?? []) {
    const text = asText(value, key.text, reading.report)
    const id = `labels.${key.text}`
    if (!reading.texts.entries.has(id)) reportOrphan(key, labelled(reading), reading)
    else if (text !== undefined) reading.texts.add({ id, kind: 'name', language, text: writtenText(text) })
  }
}

const labelled = ({ texts }: DialogReading): readonly string[] =>
  [...texts.entries.keys()].filter((id) => id.startsWith('labels.')).map((id) => id.slice('labels.'.length))

function readChoiceLabels(
  root: YamlMap,
  language: Language,
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
        } else translateChoice(choice, entry, language, reading)
      }
    } else asText(value.kind === 'list' ? value : { ...value, text: '' }, key.text, reading.report)
  }
}

function readTexts(root: YamlMap, language: Language, reading: DialogReading): void {
  const { texts, report } = reading
  for (const { key, value } of optionalMap(root, 'texts', report)?.entries ?? []) {
    const text = asText(value, key.text, report)
    const channel = channels.find((one) => key.text.endsWith(`.${one}`) && !texts.entries.has(key.text))
    const id = channel === undefined ? key.text : key.text.slice(0, -channel.length - 1)
    if (texts.entries.get(id)?.kind !== 'text') {
      const known = [...texts.entries].filter(([, { kind }]) => kind === 'text').map(([name]) => name)
      reportOrphan(key, known, reading)
    } else if (text !== undefined) {
      texts.add({ id, kind: 'text', language, text: writtenText(text), ...(channel && { channel }) })
    }
  }
}

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
