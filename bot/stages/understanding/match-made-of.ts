// "Okej tack, det var allt", "din jävla idiot", "är du en människa eller?": a whole message made of the city's own words for one
// command, in an order that nobody has listed.
import type { Command } from '../../contracts/talk/command'
import type { Language } from '../../contracts/talk/language'
import { madeOnce } from '../../contracts/basics/made-once'
import { takesText } from '../../dialog/model/list-question'
import { foldDiacritics, readWords } from '../../text/normalise'
import { waitsForAnother } from '../turn/answer-to-offer'
import { openDialog } from '../turn/open-dialog'
import { languageOf, type Turn } from '../turn/turn'

/** Heard so, in the order in which they are tried: whoever swears while saying goodbye is angry. */
const heardSo = ['abuse', 'help', 'goodbye', 'thanks'] as const satisfies readonly Command[]
type HeardSo = (typeof heardSo)[number]
const isCourtesy = (command: HeardSo): boolean => command === 'thanks' || command === 'goodbye'

/** Who writes more means something more by it. */
const mostWords = 10

const wordSet = (line: string): ReadonlySet<string> => new Set(line.split(/\s+/).map(foldDiacritics))

/** They change nothing of what is said. */
const small = wordSet(
  'och så då men eller alltså ju bara egentligen för and or but then just so really und oder czy',
)
/** Of an answer that was liked; alone it may be an answer itself. */
const praise = wordSet(
  'toppen perfekt super superbra najs nice schysst bra jättebra kanon kanonbra fint underbart härligt grymt utmärkt great perfect lovely awesome ' +
    'brilliant nice good excellent cool wonderful var was',
)
/** Of who has nothing more to ask; in a dialog it ends a list, so no city lists it as a command. */
const closings: readonly string[] = [
  'det var allt',
  'det var bara det',
  'det var det',
  'inget mer',
  'inget annat',
  'ingenting mer',
  'det räcker så',
  'inget mer idag',
  'det var allt jag ville veta',
  'det var allt jag undrade',
  'då var det inget mer',
  'that is all',
  'thats all',
  'that was all',
  'that will be all',
  'nothing else',
  'nothing more',
  'no more questions',
  'se oli siinä',
  'ei muuta',
  'intaas',
  'waa intaas',
  'هذا كل شيء',
  'همین بود',
  'فقط همین',
  'це все',
  'to wszystko',
  'eso es todo',
  'nada más',
  'das war alles',
  'das wars',
]
/** Who is sworn at. Without, the same words may be about a life: "helt meningslöst". */
const spokenTo = wordSet(
  'du dig din ditt dina ni er era ert robot roboten bot boten chatbot chatboten you your youre ur u dich dein deine sie tu ' +
    'tú eres ty jesteś ти ви أنت تو شما sinä olet adiga',
)

/** What a city's phrases for a command are made of. */
interface Made {
  /** One of them has to be there. Each with a space at both ends, under its first word. */
  readonly phrases: ReadonlyMap<string, readonly string[]>
  /** Those that may stand beside it; the longest first. */
  readonly also: readonly string[]
  /** What may be left over. */
  readonly words: ReadonlySet<string>
}

type Phrases = ReadonlyMap<Command, readonly string[]>

const pictures = /\p{Extended_Pictographic}/gu
const tokensOf = (text: string): readonly string[] => [
  ...readWords(text).map(foldDiacritics),
  ...(text.replace(/\p{N}/gu, '').match(pictures) ?? []),
]
const lineOf = (tokens: readonly string[]): string => ` ${tokens.join(' ')} `

const madeIn = madeOnce(
  (phrases: Phrases): ReadonlyMap<HeardSo, Made> =>
    new Map(heardSo.map((command) => [command, makeOf(command, phrases)] as const)),
)

function makeOf(command: HeardSo, phrases: Phrases): Made {
  const listed = [...tokensIn(phrases, [command]), ...(command === 'thanks' ? closings.map(tokensOf) : [])]
  const alone = aloneIn(phrases, command === 'help' ? ['help'] : ['help', 'person', 'cancel', 'status'])
  // "Hjälp mig" is nothing that anything may stand around: only who answers and what they can is asked in many ways.
  const used = command === 'help' ? listed.filter((tokens) => !tokens.some((one) => alone.has(one))) : listed
  // "Tack och hejdå" is made of both.
  const also = isCourtesy(command) ? [...used, ...tokensIn(phrases, ['thanks', 'goodbye'])] : used
  return {
    phrases: underFirst(used),
    also: also.map(lineOf).sort((a, b) => b.length - a.length),
    // "Hjälp, tack" asks for help.
    words: new Set(also.flat().filter((token) => !alone.has(token))),
  }
}

