// N004: a word that two answers share, or that means something else to the bot or to the SMS gateway. N006 of choices.
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import { scalarOf, valueOf, type YamlMap, type YamlNode } from '../../../yaml/node'
import { writtenText, type WrittenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import { everyQuestion } from '../../model/list-question'
import type { AskStep } from '../../model/model'
import { checkChoiceLabel } from './check-correction-labels'
import type { DialogReading } from '../names/dialog-reading'
import { splitLabel } from '../steps/read-choices'
import { isYesNoCodes } from '../fields/types'

/** Words that SMS gateways act on before a message reaches the bot. */
const gatewayWords: ReadonlySet<string> = new Set([
  'stop',
  'stopall',
  'unsubscribe',
  'cancel',
  'end',
  'quit',
  'help',
  'info',
  'start',
  'unstop',
])

export function checkChoiceWords(
  asks: ReadonlyMap<string, AskStep>,
  root: YamlMap,
  translations: ReadonlyMap<Language, YamlMap>,
  commandWords: ReadonlyMap<Language, ReadonlySet<string>>,
  reading: DialogReading,
): void {
  const check = (choices: YamlNode | undefined, language: Language) => {
    if (choices?.kind !== 'map') return
    const seen = new Map<string, string>()
    // Those have a finding of their own.
    const isYesNo = isYesNoCodes(choices.entries.map(({ key }) => key.text))
    for (const { key, value } of choices.entries) {
      if (value.kind !== 'scalar') continue
      const { label, synonyms } = splitLabel(writtenText(value))
      if (!isYesNo) checkChoiceLabel(label, reading)
      for (const word of [label, ...synonyms]) {
        const said = faultOf(word, key.text, seen, commandWords.get(language))
        if (said !== undefined) reading.report.fault('N004', word.place(0, word.text.length), said)
      }
    }
  }
  for (const step of choiceSteps(valueOf(root, 'steps'))) check(valueOf(step, 'choices'), sourceLanguage)
  for (const [language, document] of translations) {
    const choices = valueOf(document, 'choices')
    for (const { name } of everyQuestion(asks.values())) {
      if (choices?.kind === 'map') check(valueOf(choices, name), language)
    }
  }
}

function faultOf(
  word: WrittenText,
  code: string,
  seen: Map<string, string>,
  ofBot: ReadonlySet<string> | undefined,
) {
  const text = word.text.toLowerCase()
  const other = seen.get(text)
  seen.set(text, other ?? code)
  if (other !== undefined && other !== code) {
    return words(
      `"${word.text}" hör till två svar: "${other}" och "${code}"`,
      `"${word.text}" belongs to two answers: "${other}" and "${code}"`,
      'Ta bort det från ett av dem.',
      'Remove it from one of them.',
    )
  }
  if (ofBot?.has(text) !== true && !gatewayWords.has(text)) return undefined
  return words(
    `"${word.text}" betyder alltid något annat för boten eller för sms-tjänsten`,
    `"${word.text}" always means something else to the bot or to the SMS service`,
    'Välj ett annat ord.',
    'Choose another word.',
  )
}

/** Every `ask` with choices, wherever it stands. */
function choiceSteps(node: YamlNode | undefined): readonly YamlMap[] {
  if (node?.kind === 'list') return node.items.flatMap(choiceSteps)
  if (node?.kind !== 'map') return []
  const own = scalarOf(node, 'ask') !== undefined && valueOf(node, 'choices') !== undefined ? [node] : []
  return [
    ...own,
    ...node.entries.flatMap(({ key, value }) => (key.text === 'choices' ? [] : choiceSteps(value))),
  ]
}
