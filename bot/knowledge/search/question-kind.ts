// What kind of answer a question wants (a time, an amount, somebody, a reason, what something is, a yes or no), and which texts
// hold such.
import type { Language } from '../../contracts/talk/language'
import { wholeWords } from '../../text/whole-words'

interface Kind {
  readonly asks: RegExp
  /** One hit for each place where a text answers so. */
  readonly answers: RegExp
}

/** One in so many words is as much of a kind as a text needs. */
const wordsForOne = 20

const kind = (asks: string, answers: string): Kind => ({
  asks: wholeWords(asks),
  answers: wholeWords(answers, 'gu'),
})

const kinds: Readonly<Record<Language, readonly Kind[]>> = {
  sv: [
    kind(
      'när|hur länge|hur lång tid|hur snart|vilken dag|vilka tider|sista dag\\p{L}*|öppettider\\p{L}*',
      `januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|(?:mån|tis|ons|tors|fre|lör|sön|var)dag\\p{L}*|helg\\p{L}*|klockan|år|månad\\p{L}*|veck\\p{L}+|dag\\p{L}{0,3}|timm\\p{L}+|tidigast|senast|\\d{4}`,
    ),
    kind(
      'hur mycket|hur många|hur stor\\p{L}?|kostar|kostnad\\p{L}*|vilket pris|avgift\\p{L}*|andel',
      '\\d+(?:[ ,.]\\d+)*|procent|kronor|miljon\\p{L}*|miljard\\p{L}*|hälften|tredjedel\\p{L}*|gratis|kostnadsfri\\p{L}*',
    ),
    kind(
      'vem|vilka',
      'den som|du som|alla|personer|\\p{L}+are|\\p{L}+aren|\\p{L}*nämnden|\\p{L}*ansvarig\\p{L}*|enheten|kommunen',
    ),
    kind('varför', 'därför|eftersom|på grund av|för att|orsak\\p{L}*|beror|behov\\p{L}*|skäl\\p{L}*'),
  ],
  en: [
    kind(
      'when|how long|how soon|which day|what time|opening hours',
      `january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun|week)days?|weekends?|years?|months?|weeks?|days?|hours?|[ap]\\.?m|\\d{4}`,
    ),
    kind('how much|how many|costs?|price|fees?', '\\d+(?:[ ,.]\\d+)*|sek|percent|free'),
    kind('who', 'everyone|anyone|you|people|\\p{L}+ers?|department|municipality|city'),
    kind('why', 'because|since|therefore|reasons?|in order to'),
  ],
}

/** What something is: its answer begins with it, and goes on with what it is. */
const meaning: Readonly<Record<Language, Kind>> = {
  sv: {
    asks: /^vad (?:är|betyder|innebär|menas|avses)(?!\p{L})/u,
    answers:
      /^(?:[^\s.?!]+\s+){1,8}(?:är (?:en|ett|den|det|de|när|att)|innebär|betyder|kallas|avses|menas)(?!\p{L})/u,
  },
  en: {
    asks: /^what (?:is|are|does .* mean)(?!\p{L})/u,
    answers: /^(?:[^\s.?!]+\s+){1,8}(?:(?:is|are) (?:an?|the|when)|means?)(?!\p{L})/u,
  },
}

const yesNo: Readonly<Record<Language, Kind>> = {
  sv: {
    asks: /(?:^|[.?!]\s+)(?:kan|får|är|har|ska|måste|finns|behöver|blir|vill|gäller|bör|går|\p{L}+[ra]r (?:man|jag|vi|du|det))(?!\p{L})/u,
    answers: /^(?:ja|nej|jo)(?!\p{L})/u,
  },
  en: {
    asks: /(?:^|[.?!]\s+)(?:can|may|is|are|has|have|do|does|should|must|will)\s/u,
    answers: /^(?:yes|no)(?!\p{L})/u,
  },
}

/** How much of each kind's answers stands in a text, 0 to 1; last whether it begins so, with what something is or a yes or no. */
export function answerKinds(text: string, language: Language): readonly number[] {
  const lower = text.toLowerCase()
  const words = Math.max(wordsForOne, lower.split(/\s+/).length)
  return [
    ...(kinds[language] ?? []).map(({ answers }) =>
      Math.min(1, ((lower.match(answers)?.length ?? 0) * wordsForOne) / words),
    ),
    meaning[language]?.answers.test(lower.trim()) === true ? 1 : 0,
    yesNo[language]?.answers.test(lower) === true ? 1 : 0,
  ]
}

/** How much each number of `answerKinds` speaks for a text as the answer: a yes speaks against it where none was asked for. */
export function kindWeights(question: string, language: Language): readonly number[] {
  const lower = question.toLowerCase().trim()
  return [
    ...(kinds[language] ?? []).map(({ asks }) => (asks.test(lower) ? 1 : 0)),
    meaning[language]?.asks.test(lower) === true ? 1 : 0,
    yesNo[language]?.asks.test(lower) === true ? 1 : -1,
  ]
}
