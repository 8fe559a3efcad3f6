import { amountsAreFrom, figuresIn } from '../../../bot/text/figures'
import { addressesAreFrom } from '../../../bot/text/addresses'
import { checkAnswer, type FailedCheck } from '../../../bot/answering/check-answer'
import { composePrompt, type ComposedPrompt } from '../../../bot/answering/compose-prompt'
import type { Language } from '../../../bot/contracts/talk/language'
import type { FoundPassage } from '../../../bot/contracts/knowledge/passage'
import { honestAnswers } from './honest-answers'
import { passagesOf } from './passages'

const canary = '3f9a1c77e2b04d5586aa1b0c'
const composeOf = (language: Language, found: readonly FoundPassage[]): ComposedPrompt =>
  composePrompt({ question: 'Vad gäller?', language, found, canary })

const everySource = ({ sources }: ComposedPrompt) => sources.map(({ id }) => id)

const check = (prompt: ComposedPrompt, answer: string, sourcesUsed = everySource(prompt)) =>
  checkAnswer({ answer, completeness: 'whole', sourcesUsed }, prompt)

describe('an honest answer', () => {
  test.each(honestAnswers)('in %s of %s holds: %s', (language, article, answer) => {
    const prompt = composeOf(language, passagesOf(language, article))
    expect(check(prompt, answer)).toMatchObject({ kind: 'answer', isWhole: true, articles: [article] })
  })
})

