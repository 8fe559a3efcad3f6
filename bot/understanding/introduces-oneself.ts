// "Jag heter Anna", "Hej, Maria": a resident who says who they are, and nothing yet of what they want.
import type { City } from '../contracts/city/city'
import type { Language } from '../contracts/talk/language'
import { foldedLine } from '../text/normalise'
import { firstNames } from './first-names'
import { isFunctionWord } from './language/guess-language'
import { matchCommand } from './match-command'

/** What a name stands behind. */
const openings = [
  'jag heter',
  'mitt namn är',
  'my name is',
  'nimeni on',
  'minun nimeni on',
  'magacaygu waa',
  'ich heiße',
  'mein name ist',
  'me llamo',
  'mi nombre es',
  'nazywam się',
  'mam na imię',
  'мене звати',
  'اسمي',
  'اسم من',
].map((opening) => ` ${foldedLine(opening)} `)

const mostNames = 3

/** By itself a name is near to whatever example question has letters like it. */
function isName(line: string, city: Pick<City, 'languages' | 'commandWords'>, language: Language): boolean {
  const words = line.split(' ')
  const from = words.findIndex((word) => firstNames.has(word))
  const greeting = words.slice(0, from).join(' ')
  return (
    from >= 0 &&
    words.slice(from).every((word) => firstNames.has(word)) &&
    (greeting === '' || matchCommand(greeting, city, language) === 'hello')
  )
}

/**
 * Whether a whole message, a greeting before it aside, is that. "Jag heter fel i passet" is about something: names have no small
 * words among them.
 */
export function introducesOneself(
  text: string,
  city: Pick<City, 'languages' | 'commandWords'>,
  language: Language,
): boolean {
  const line = ` ${foldedLine(text)} `
  return (
    isName(line.trim(), city, language) ||
    openings.some((opening) => {
      const at = line.indexOf(opening)
      if (at < 0) return false
      const before = line.slice(0, at).trim()
      const names = line
        .slice(at + opening.length)
        .trim()
        .split(' ')
      return (
        (before === '' || matchCommand(before, city, language) === 'hello') &&
        names[0] !== '' &&
        names.length <= mostNames &&
        !names.some((name) => city.languages.some((spoken) => isFunctionWord(name, spoken)))
      )
    })
  )
}
