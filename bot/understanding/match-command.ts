// Whether a whole message is one of the city's command words: "avbryt", "prata med en människa", "help".
import type { City } from '../contracts/city/city'
import { commands, type Command } from '../contracts/talk/command'
import { keepLast } from '../contracts/basics/keep-last'
import type { Language } from '../contracts/talk/language'
import { madeOnce } from '../contracts/basics/made-once'
import { foldDiacritics, readWords } from '../text/normalise'

/** The words of a city, and the languages in the order in which they are tried. */
type CommandWords = Pick<City, 'languages' | 'commandWords'>

/** As Swedish is spoken, and written by many: "är det nån där". */
const spokenAs: ReadonlyMap<string, string> = new Map([
  ['nån', 'någon'],
  ['nåt', 'något'],
  ['nånting', 'någonting'],
  ['mej', 'mig'],
  ['dej', 'dig'],
  ['dom', 'de'],
  ['e', 'är'],
  ['nat', 'något'],
  ['nan', 'någon'],
  ['tala', 'prata'],
  ['snacka', 'prata'],
])
const asWritten = (word: string): string => spokenAs.get(word) ?? word

/** "Hallå? Hallå?" is one call. */
const once = (words: readonly string[]): readonly string[] =>
  words.every((word) => word === words[0]) ? words.slice(0, 1) : words

/** A text without words is its marks: "?" and "???" ask for help alike. */
const plain = (text: string): string =>
  once(readWords(text)).map(asWritten).join(' ') || /^\s*(\?)[?!\s]*$/.exec(text)?.[1] || ''
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
 * "jag vill inte ha hjälp av en människa" is none, but for one behind a greeting, a cancellation behind a no, a repetition behind an
 * excuse and a person among words that change nothing. Looked for in the given language first, as written and then without
 * å, ä and ö ("manniska"); after that in the city's other languages in their order.
 * Where two commands list the same phrase the earlier one in `commands` holds.
 */
export const matchCommand = keepLast(
  (text: string, city: CommandWords, language: Language): Command | undefined => {
    const wanted = plain(text)
    if (wanted === '') return undefined
    const languages = [language, ...city.languages.filter((other) => other !== language)]
    const spoken = languages.flatMap((one) => city.commandWords.get(one) ?? [])
    return (
      findAmong(spoken, wanted) ??
      findBehindGreeting(spoken, wanted) ??
      findBehindNo(spoken, wanted) ??
      findRepeatBehind(spoken, wanted) ??
      findPersonWithin(spoken, wanted)
    )
  },
)

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

function findAmong(spoken: readonly Words[], wanted: string): Command | undefined {
  const indexes = spoken.map(indexOf)
  const wantedFolded = foldDiacritics(wanted)
  return (
    indexes.map((index) => index.plain.get(wanted)).find((command) => command !== undefined) ??
    indexes.map((index) => index.folded.get(wantedFolded)).find((command) => command !== undefined)
  )
}

/** "Hej, byt språk", "hejsan jag behöver hjälp": a greeting changes nothing. */
function findBehindGreeting(spoken: readonly Words[], wanted: string): Command | undefined {
  const words = wanted.split(' ')
  const from = words.findIndex((word) => !spoken.some((one) => one.get('hello')?.includes(word) === true))
  return from > 0 ? findAmong(spoken, words.slice(from).join(' ')) : undefined
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

/** "Ok fortsätt", "förlåt, vad frågade du": who was away and wants the question again. */
const excusing = new Set(
  'ok okej okey okay oki ja jo men så hej förlåt ursäkta sorry oj alltså yes well so'.split(' '),
)

function findRepeatBehind(spoken: readonly Words[], wanted: string): Command | undefined {
  const words = wanted.split(' ')
  const from = words.findIndex((word) => !excusing.has(word))
  const command = from > 0 ? findAmong(spoken, words.slice(from).join(' ')) : undefined
  return command === 'repeat' ? command : undefined
}

/** What may stand before and after the wish for a person without changing it; "inte" does. */
const asking = new Set(
  'nej nä näe nää no nope ja jo hej hallå snälla men då ok okej alltså förresten vänta oj ursäkta well but so please hello hey sorry'.split(
    ' ',
  ),
)
const pressing = new Set(
  'nu tack snälla istället genast direkt idag då fan för i stället dag please now instead today thanks'.split(
    ' ',
  ),
)

/** "Nej, jag vill prata med någon", "koppla mig till en människa NU": whoever wants a person is never answered by a robot instead. */
function findPersonWithin(spoken: readonly Words[], wanted: string): Command | undefined {
  const words = wanted.split(' ')
  const from = words.findIndex((word) => !asking.has(word))
  const to = words.findLastIndex((word) => !pressing.has(word))
  if (from < 0 || to < from || (from === 0 && to === words.length - 1)) return undefined
  return findAmong(spoken, words.slice(from, to + 1).join(' ')) === 'person' ? 'person' : undefined
}