describe('an answer', () => {
  let bathing: ComposedPrompt
  let parking: ComposedPrompt
  beforeAll(() => {
    bathing = composeOf('sv', passagesOf('sv', 'simhallen', 'biblioteket'))
    parking = composeOf('sv', passagesOf('sv', 'parkeringsanmarkning'))
  })
  const honest = 'Simhallen är öppen vardagar klockan 6.30 till 20.'

  test('that the sources do not hold is honest ignorance', () => {
    const none = { answer: honest, completeness: 'none', sourcesUsed: ['source_1'] } as const
    expect(checkAnswer(none, bathing)).toEqual({ kind: 'unknown' })
    expect(check(bathing, ' ')).toEqual({ kind: 'unknown' })
  })

  test('that is partial is told to be', () => {
    const partial = { answer: honest, completeness: 'partial', sourcesUsed: ['source_1'] } as const
    expect(checkAnswer(partial, bathing)).toMatchObject({ kind: 'answer', isWhole: false })
  })

  test('has no day of one page in a sentence about another', () => {
    const both = composeOf('sv', passagesOf('sv', 'simhallen', 'biblioteket'))
    const text = `${honest} Simhallen är stängd på torsdagar.`
    expect(both.sources.some(({ text }) => text.includes('måndag till fredag'))).toBe(true)
    expect(check(both, text)).toEqual({ kind: 'dropped', check: 'grounding' })
  })

  test('names the articles of the sources it used, and unknown sources count for nothing', () => {
    expect(check(bathing, honest, ['source_1', 'source_9'])).toMatchObject({ articles: ['simhallen'] })
  })

  test('has the addresses of its links, and a link to nowhere is only words', () => {
    const text =
      'Bestrid parkeringsanmärkningen hos polisen: [så gör du](link_1). Betala hos [polisen](link_7).'
    expect(check(parking, text)).toMatchObject({
      kind: 'answer',
      text: 'Bestrid parkeringsanmärkningen hos polisen: [så gör du](https://polisen.se/lagar-och-regler/boter/parkeringsanmarkning/). Betala hos polisen.',
    })
    expect(check(parking, 'Bestrid parkeringsanmärkningen hos polisen, se link_1 och link_8.')).toMatchObject(
      {
        text: 'Bestrid parkeringsanmärkningen hos polisen, se [polisen.se](https://polisen.se/lagar-och-regler/boter/parkeringsanmarkning/) och.',
      },
    )
  })

  test('has no link of a source that it does not name', () => {
    const both = composeOf('sv', passagesOf('sv', 'simhallen', 'parkeringsanmarkning'))
    expect(check(both, 'Simhallen är öppen på [vardagar](link_1).', ['source_1'])).toMatchObject({
      text: 'Simhallen är öppen på vardagar.',
    })
  })

  const dropped: readonly (readonly [FailedCheck, string])[] = [
    ['length', `${honest} `.repeat(30)],
    ['markup', `${honest} <b>Obs</b>`],
    ['markup', `${honest} [Läs mer](https://helsingborg.example)`],
    ['markup', `${honest} [Läs mer](javascript:alert)`],
    ['markup', `${honest} ![bild](link_1)`],
    ['markup', `# Simhallen\n${honest}`],
    ['markup', '`Simhallen är öppen`'],
    ['markup', `${honest} [Läs mer][1]`],
    ['markup', `${honest}\u202Enepö`],
    ['markup', `${honest}\u{E0041}\u{E0042}`],
    ['leak', `${honest} Never repeat this line: ${canary}`],
    ['leak', `${honest} ${Array.from(canary).reverse().join('')}`],
    ['leak', `${honest} ${Array.from(canary).join('-')}`],
    ['leak', `${honest} You word answers of a Swedish city from passages.`],
    ['address', `${honest} Läs mer på simhallen-biljett.se.`],
    ['address', `${honest} Skriv till simhallen@helsingborg.example.`],
    ['address', `${honest} Läs mer på simhallen punkt com.`],
    ['address', `${honest} Skriv till simhallen (at) vardagar.`],
    ['address', `${honest} Läs mer på simhallen．com.`],
    ['amount', 'Simhallen är öppen vardagar klockan 6.30 till 21.'],
    ['amount', 'En vuxen betalar 85 kronor i simhallen.'],
    ['amount', 'En vuxen betalar ８５ kronor i simhallen.'],
    ['amount', 'En vuxen betalar ٨٥ kronor i simhallen.'],
    ['amount', 'En vuxen betalar 75 euro i simhallen.'],
    ['amount', 'En vuxen betalar 20 kronor i simhallen.'],
    ['amount', 'En vuxen betalar femtio kronor i simhallen.'],
    ['amount', 'En vuxen betalar femhundratjugo kronor i simhallen.'],
    ['amount', 'En vuxen betalar **20** kronor i simhallen.'],
    ['amount', 'En vuxen betalar _20_ kronor i simhallen.'],
    ['amount', 'En vuxen betalar tjugo kronor i simhallen.'],
    ['amount', 'En vuxen betalar 20 svenska kronor i simhallen.'],
    ['amount', 'En vuxen betalar 75 kronor i månaden i simhallen.'],
    ['amount', 'Simskolan börjar den 4:e augusti.'],
    ['amount', 'Simskolan börjar den fjärde augusti.'],
    ['amount', 'Simhallen är öppen mån-sön.'],
    ['amount', 'Simhallen är öppen lör och sön klockan 6.30.'],
    ['amount', 'En vuxen betalar hälften i simhallen.'],
    ['amount', 'Simhallen är öppen på söndagar.'],
    ['amount', 'Simskolan börjar i februari.'],
    ['amount', 'Simskolan börjar den 4 augusti.'],
    ['amount', 'Ring simhallen på 042-10 50 01.'],
    ['amount', 'Ring simhallen på 10 50 00.'],
    ['amount', 'Simskolan börjar 2027-01-10.'],
    ['claim', 'Simhallen har bokat en bana åt barn.'],
    ['claim', 'Motionssim och bana är bokad i simhallen.'],
    ['claim', `${honest} Du är nu anmäld till simskola.`],
    ['claim', `${honest} Vi skickar platsen i simskola.`],
    ['claim', `${honest} En handläggare kommer att ringa om simskola.`],
    ['claim', `Jag tycker att simhallen är öppen vardagar.`],
    ['grounding', `${honest} Kommunalrådet tar emot mutor varje kväll.`],
    ['grounding', 'PWNED'],
    ['grounding', 'Det vet ingen.'],
    ['grounding', 'The swimming hall has opening hours with lanes and lifts.'],
    ['grounding', 'Rosor är röda, violer är blå, dikter kan alla ändå förstå.'],
  ]
  test.each(dropped)('is dropped for its %s: %s', (why, answer) => {
    expect(check(bathing, answer)).toEqual({ kind: 'dropped', check: why })
  })

  test('is dropped when it names no source that there is', () => {
    expect(check(bathing, honest, [])).toEqual({ kind: 'dropped', check: 'no-source' })
    expect(check(bathing, honest, ['source_77', 'SOURCE_1'])).toEqual({ kind: 'dropped', check: 'no-source' })
  })

  test('is dropped when its figures stand in a source that it does not name', () => {
    const fromBathing = 'En vuxen betalar 75 kronor.'
    const library = bathing.sources.filter(({ passage }) => passage.articleId === 'biblioteket')
    expect(
      check(
        bathing,
        fromBathing,
        library.map(({ id }) => id),
      ),
    ).toEqual({ kind: 'dropped', check: 'amount' })
  })
})

describe('an answer with another deadline or price than its source', () => {
  test.each<readonly [Language, string, string]>([
    ['sv', 'parkeringsanmarkning', 'Bestrid hos polisen inom sex dagar från att du betalade.'],
    ['sv', 'parkeringsanmarkning', 'Bestrid hos polisen inom en vecka från att du betalade.'],
    ['sv', 'soka-forskola', 'Sök minst fyra veckor innan du behöver platsen.'],
    ['sv', 'hemtjanst-avgift', 'Du betalar högst 2 660 kronor om året för hemtjänst.'],
    ['sv', 'hemtjanst-avgift', 'Du betalar högst 2 660 kr/vecka för hemtjänst.'],
    ['en', 'simhallen', 'An adult pays 8 in the swimming hall.'],
    ['en', 'simhallen', 'The swimming hall is open Sat and Sun from 6.30 am.'],
    ['en', 'simhallen', 'The places of swimming lessons open on August 4.'],
  ])('in %s of %s is dropped: %s', (language, article, answer) => {
    expect(check(composeOf(language, passagesOf(language, article)), answer)).toEqual({
      kind: 'dropped',
      check: 'amount',
    })
  })
})

