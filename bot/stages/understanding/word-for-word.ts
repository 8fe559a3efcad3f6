// What staff wrote as the beginning of a dialog or as a question to an article, written word for word: "öppettider lördag". It names
// nothing of its own, and still means just that when nothing was said before. A day may be another.
import type { TopicId } from '../../contracts/talk/classifier'
import { madeOnce } from '../../contracts/basics/made-once'
import type { Content } from '../../content/content'
import { dayOfStart } from '../../dialog/model/day-of-start'
import { findDates } from '../../dialog/words/find-dates'
import { foldedLine } from '../../text/normalise'
import { walkEnvironment } from '../turn/open-dialog'
import type { Turn } from '../turn/turn'

/** One word is no sentence: how sure it is has a rule of its own. */
const fewestWords = 2

export function isWordForWord(turn: Turn, topic: TopicId): boolean {
  const phrases = phrasesOf(turn.content)
  const { today } = walkEnvironment(turn)
  return [foldedLine(turn.text), withoutDays(turn.text, today)].some((said) => phrases.get(said) === topic)
}

const anyDay = 'anyday'

/** In Swedish and English at once: a page in one language is written to in the other. */
function withoutDays(text: string, today: string): string {
  const days = [false, true]
    .map((english) => findDates(text, today, english))
    .find(({ length }) => length > 0)
  const rest = (days ?? []).reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${anyDay} ${left.slice(end)}`,
    text,
  )
  return foldedLine(rest)
}

/** Phrase → its topic; a phrase of several topics is none's. */
const phrasesOf = madeOnce(({ dialogs, articles }: Content): ReadonlyMap<string, TopicId | undefined> => {
  const phrases = new Map<string, TopicId | undefined>()
  const add = (phrase: string, topic: TopicId): void => {
    if (phrase.split(' ').length < fewestWords) return
    phrases.set(phrase, phrases.has(phrase) && phrases.get(phrase) !== topic ? undefined : topic)
  }
  for (const dialog of dialogs.values())
    for (const { text, marks } of [...dialog.start.values()].flat()) {
      add(foldedLine(text), `dialog:${dialog.id}`)
      const day = dayOfStart(dialog)
      if (day !== undefined && marks.every(({ name }) => name === day))
        add(withoutDays(text, someDay), `dialog:${dialog.id}`)
    }
  for (const { id, texts, asked } of articles.values())
    for (const question of [
      [...texts.values()].flatMap(({ questions }) => questions),
      ...(asked?.values() ?? []),
    ].flat())
      add(foldedLine(question), `article:${id}`)
  return phrases
})

/** Which day is meant plays no part, only that it is one. */
const someDay = '2026-01-01'
