// "Och på söndagar?": how a message leans on what was answered before it, and what it asks about.
import type { Language } from '../../contracts/talk/language'
import { foldDiacritics } from '../../text/normalise'
import { wholeWords } from '../../text/whole-words'
import { readSearchWords, type SearchWord } from '../search/search-word'
import { asksIn, sidesAskedIn, sideWordsOf, type Occasion, type SideName } from './sides'

/**
 * `bare` names nothing of its own, and `ellipsis` begins with an "och" besides. Of what does, `whose` says only for whom ("och för
 * barn?", "får barnet följa med"), `fragment` is no sentence ("och maten?"), `joined` is one that begins with an "och" or a "men", or ends with a "då";
 * `pointing` has a "det", a "där"; `short` is a question of a few words.
 */
export type Leaning = 'ellipsis' | 'bare' | 'whose' | 'fragment' | 'joined' | 'pointing' | 'short'

export interface FollowUp {
  readonly leaning: Leaning
  readonly words: readonly SearchWord[]
  /** Those that name something of the message's own. */
  readonly named: readonly SearchWord[]
  readonly sides: readonly SideName[]
  readonly occasions: readonly Occasion[]
  /** From the first to the last word that says what is asked about, as written; empty when it is a side alone. */
  readonly asked: string
}

/** The small words of a language, without dots and rings. */
interface LeaningWords {
  readonly joins: RegExp
  /** A thing that was talked about; never a "det", which rains and snows too. */
  readonly things: RegExp
  readonly endsWith: RegExp
  readonly points: RegExp
  /** The city itself, who answers: what asks of it needs nothing that was said before. */
  readonly us: RegExp
  readonly asks: RegExp
  /** "För barn?", "åt min man": no sentence, and it began before. */
  readonly leads: RegExp
  /** Whom something is for, and never what. */
  readonly people: RegExp
  /** Beside people they say that these come too, and else they are what is asked. */
  readonly company: RegExp
  /** Beside the stop words of the search: these name nothing either. */
  readonly empty: ReadonlySet<string>
}

const wordSet = (line: string): ReadonlySet<string> => new Set(line.split(/\s+/))

const leaningWords: Readonly<Record<Language, LeaningWords>> = {
  sv: {
    things: wholeWords('den|dom|de|dem'),
    joins: /^(?:(?:tack|ok|okej|jaha|aha|bra|hm)[\s,.!]+)?(?:och|men|fast|eller|samt)[\s,]/u,
    endsWith: /(?<!\p{L})(?:da|ocksa)[\s?!.]*$/u,
    points: wholeWords('det|den|de|dom|dem|dar|dit|denna|detta|dessa'),
    us: wholeWords('ni|er|era|ert|kommunen|staden'),
    // "Tar ni däck": a verb before whom it is asked of.
    asks: /^(?:(?:och|men|fast|eller)\s+)?(?:\p{L}+r (?:ni|man|jag|vi|du|det|den|de|dom)(?!\p{L})|kan|far|ar|har|ska|maste|finns|behover|blir|galler|gar|ingar|kostar|om|vad|hur|nar|var|vart|vem|varfor|vilk\p{L}+)(?!\p{L})/u,
    leads: /^(?:for|till|at|med|utan|hos)\s/u,
    people: wholeWords(
      '(?:sma)?barn(?:en|et)?|bebis(?:ar|en)?|syskon(?:en|et)?|ungdom(?:ar|en|arna)?|tonaring(?:ar)?|vuxen|vuxna|aldre|senior(?:er)?|pensionar(?:er)?|student(?:er)?|arbetslosa?|foretag(?:et|are)?|forening(?:ar|en)?|familj(?:er|en)?',
    ),
    company: wholeWords('folja|foljer'),
    empty: wordSet(
      `gar gick galler ingar fungerar brukar samt fast eller den dom dem mojligt okej ok jaha aha hm bra valdigt samma sak satt
      annars hela bli ta tanker menar alltsa val ju ens egentligen ocksa dock helt tid lamna lamnar anvanda anvander hitta hittar
      komma kommer behovs bor bo klockan kl nasta`,
    ),
  },
  en: {
    things: wholeWords("it|its|it's|they|them"),
    joins:
      /^(?:(?:thanks|thank you|ok|okay|right|i see)[\s,.!]+)?(?:and|but|or|what about|how about|what if)\s/u,
    endsWith: /(?<!\p{L})(?:then|too|as well)[\s?!.]*$/u,
    points: wholeWords('it|that|they|them|there|these|those|one'),
    us: wholeWords('you|your|the city'),
    asks: /^(?:(?:and|but|or)\s+)?(?:can|may|is|are|has|have|do|does|should|must|will|what(?! about| if)|how(?! about)|when|where|who|why|which|if)(?!\p{L})/u,
    leads: /^(?:for|with|without|to)\s/u,
    people: wholeWords(
      'child|children|kids?|baby|babies|siblings?|teenagers?|adults?|elderly|seniors?|pensioners?|students?|unemployed|company|companies|business|businesses|family|families',
    ),
    company: wholeWords('along'),
    empty: wordSet(
      `or too also still then else those these him her someone anyone something anything ok okay right see well possible go going
      come one ones between may case same take takes work works use leave find live next`,
    ),
  },
}

/** Who writes more than this says by it what they mean. */
const mostWords = 9
const mostWordsOfShort = 6
const mostWordsOfFragment = 4

