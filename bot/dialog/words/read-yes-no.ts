// A typed yes or no, also when more words follow: "ja, det ligger glas på vägen".
import type { City } from '../../contracts/city/city'
import type { Command } from '../../contracts/talk/command'
import { madeOnce } from '../../contracts/basics/made-once'
import { fold, plainLine, wordsOf } from './fold-words'

/** As phrases are compared: without punctuation, dots and rings. */
const foldedLine = (phrase: string): string => fold(plainLine(phrase))
const listed = (text: string): readonly string[] => text.split(',').map(foldedLine)

/** Ways to say it beside those that the city lists; a longer one goes before a shorter one that begins it. */
const phrases: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: listed(
    'ja, jaa, japp, jepp, jo, joo, jadå, jodå, jajamän, jajamensan, javisst, ja visst, ja tack, ja gärna, gärna, visst, ' +
      'absolut, definitivt, självklart, naturligtvis, okej, ok, okey, stämmer, det stämmer, korrekt, precis, det gör det, ' +
      'det finns det, det är det, j, yes, yes please, yep, yeah, yup, sure, of course, correct, absolutely, okay, y',
  ),
  no: listed(
    'nej, nejj, nä, nää, näe, nix, nepp, näpp, nejdå, nädå, nej tack, nä tack, inte, inte alls, absolut inte, knappast, ' +
      'inte vad jag vet, verkligen inte, självklart inte, tror inte det, jag tror inte det, det tror jag inte, ' +
      'det gör det inte, det finns det inte, det är det inte, stämmer inte, det stämmer inte, n, no, nope, nah, no thanks, ' +
      'no thank you, not at all, absolutely not, of course not, not that i know, not really, incorrect',
  ),
}
/** Words that begin like an answer and are none. */
const undecided = listed('inte säker, not sure, ja eller nej, yes or no, okej men')
const maybe = listed(
  'kanske, kanske det, möjligen, möjligtvis, eventuellt, kan hända, det kan hända, kan vara, det kan det, det beror på, osäker, jag är osäker, ' +
    'vet ej, vet inte, jag vet inte, det vet jag inte, ingen aning, svårt att säga, maybe, perhaps, possibly, might be, it might, ' +
    'i am not sure, i m not sure, i don t know, i dont know, don t know, dont know, no idea, hard to say, it depends',
)
/** Behind a "nej" they say that nobody wants to answer: "nej orka" is no "no, it is not dangerous". */
const tiredRest = listed(
  'orka, orkar inte, jag orkar inte, orkar ej, pallar inte, jag pallar inte, ids inte, vill inte svara, jag vill inte svara, ' +
    'can t be bothered, i can t be bothered, cant be bothered, i don t want to answer',
)
const longestAnswerWords = 15

/** "Kanske", "vet ej, men …": neither, and no question back. Who passes over the question has said nothing of what they know. */
export function saysUnsure(text: string, city: City): boolean {
  const line = fold(wordsOf(text).join(' '))
  const isQuestion = text.trimEnd().endsWith('?')
  return !isQuestion && sayableIn(city).unsure.some((phrase) => beginsWith(line, phrase))
}

/** Heard, and not always agreed to: "ok, jag är tillbaka". */
const heardWords = listed('ok, okej, okey, okay, oki')

/**
 * True, false, or undefined when the text is no plain yes or no (a question, doubt, or both at once). An "ok" with more behind it is
 * a yes only when that is one.
 */
export function readYesNo(text: string, city: City): boolean | undefined {
  const answer = readBeginning(text, city)
  const line = fold(wordsOf(text).join(' '))
  const taken = answer === true ? longestBeginning(line, heardWords) : 0
  const rest = line.slice(taken).trim()
  if (taken === 0 || rest === '' || longestBeginning(rest, politeRest) === rest.length) return answer
  return readBeginning(rest, city) === true ? true : undefined
}

