// What a question can ask about a thing without naming the thing: its price, its times, a Sunday. And how an article says it.
import type { Language } from '../../contracts/talk/language'
import { madeOnce } from '../../contracts/basics/made-once'
import { foldDiacritics } from '../../text/normalise'
import { wholeWords } from '../../text/whole-words'

/** What kind of answer is wanted; each is kept in a conversation's state under its name. */
export const sideNames = [
  'price',
  'duration',
  'frequency',
  'time',
  'count',
  'age',
  'papers',
  'online',
  'booking',
  'place',
  'who',
  'contact',
  'why',
  'how',
] as const
export type SideName = (typeof sideNames)[number]

export interface Side {
  /** Of a text in lower case and without its dots and rings, as many residents write. */
  readonly asks: RegExp
  /** The answer itself, an amount or a time. */
  readonly says: RegExp
  /** Speaks of it without saying how much or when. */
  readonly mentions?: RegExp
}

/** A day, a season or a part of the day, and what an article calls it or counts it among. */
export interface Occasion {
  readonly asks: RegExp
  readonly says: RegExp
}

export interface SideWords {
  readonly sides: Readonly<Record<SideName, Side>>
  /** In the same order in every language: what is asked in one may be looked for in another. */
  readonly occasions: readonly Occasion[]
  /** "Det har vi ingen uppgift om": who names nothing is not answered by that. */
  readonly lacks: RegExp
}

const side = (asks: string, says: string, mentions?: string): Side => ({
  asks: wholeWords(foldDiacritics(asks), 'gu'),
  says: wholeWords(says),
  ...(mentions !== undefined && { mentions: wholeWords(mentions) }),
})
const occasion = (asks: string, says: string): Occasion => ({
  asks: wholeWords(foldDiacritics(asks), 'gu'),
  says: wholeWords(says),
})

/** A list of at least three months tells of the others too: that they are not in it. */
function months(names: string, and: string): readonly Occasion[] {
  const separator = `(?:, | ${and} )`
  const list = `(?:${names})${separator}(?:${names})${separator}(?:${names})`
  // "May" is also a word.
  return names.split('|').map((name) => occasion(name === 'may' ? 'in may' : name, `${name}|${list}`))
}

const swedishMonths = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december'
const swedishNumbers = '\\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv'
const swedishSpans = `(?:${swedishNumbers}|några) (?:minut|timm|dag|dygn|veck|månad)\\p{L}*`
const swedishAlways = 'alla dagar|varje dag|dygnet runt'
/** A telephone number of the city, of another authority or of a help line. */
const swedishNumber = '\\d{2,4}-\\d{2,3} \\d{2}(?: \\d{2})?|112|113 13|114 14|1177'
const swedishOpen = 'klockan \\d+|\\d{1,2}\\.\\d\\d|öppe[nt]|stängt|vardag\\p{L}*|helger?'

/** Who wants somebody sent, and says no more, wants to know who comes: "hål på Storgatan 12, kan ni skicka någon" reports it. */
const alone = (words: string): string => `^(?:${words})(?=\\P{L}*$)`
const swedishSomebody = '(?:någon|nån|folk|personal)'
const swedishCallForSomebody =
  '(?:kan|kunde|ska|måste) ' +
  `(?:(?:ni|du) skicka (?:(?:hit|ut) )?${swedishSomebody}|${swedishSomebody} (?:komma|åka))(?: (?:hit|ut|hem|nu))*`

/** Where one applies is how one does. */
const swedishWayTo = '(?:hur|var|vart)(?: (?:kan|ska|får) (?:jag|man|vi))?'