/** Undefined when the message stands by itself, or is in a language whose small words nobody has written down. */
export function readFollowUp(written: string, language: Language): FollowUp | undefined {
  const words = leaningWords[language]
  const text = written.trim()
  const folded = foldDiacritics(text.toLowerCase())
  const count = folded.split(/\s+/).length
  if (words === undefined || text === '' || count > mostWords) return undefined
  const sides = sidesAskedIn(folded, language)
  const occasions = (sideWordsOf(language)?.occasions ?? []).filter(({ asks }) => folded.match(asks) !== null)
  const named = withoutCompany(namedIn(text, language, words), words)
  if (named.length + sides.length + occasions.length === 0) return undefined
  const leaning = leaningOf(folded, { words, count, named })
  if (leaning === undefined) return undefined
  return {
    leaning,
    words: readSearchWords(text, language),
    named,
    sides,
    occasions,
    asked: askedAbout(text, { named, occasions, language }),
  }
}

/** "Can my kid come along" asks of the kid, and "can someone come along" of company. */
function withoutCompany(
  named: readonly SearchWord[],
  { people, company }: LeaningWords,
): readonly SearchWord[] {
  const others = named.filter(({ folded }) => !company.test(folded))
  return others.some(({ folded }) => people.test(folded)) ? others : named
}

/** The same as if it had been asked in another language; undefined where it names something, for which there is no word here. */
export function askedIn(followUp: FollowUp, from: Language, to: Language): FollowUp | undefined {
  if (from === to) return followUp
  const theirs = sideWordsOf(from)?.occasions ?? []
  const ours = sideWordsOf(to)?.occasions
  if (ours === undefined || followUp.named.length > 0) return undefined
  const occasions = followUp.occasions.flatMap((occasion) => ours[theirs.indexOf(occasion)] ?? [])
  return { ...followUp, words: [], asked: '', occasions }
}

/**
 * Whether a message means something that was said before it: `wholly` where it names nothing of its own, nor us ("vad kostar
 * det", "where is it"), `thing` where it says one thing of a "den" or an "it" ("den är trasig").
 */
export function pointsBack(written: string, language: Language): 'wholly' | 'thing' | undefined {
  const words = leaningWords[language]
  const text = written.trim()
  const folded = foldDiacritics(text.toLowerCase())
  if (words === undefined || !/\p{L}/u.test(text) || folded.split(/\s+/).length > mostWordsOfShort)
    return undefined
  const [first, ...others] = namedIn(text, language, words)
  if (first === undefined) return words.us.test(folded) && !words.points.test(folded) ? undefined : 'wholly'
  const thing = words.things.exec(folded)
  if (others.length > 0 || thing === null) return undefined
  // "Den soptunnan" names it.
  const next = folded.slice(thing.index + thing[0].length).trimStart()
  return next.startsWith(first.folded) ? undefined : 'thing'
}

interface Read {
  readonly words: LeaningWords
  readonly count: number
  readonly named: readonly SearchWord[]
}

function leaningOf(folded: string, { words, count, named }: Read): Leaning | undefined {
  const joins = words.joins.test(folded)
  if (named.length === 0) return joins ? 'ellipsis' : 'bare'
  const namesOnlyPeople = named.every((word) => words.people.test(word.folded))
  if ((joins || words.leads.test(folded)) && namesOnlyPeople) return 'whose'
  const startsAsking = words.asks.test(folded)
  const isQuestion = startsAsking || folded.endsWith('?')
  if (joins || (isQuestion && words.endsWith.test(folded)))
    return !startsAsking && count <= mostWordsOfFragment ? 'fragment' : 'joined'
  if (!startsAsking && words.leads.test(folded) && count <= mostWordsOfFragment) return 'fragment'
  if (!isQuestion) return undefined
  if (words.points.test(folded)) return 'pointing'
  if (count > mostWordsOfShort) return undefined
  return namesOnlyPeople ? 'whose' : 'short'
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Where the patterns stand in a text that is folded to compare; none in one that folding makes shorter or longer. */
function spansOf(text: string, patterns: readonly RegExp[]): readonly Span[] {
  const folded = foldDiacritics(text.toLowerCase())
  return folded.length !== text.length
    ? []
    : patterns.flatMap((pattern) =>
        [...folded.matchAll(pattern)].map(({ index, 0: { length } }) => ({
          from: index,
          to: index + length,
        })),
      )
}

/** What is left when small words, sides and occasions are taken out. */
function namedIn(text: string, language: Language, words: LeaningWords): readonly SearchWord[] {
  const patterns = asksIn(foldDiacritics(text.toLowerCase()), language)
  const rest = spansOf(text, patterns).reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  )
  return readSearchWords(rest, language).filter(
    ({ folded, isStopWord }) => !isStopWord && !words.empty.has(folded) && folded.length > 1,
  )
}

const word = /[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu
const mostAskedCharacters = 60

function askedAbout(
  text: string,
  { named, occasions, language }: Pick<FollowUp, 'named' | 'occasions'> & { readonly language: Language },
): string {
  const names = new Set(named.map(({ folded }) => folded))
  const spans = [
    ...spansOf(text, [word]).filter(({ from, to }) =>
      readSearchWords(text.slice(from, to), language).some(({ folded }) => names.has(folded)),
    ),
    ...spansOf(
      text,
      occasions.map(({ asks }) => asks),
    ),
  ]
  if (spans.length === 0) return ''
  const from = Math.min(...spans.map((span) => span.from))
  const to = Math.max(...spans.map((span) => span.to))
  return to - from > mostAskedCharacters ? '' : text.slice(from, to)
}
