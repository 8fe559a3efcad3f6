// Whether a whole message is one of the city's command words: "avbryt", "prata med en människa", "help".
import { commands, type City, type Command } from '../contracts/city'
import type { Language } from '../contracts/language'
import { foldDiacritics, readWords } from './normalise'

/** The words of a city, and the languages in the order in which they are tried. */
type CommandWords = Pick<City, 'languages' | 'commandWords'>

const plain = (text: string): string => readWords(text).join(' ')

/** A phrase of the city in one language that says the same as the text, compared after `comparable`. */
function commandIn(
  city: CommandWords,
  language: Language,
  text: string,
  comparable: (text: string) => string,
): Command | undefined {
  const phrases = city.commandWords.get(language)
  const wanted = comparable(text)
  return commands.find((command) => phrases?.get(command)?.some((phrase) => comparable(phrase) === wanted))
}

/**
 * The command that the whole message is, whatever its case, punctuation and spaces; never a part of a sentence, so
 * "jag vill inte ha hjälp av en människa" is none. Looked for in the given language first, as written and then without
 * å, ä and ö ("manniska"); after that in the city's other languages in their order.
 * Where two commands list the same phrase the earlier one in `commands` holds.
 */
export function matchCommand(text: string, city: CommandWords, language: Language): Command | undefined {
  if (plain(text) === '') return undefined
  const languages = [language, ...city.languages.filter((other) => other !== language)]
  const folded = (phrase: string): string => foldDiacritics(plain(phrase))
  for (const comparable of [plain, folded])
    for (const spoken of languages) {
      const command = commandIn(city, spoken, text, comparable)
      if (command !== undefined) return command
    }
  return undefined
}