function readBeginning(text: string, city: City): boolean | undefined {
  const words = wordsOf(text)
  const line = fold(words.join(' '))
  const isQuestion = text.trimEnd().endsWith('?')
  if (words.length === 0 || words.length > longestAnswerWords || isOtherLetter(words[0] ?? ''))
    return undefined
  // "لا أعرف" begins with a no, and means that nobody knows.
  const sayable = sayableIn(city)
  if (sayable.undecided.some((phrase) => beginsWith(line, phrase))) return undefined
  const yes = longestBeginning(line, sayable.yes)
  const no = longestBeginning(line, sayable.no)
  const best = Math.max(yes, no)
  if (best === 0 || yes === no) return undefined
  if (best === line.length) return yes > no
  const rest = line.slice(best).trim()
  const isTired = no > yes && tiredRest.includes(rest)
  return isQuestion || isTired || isSingleLetter(line) || contradicts(rest, yes > no) ? undefined : yes > no
}

/** Politeness after a yes or a no, which adds nothing to it. */
const politeRest = listed(
  'tack, tack så mycket, tack snälla, snälla, please, thanks, thank you, så är det, du, kiitos, mahadsanid, fadlan, ' +
    'شكرا, شكرا لك, من فضلك, لو سمحت',
)

/** The same when the whole text says nothing but yes or no: "ja tack, det stämmer" does, "ja, det är farligt" does not. */
export function readPlainYesNo(
  text: string,
  city: City,
  more: Readonly<Partial<Record<'yes' | 'no', readonly string[]>>> = {},
): boolean | undefined {
  const answer = readBeginning(text, city)
  if (answer === undefined) return undefined
  const side = answer ? 'yes' : 'no'
  const sayable = [...sayableIn(city)[side], ...(more[side] ?? []).map(foldedLine), ...politeRest]
  let rest = fold(wordsOf(text).join(' '))
  for (let taken = 1; rest !== '' && taken > 0; rest = rest.slice(taken).trim())
    taken = longestBeginning(rest, sayable)
  return rest === '' ? answer : undefined
}

type Sayable = Readonly<Record<'yes' | 'no' | 'undecided' | 'unsure', readonly string[]>>

/** Each short message is compared with the words of all languages: they are folded once for a city. */
const sayableIn = madeOnce((city: City): Sayable => {
  const cityWords = (command: Command): readonly string[] =>
    [...city.commandWords.values()].flatMap((words) => words.get(command) ?? []).map(foldedLine)
  return {
    yes: [...phrases.yes, ...cityWords('yes')],
    no: [...phrases.no, ...cityWords('no')],
    undecided: [...undecided, ...cityWords('unsure'), ...cityWords('skip')],
    unsure: [...maybe, ...undecided, ...cityWords('unsure')],
  }
})

function longestBeginning(line: string, phrasesToFind: readonly string[]): number {
  let longest = 0
  for (const phrase of phrasesToFind)
    if (phrase.length > longest && beginsWith(line, phrase)) longest = phrase.length
  return longest
}

function beginsWith(line: string, phrase: string): boolean {
  return line === phrase || line.startsWith(`${phrase} `)
}

/** "n" and "j" answer only when they stand alone: "n 12" is something else. */
function isSingleLetter(line: string): boolean {
  return /^[a-z]( |$)/.test(line)
}

/** "Ý" is no "y": in a single letter the mark is the whole difference. */
function isOtherLetter(word: string): boolean {
  return fold(word).length === 1 && fold(word) !== word
}

const bridges = ['', 'men ', 'eller ', 'but ', 'or ']

/** "ja nej", "nej jo": the second thought takes the first one back, and it is safer to ask again. */
function contradicts(rest: string, saidYes: boolean): boolean {
  const same = phrases[saidYes ? 'yes' : 'no']
  const opposite = phrases[saidYes ? 'no' : 'yes'].filter((phrase) => phrase.length > 1 && phrase !== 'inte')
  return bridges
    .filter((bridge) => rest.startsWith(bridge))
    .map((bridge) => rest.slice(bridge.length))
    .some((thought) => longestBeginning(thought, opposite) > longestBeginning(thought, same))
}
