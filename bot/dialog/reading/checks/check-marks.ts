// N005: what a start phrase marks as an answer is one, or the sentence that residents write would leave the question unanswered.
import type { Language } from '../../../contracts/talk/language'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import type { AskStep, Dialog } from '../../model/model'
import { readChoice } from '../../answers/read-choice'
import { textIn } from '../../showing/show-value'
import type { WrittenPhrase } from '../names/read-phrases'
import type { Report } from '../fields/report'

type Mark = WrittenPhrase['marks'][number]

/** More of them nobody reads in a message. */
const mostNamed = 6

export function checkMarks(
  phrases: ReadonlyMap<Language, readonly WrittenPhrase[]>,
  asks: Dialog['asks'],
  report: Report,
): void {
  for (const [language, spoken] of phrases)
    for (const phrase of spoken)
      for (const mark of phrase.marks) {
        const ask = asks.get(mark.name)
        if (
          ask !== undefined &&
          !phrase.at.damaged &&
          isOnlyChosen(ask) &&
          readChoice(ask.choices, mark.text) === undefined
        )
          reportNoChoice(mark, phrase, { ask, language, report })
      }
}

/** A question that takes a day beside its choices may be answered with one. */
const isOnlyChosen = ({ types, choices }: AskStep): boolean =>
  choices.length > 0 && types.every((type) => type === 'choice' || type === 'choices')

function reportNoChoice(
  { name, text }: Mark,
  { at }: WrittenPhrase,
  { ask, language, report }: { readonly ask: AskStep; readonly language: Language; readonly report: Report },
): void {
  const labels = ask.choices.slice(0, mostNamed).map(({ label }) => textIn(label, language))
  const start = at.text.indexOf(text, at.text.indexOf(`<${name}=`))
  report.fault(
    'N005',
    writtenText(at).place(start, start + text.length),
    words(
      `"${text}" är inget av valen i frågan "${name}"`,
      `"${text}" is none of the choices of the question "${name}"`,
      `Skriv ett ord för något av valen (${labels.join(', ')}), eller lägg till orden efter "|" vid det val som menas.`,
      `Write a word for one of the choices (${labels.join(', ')}), or add the words after "|" of the choice that is meant.`,
    ),
  )
}