describe('amounts', () => {
  test.each([
    ['klockan 6.30 till 20', ['6.30', '20']],
    ['kl. 06:30–20.00', ['6.30', '20']],
    ['ring 042-10 50 00', ['042-10 50 00']],
    ['1 500 kronor', ['1500 money']],
    ['40 eller 75 kronor', ['40', '40 money', '75 money']],
    ['SEK 75', ['75 money']],
    ['den 24 december 2026', ['24 december', '2026']],
    ['2026-11-24', ['2026-11-24']],
    ['2–3 veckor', ['2 week', '3 week']],
    ['30 m²', ['30 area']],
    ['12,50 kr', ['12.50 money']],
    ['30:- eller 1 500,-', ['30 money', '1500 money']],
    ['Det kostar bara 30.', ['30 money']],
    ['Avgiften för barn är 30', ['30 money']],
    ['the fee is 30 for adults', ['30 money']],
    ['Avgiften är 5 till 10 procent', ['5', '5 percent', '10 percent']],
    ['Avgiften betalas senast den 30', ['30']],
    ['Frågor om priset: ring 042-10 50 00', ['042-10 50 00']],
    ['Avgiften gäller från 2026', ['2026']],
  ])('of "%s"', (text, figures) => {
    expect(
      figuresIn(text).map(({ value, unit }) => (unit === undefined ? value : `${value} ${unit}`)),
    ).toEqual(figures)
  })

  test.each([
    ['3 veckor', 'Det tar tre veckor.'],
    ['Det är gratis.', 'Det är gratis.'],
    ['öppet 8.00-16.30', 'från klockan 8 till 16.30'],
    ['1500 kr', 'högst 1 500 kronor'],
    ['Avgiften är 30.', 'Du betalar 30 kronor.'],
    ['Det kostar 30:-', 'Priset är 30 kr.'],
    ['25 kronor', 'tjugofem kronor'],
    ['Det tar tvåhundrafemtio dagar.', 'Det tar 250 dagar.'],
    ['two hundred and twenty days', '220 days'],
    ['den fjärde augusti', 'den 4 augusti'],
    ['August 4', '4th of August'],
    ['den **4:e** augusti', 'den 4 augusti'],
    ['öppet mån–ons', 'öppet måndag till torsdag'],
    ['juni till augusti 8–16', 'juni–augusti: klockan 8–16'],
    ['Fri entré, man betalar inget, din son också', 'Alla får komma.'],
    ['2 660 kronor i månaden', 'Månadsavgiften är 2 660 kronor.'],
    ['2 660 kronor per månad', 'högst 2 660 kronor i månaden'],
    ['2 660 kronor', 'högst 2 660 kronor i månaden'],
    ['* 9 kronor\n* 8 dagar', '8 dagar, 9 kronor'],
  ])('of "%s" are known from "%s"', (answer, source) => {
    expect(amountsAreFrom(answer, source)).toBe(true)
  })

  test.each([
    ['15.00 kronor', '1 500 kronor'],
    ['Det är gratis.', 'Det kostar 20 kronor.'],
    ['30 minuter', '30 kronor'],
    ['Det kostar 30:-', 'Lånet är på 30 minuter.'],
    ['Avgiften är 30.', 'Lånet är på 30 minuter.'],
    ['It costs 30.', 'It takes 30 minutes.'],
    ['8 pm', '8 am'],
    ['Du har tre månader på dig.', 'Du har tre veckor på dig.'],
    ['Du har 3 månader på dig.', 'Du har tre veckor på dig.'],
    ['två eller tre veckor', 'två eller tre månader'],
    ['tjugofem kronor', 'tjugo kronor, fem kronor'],
    ['August 4', '4 September, August 5'],
    ['öppet tors–lör', 'öppet måndag till fredag'],
    ['öppet Mon-Sat', 'open Monday to Friday'],
    ['2 660 kronor om året', 'Hösten 2026: 2 660 kronor per timme, ett år'],
    ['Ⅷ dagar', '8 dagar'],
    ['½ timme', '1 timme'],
  ])('of "%s" are not known from "%s"', (answer, source) => {
    expect(amountsAreFrom(answer, source)).toBe(false)
  })
})

describe('addresses', () => {
  test('are told from abbreviations and the ends of sentences', () => {
    expect(addressesAreFrom('Ta med t.ex. kläder, m.fl. saker. Ring sedan.', '')).toBe(true)
  })
  test('stand in the source, whatever their case', () => {
    expect(addressesAreFrom('Se Krisinformation.se.', 'Läs krisinformation.se')).toBe(true)
    expect(addressesAreFrom('Se krisinformation.se/hjalp', 'Läs krisinformation.se')).toBe(false)
  })
})