const swedish: SideWords = {
  sides: {
    price: side(
      'vad kostar|kosta[rt]?|kostnad\\p{L}*|pris(?:et|er|erna)?|avgift(?:en|er|erna)?|gratis|dyrt?|betala[rt]?|hur mycket (?:är|blir|tar)',
      '\\d+ (?:kronor|kr|procent)|gratis|kostnadsfri\\p{L}*|kostar inget',
      'avgift\\p{L}*|kosta[rt]?|betala[rt]?|pris\\p{L}*',
    ),
    duration: side(
      'hur (?:lång tid|lång(?:a|t)?(?: är (?:kön|väntan|väntetiden))?|länge|snart|snabbt|fort)|väntetid\\p{L}*|kötid\\p{L}*|handläggningstid\\p{L}*|hur många (?:dagar|veckor|månader)',
      `(?:inom|tar|ungefär|upp till|räkna med|senast) ${swedishSpans}`,
      swedishSpans,
    ),
    frequency: side(
      'hur ofta|hur många gånger',
      `varje|varannan|var (?:tredje|fjärde)|(?:${swedishNumbers}) (?:gång\\p{L}*|besök)`,
    ),
    time: side(
      'när|öppet|öppettid\\p{L}*|öppna[r]?|öppen|stänger|stängt|hur dags|(?:vilken|vilka) (?:tid|tider|dag|dagar)|tider(?:na)?',
      swedishOpen,
      `\\p{L}{2,4}dag(?:ar)?|${swedishMonths}|termin\\p{L}*`,
    ),
    count: side('hur många', 'hur många', `(?:${swedishNumbers})`),
    age: side('hur gam(?:mal|la)|ålder|åldersgräns\\p{L}*', 'under \\d+ år|\\d+ år|årskurs'),
    papers: side(
      '(?:ta|ha|tar|har) med(?: (?:mig|oss|sig))?|vilka (?:papper|handlingar|dokument)',
      'ta (?:gärna )?med|skicka med|legitimation|papper',
      'intyg\\p{L}*|blankett\\p{L}*',
    ),
    online: side(
      '(?:på|via|över) (?:nätet|internet|webben|datorn)|online|digitalt|e-tjänst\\p{L}*',
      'e-tjänst\\p{L}*|(?:på|via) (?:nätet|webben)|digital\\p{L}*',
      '\\p{L}+\\.se',
    ),
    booking: side(
      `(?:behöver|måste|ska) (?:jag|man|vi) (?:för)?boka(?: (?:tid|en tid|plats|först|i förväg|innan))*|tidsbokning|tidsbeställning|drop-?in`,
      '(?:för)?boka[rst]?|bokning\\p{L}*|tidsbokning|drop-?in',
    ),
    place: side(
      'var(?: ligger)?|vart|adress(?:en)?|vilken plats',
      '\\p{L}+(?:gatan|vägen|torget)|ligger|rådhuset|adressen är',
      '(?:hos|på) (?:polisen|biblioteket|skatteverket)',
    ),
    contact: side(
      `(?:vem|vart|vilka) (?:(?:ska|kan|får|bör|måste) )?(?:(?:jag|man|vi) )?(?:ringa|ringer|kontaktar?|mejlar?|prata med|vända|vänder)(?: (?:jag|man|vi))?|(?:vilket|vad är) (?:telefon)?num(?:mer|ret)|telefonnum(?:mer|ret)|numret|${alone(swedishCallForSomebody)}`,
      swedishNumber,
      'ring\\p{L}*',
    ),
    who: side('vem|vilka', 'vem (?:kan|får)|för dig som|du som|den som', 'vem'),
    why: side('varför', 'därför|eftersom|beror på'),
    how: side(
      `hur (?:gör|går)(?: (?:jag|man|vi|det till))?|${swedishWayTo} (?:ansök|sök|anmäl|beställ)\\p{L}*(?: (?:jag|man|vi))?`,
      'så (?:går det till|gör du)|du (?:ansöker|söker|anmäler)|e-tjänst\\p{L}*',
      'anmäl|ansök|sök',
    ),
  },
  lacks: wholeWords('ingen (?:uppgift|prislista)'),
  occasions: [
    occasion('söndag\\p{L}*', `söndag\\p{L}*|helger?|${swedishAlways}`),
    occasion('lördag\\p{L}*', `lördag\\p{L}*|helger?|${swedishAlways}`),
    occasion('helg(?:en|er|erna)?|veckoslut\\p{L}*', `helg(?:en|er|erna)?|lördag\\p{L}*|${swedishAlways}`),
    ...['mån', 'tis', 'ons', 'tors', 'fre'].map((day) =>
      occasion(`${day}dag\\p{L}*`, `${day}dag\\p{L}*|vardag\\p{L}*|måndag till fredag|${swedishAlways}`),
    ),
    occasion('vardag\\p{L}*|i veckorna', `vardag\\p{L}*|måndag till fredag|${swedishAlways}`),
    occasion(
      'kväll\\p{L}*|ikväll|kvällstid|efter jobbet',
      'kväll\\p{L}*|dygnet runt|till (?:klockan )?(?:1[89]|2[0-4])',
    ),
    occasion('natt(?:en)?|nätter(?:na)?|nattetid', 'natt(?:en)?|nätter|dygnet runt|just nu(?!\\?)'),
    occasion(
      'morgon(?:en)?|morgnar(?:na)?|förmiddag\\p{L}*',
      'morgon\\p{L}*|(?:klockan )?[5-9](?:\\.\\d\\d)? till',
    ),
    occasion(
      'röda? dag\\p{L}*|helgdag\\p{L}*|jul(?:en|afton)?|nyår\\p{L}*|påsk(?:en)?|midsommar\\p{L}*|storhelg\\p{L}*',
      'röda? dag\\p{L}*|helgdag\\p{L}*|stora helger|jul(?:en|afton)?|nyår\\p{L}*|påsk(?:en)?|midsommar\\p{L}*',
    ),
    occasion('sommar(?:en)?|somrar(?:na)?', 'sommar\\p{L}*|somrar\\p{L}*|juni|juli|augusti'),
    occasion('vinter(?:n)?|vintrar(?:na)?', 'vinter\\p{L}*|december|januari|februari'),
    ...months(swedishMonths, 'och'),
    occasion(
      'idag|i dag|imorgon|i morgon|nu(?! igen)|just nu',
      'vardag\\p{L}*|helger?|måndag till fredag|just nu',
    ),
  ],
}

