// N006: a label begins as a correction does, so that "Fel på nyckeln är dörren" is heard as "wrong, on the key is the door".
import type { Language } from '../../../contracts/talk/language'
import { valueOf, type YamlMap } from '../../../yaml/node'
import { writtenText, type WrittenText } from '../../../yaml/written-text'
import { correctionWordIn } from '../../words/correction-words'
import { words } from '../../model/finding'
import type { DialogReading } from '../names/dialog-reading'

type Report = Pick<DialogReading, 'report'>

/** Of every label in every language: it is said before its value, and what it begins with is heard first. */
export function checkCorrectionLabels(
  root: YamlMap,
  translations: ReadonlyMap<Language, YamlMap>,
  reading: Report,
): void {
  for (const document of [root, ...translations.values()]) {
    const labels = valueOf(document, 'labels')
    if (labels?.kind !== 'map') continue
    for (const { value } of labels.entries) {
      if (value.kind !== 'scalar') continue
      const label = writtenText(value)
      reportWord(label, correctionWordIn(label.text), reading)
    }
  }
}

/** Of a choice the whole label: with more words its own question knows it, and nothing else asks for it. */
export function checkChoiceLabel(label: WrittenText, reading: Report): void {
  const word = correctionWordIn(label.text)
  if (word === label.text) reportWord(label, word, reading)
}

function reportWord(label: WrittenText, word: string | undefined, { report }: Report): void {
  if (word === undefined) return
  report.fault(
    'N006',
    label.place(0, word.length),
    words(
      `"${word}" är ett ord som rättelser börjar med, så den som skriver det kan bli missförstådd`,
      `"${word}" is a word that corrections begin with, so whoever writes it may be misunderstood`,
      'Byt till ett annat ord, till exempel Typ av fel i stället för Fel.',
      'Choose another word, for example Type of fault instead of Fault.',
    ),
  )
}