function underFirst(phrases: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const tokens of phrases) {
    const [first = ''] = tokens
    index.set(first, [...(index.get(first) ?? []), lineOf(tokens)])
  }
  return index
}

const tokensIn = (phrases: Phrases, of: readonly Command[]): readonly (readonly string[])[] =>
  of
    .flatMap((command) => phrases.get(command) ?? [])
    .map(tokensOf)
    .filter(({ length }) => length > 0)

/** The words that are a whole phrase of one of these. */
const aloneIn = (phrases: Phrases, of: readonly Command[]): ReadonlySet<string> =>
  new Set(
    tokensIn(phrases, of)
      .filter(({ length }) => length === 1)
      .flat(),
  )

/** Undefined where the message may be an answer: words to a question for words, a yes to anything. */
export function matchMadeOf(turn: Turn): HeardSo | undefined {
  const tokens = tokensOf(turn.text)
  if (tokens.length === 0 || tokens.length > mostWords || isForOpenText(turn)) return undefined
  const { languages, commandWords } = turn.content.city
  const own = languageOf(turn)
  const inOrder: readonly Language[] = [own, ...languages.filter((language) => language !== own)]
  const spoken = inOrder.flatMap((language) => commandWords.get(language) ?? [])
  return heardSo.find(
    (command) =>
      mayBe(command, turn) &&
      spoken.some((phrases) => isMadeOf(command, phrases, tokens, waitsForAnother(turn))),
  )
}

/**
 * What else a text says in which the bot or the city is sworn at, folded; undefined where nobody is. Of "när öppnar badet din jävla
 * robot" it is the question alone.
 */
export function withoutAbuse(turn: Turn): string | undefined {
  const tokens = tokensOf(turn.text)
  const line = lineOf(tokens)
  const spoken = [...turn.content.city.commandWords.values()].map((phrases) => madeIn(phrases).get('abuse'))
  const said = tokens.flatMap((token) =>
    spoken
      .flatMap((made) => made?.phrases.get(token) ?? [])
      .filter((one) => isSpokenTo(one) && line.includes(one)),
  )
  if (said.length === 0) return undefined
  const rest = tokensOf(said.reduce((left, one) => left.replace(one, ' '), line))
  const first = rest.findIndex((token) => !spokenTo.has(token))
  const last = rest.findLastIndex((token) => !spokenTo.has(token))
  return rest.slice(Math.max(0, first), last + 1).join(' ')
}

const isSpokenTo = (phrase: string): boolean => phrase.split(' ').some((token) => spokenTo.has(token))

const isForOpenText = (turn: Turn): boolean => {
  const open = openDialog(turn)
  return open !== undefined && takesText(open.dialog, open.frame.open)
}

/** In a dialog "det var allt, tack" ends a list. */
const mayBe = (command: HeardSo, { conversation }: Turn): boolean =>
  !isCourtesy(command) || conversation.frames.length === 0

function isMadeOf(command: HeardSo, phrases: Phrases, tokens: readonly string[], waits: boolean): boolean {
  const made = madeIn(phrases).get(command)
  const line = lineOf(tokens)
  if (
    made === undefined ||
    !tokens.some((token) => made.phrases.get(token)?.some((one) => line.includes(one)))
  )
    return false
  if (command === 'abuse' && !tokens.some((token) => spokenTo.has(token))) return false
  const left = made.also.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), line)
  // "Ja" and "okej" may be an answer to what waits.
  const answers = aloneIn(phrases, isCourtesy(command) ? ['hello', 'yes', 'no'] : ['hello', 'yes'])
  return left
    .split(' ')
    .every(
      (token) =>
        token === '' ||
        made.words.has(token) ||
        small.has(token) ||
        (isCourtesy(command) && praise.has(token)) ||
        (!waits && answers.has(token)),
    )
}