const englishMonths = 'january|february|march|april|may|june|july|august|september|october|november|december'
const englishNumbers = '\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const englishSpans = `(?:${englishNumbers}|some|a few) (?:minute|hour|day|week|month)s?`
const englishAlways = 'every day|all days|around the clock'

const englishSomebody = '(?:someone|somebody|anyone)'
const englishCallForSomebody =
  '(?:can|could|will) ' +
  `(?:you send ${englishSomebody}|${englishSomebody} come)(?: (?:here|out|over|round|now|please))*`
const englishWe = '(?:do|can|should) (?:i|we|you)'

const english: SideWords = {
  sides: {
    price: side(
      'costs?|price|prices|fees?|free|expensive|pay|how much(?: is| are)?',
      '(?:sek|eur) ?\\d+|\\d+ (?:per cent|percent|sek)|free|nothing',
      'fees?|costs?|pays?|price',
    ),
    duration: side(
      'how (?:long|soon|fast|quickly)(?: is the (?:wait|queue))?|waiting time|how many (?:days|weeks|months)',
      `(?:within|takes|about|up to|at least) ${englishSpans}`,
      englishSpans,
    ),
    frequency: side('how often|how many times', `every|each|(?:${englishNumbers}) times|once|twice`),
    time: side(
      'when|open|opens|opening hours|closed?|closes|what (?:time|times|day|days)|which days?|hours',
      '\\d{1,2}(?:\\.\\d\\d)? ?[ap]m|open|closed|weekdays|weekends',
      `\\p{L}+days?|${englishMonths}|term`,
    ),
    count: side('how many', 'how many', `(?:${englishNumbers})`),
    age: side('how old|age|age limit', 'under \\d+|year \\d+'),
    papers: side(
      'bring(?: along)?|which (?:papers|documents)',
      'bring|identification',
      'documents?|certificates?|form',
    ),
    online: side(
      'online|on the (?:internet|web|website)|digitally|e-service',
      'online|e-service|on the web',
      '\\p{L}+\\.se',
    ),
    booking: side(
      `${englishWe}(?: (?:need|have))?(?: to)? (?:book|make an appointment)(?: (?:ahead|first|in advance|a time|an appointment))*|appointment|drop-?in`,
      'book|booking|appointment|drop-?in',
    ),
    place: side(
      'where|address',
      '\\p{L}+(?:gatan|vägen|torget)|city hall|address is',
      'from the police|from us',
    ),
    contact: side(
      `who(?:m)? (?:(?:do|should|can|must) )?(?:i |we )?(?:call|ring|contact|talk to|speak to)|(?:what|which)(?: is)?(?: the)? (?:phone |telephone )?number|phone number|${alone(englishCallForSomebody)}`,
      swedishNumber,
      'call|ring',
    ),
    who: side('who', 'who (?:can|may)|for those|for you who|anyone'),
    why: side('why', 'because|that is why|depends on'),
    how: side(
      `how ${englishWe}(?: apply)?|where ${englishWe} apply`,
      'how (?:it works|to do it)|you apply|apply|e-service',
    ),
  },
  lacks: wholeWords('no (?:information|price list)'),
  occasions: [
    occasion('sundays?', `sundays?|weekends?|${englishAlways}`),
    occasion('saturdays?', `saturdays?|weekends?|${englishAlways}`),
    occasion('weekends?', `weekends?|saturdays?|${englishAlways}`),
    ...['mon', 'tues', 'wednes', 'thurs', 'fri'].map((day) =>
      occasion(`${day}days?`, `${day}days?|weekdays|monday to friday|${englishAlways}`),
    ),
    occasion('weekdays?', `weekdays|monday to friday|${englishAlways}`),
    occasion('evenings?|tonight|after work', 'evenings?|around the clock|to (?:[6-9]|1[01]) ?pm'),
    occasion('nights?|[1-5] in the morning', 'nights?|around the clock|right now(?!\\?)'),
    occasion('(?<![1-5] in the )mornings?', 'mornings?|from [5-9](?:\\.\\d\\d)?(?: am| to)'),
    occasion(
      '(?:public |bank )?holidays?|christmas(?: eve| day)?|new year\\p{L}*|easter|midsummer',
      'public holidays|major holidays|christmas|easter|new year\\p{L}*|midsummer',
    ),
    occasion('summers?', 'summers?|june|july|august'),
    occasion('winters?', 'winters?|december|january|february'),
    ...months(englishMonths, 'and'),
    occasion('today|tomorrow|right now|now', 'weekdays|weekends|monday to friday|right now'),
  ],
}

