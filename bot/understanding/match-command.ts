// Whether a whole message is one of the city's command words: "avbryt", "prata med en människa", "help".
import type { City } from '../contracts/city'
import { commands, type Command } from '../contracts/command'
import type { Language } from '../contracts/language'
import { madeOnce } from '../contracts/made-once'
import { foldDiacritics, readWords } from '../text/normalise'

/** The words of a city, and the languages in the order in which they are tried. */
type CommandWords = Pick<City, 'languages' | 'commandWords'>

/** A text without words is its marks: "?" and "???" ask for help alike. */
const plain = (text: string): string => readWords(text).join(' ') || /^\s*(\?)[?!\s]*$/.exec(text)?.[1] || ''
const folded = (text: string): string => foldDiacritics(plain(text))

/** Phrase → command of one language, as written and without å, ä and ö. */
interface PhraseIndex {
  readonly plain: ReadonlyMap<string, Command>
  readonly folded: ReadonlyMap<string, Command>
}

type Words = ReadonlyMap<Command, readonly string[]>

function indexBy(words: Words, comparable: (text: string) => string): ReadonlyMap<string, Command> {
  const index = new Map<string, Command>()
  for (const command of commands)
    for (const phrase of words.get(command) ?? []) {
      const key = comparable(phrase)
      if (!index.has(key)) index.set(key, command)
    }
  return index
}

const indexOf = madeOnce((words: Words): PhraseIndex => ({
  plain: indexBy(words, plain),
  folded: indexBy(words, folded),
}))

/**
 * The command that the whole message is, whatever its case, punctuation and spaces; never a part of a sentence, so
 * "jag vill inte ha hjälp av en människa" is none. Looked for in the given language first, as written and then without
 * å, ä and ö ("manniska"); after that in the city's other languages in their order.
 * Where two commands list the same phrase the earlier one in `commands` holds.
 */
export function matchCommand(text: string, city: CommandWords, language: Language): Command | undefined {
  if (last?.text !== text || last.city !== city || last.language !== language)
    last = { text, city, language, command: findCommand(text, city, language) }
  return last.command
}

/**
 * Whether the message says more after words of the command: "jag glömde säga att den blinkar". In any language of the city, for
 * there are few such words and they are long.
 */
export function beginsWithCommand(text: string, command: Command, city: CommandWords): boolean {
  const said = folded(text)
  return (beginningsOf(city.commandWords).get(command) ?? []).some((phrase) => said.startsWith(phrase))
}

/** Each with the blank behind it. */
const beginningsOf = madeOnce(
  (words: CommandWords['commandWords']): ReadonlyMap<Command, readonly string[]> =>
    new Map(
      commands.map((command) => [
        command,
        [...words.values()].flatMap((spoken) =>
          (spoken.get(command) ?? []).map((phrase) => `${folded(phrase)} `),
        ),
      ]),
    ),
)

/** One stage of a turn after the other asks for the same text. */
let last:
  | {
      readonly text: string
      readonly city: CommandWords
      readonly language: Language
      readonly command: Command | undefined
    }
  | undefined

function findCommand(text: string, city: CommandWords, language: Language): Command | undefined {
  const wanted = plain(text)
  if (wanted === '') return undefined
  const languages = [language, ...city.languages.filter((other) => other !== language)]
  const spoken = languages.flatMap((one) => city.commandWords.get(one) ?? [])
  return findAmong(spoken, wanted) ?? findBehindNo(spoken, wanted)
}

function findAmong(spoken: readonly Words[], wanted: string): Command | undefined {
  const indexes = spoken.map(indexOf)
  const wantedFolded = foldDiacritics(wanted)
  return (
    indexes.map((index) => index.plain.get(wanted)).find((command) => command !== undefined) ??
    indexes.map((index) => index.folded.get(wantedFolded)).find((command) => command !== undefined)
  )
}

/** What may stand between the "nej" and what is wanted. */
const thinking = new Set(
  'förresten vänta oj men så då ok okej alltså wait actually oh but so then'.split(' '),
)

/** "Nej förresten, avbryt" is no answer to a question, whatever it takes. Only a cancellation: "nej tack" is a no. */
function findBehindNo(spoken: readonly Words[], wanted: string): Command | undefined {
  const words = wanted.split(' ')
  const isNo = (word: string): boolean => spoken.some((one) => one.get('no')?.includes(word) === true)
  const from = words.findIndex((word) => !isNo(word) && !thinking.has(word))
  const command = from > 0 ? findAmong(spoken, words.slice(from).join(' ')) : undefined
  return command === 'cancel' ? command : undefined
}