const tables: Readonly<Record<Language, SideWords>> = { sv: swedish, en: english }

/** Undefined in a language whose words nobody has written down: no question is then taken for a follow-up. */
export const sideWordsOf = (language: Language): SideWords | undefined => tables[language]

const asksOf = ({ sides, occasions }: SideWords): readonly RegExp[] =>
  [...sideNames.map((name) => sides[name]), ...occasions].map(({ asks }) => asks)

/** All that may be asked about in one pattern: most messages ask about none of it, and are looked through once. */
const askedOfAny = madeOnce(
  (words: SideWords): RegExp =>
    new RegExp(
      asksOf(words)
        .map(({ source }) => source)
        .join('|'),
      'u',
    ),
)

/** The patterns of the sides and occasions of which any may stand in a text that is folded to compare. */
export function asksIn(folded: string, language: Language): readonly RegExp[] {
  const words = sideWordsOf(language)
  return words !== undefined && askedOfAny(words).test(folded) ? asksOf(words) : []
}

/** Which sides a text asks about; several are several readings of it. */
export function sidesAskedIn(text: string, language: Language): readonly SideName[] {
  const words = sideWordsOf(language)
  const folded = foldDiacritics(text.toLowerCase())
  return words === undefined || !askedOfAny(words).test(folded)
    ? []
    : sideNames.filter((name) => folded.match(words.sides[name].asks) !== null)
}

/** "Vad hemtjänst kostar", "Bygglov, pris och tid": a title that promises what is asked. */
export function promisesSide(title: string, asked: readonly SideName[], language: Language): boolean {
  const sides = sidesAskedIn(title, language)
  return asked.some((name) => sides.includes(name))
}
