import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { City } from '../../../bot/contracts/city/city'
import { otherMunicipality } from '../../../bot/places/municipalities'
import { shippedContent } from '../../support/test-bot'

let city: City
beforeAll(async () => {
  ;({ city } = await shippedContent())
})

test.each([
  ['Vilken dag töms soporna i Malmö?', 'Malmö'],
  ['dagis i lund', 'Lund'],
  ['bygglov vaxjo kommun', 'Växjö'],
  ['Marks kommuns växel', 'Mark'],
  ['avgift för bygglov i Upplands Väsby', 'Upplands Väsby'],
  ['förskola i Upplands-Bro', 'Upplands-Bro'],
  ['where do I park in Copenhagen', 'Copenhagen'],
  ['HEMTJÄNST I ÖSTRA GÖINGE', 'Östra Göinge'],
])('%p is about %p', (text, place) => {
  expect(otherMunicipality(text, city)).toBe(place)
})

test.each([
  ['tåget till Malmö är sent'],
  ['vi flyttar från Göteborg'],
  ['vi bor i Lund nu men flyttar hit, hur söker vi förskola'],
  ['jag jobbar i Malmö men bor i Helsingborg'],
  ['jag bor i Kiruna, kom hemtjänsten till mina föräldrar i kväll'],
  ['I live in Oslo, how do I follow the visits to my mother'],
  ['vad ska jag vara beredd på i vara'],
  ['finns det nåt i boden vid hamnen'],
  ['får man gräva i mark nära kabel'],
  ['lampan på Malmögatan är trasig'],
  ['i lundar och parker'],
  ['Helsingborgs stad'],
  [''],
])('%p is not about another one', (text) => {
  expect(otherMunicipality(text, city)).toBeUndefined()
})

test('hardly a question that the city answers is taken for one', () => {
  const folder = join(__dirname, '..', 'understanding', 'held-out')
  const asked = ['dev', 'second', 'fourth'].flatMap((name) =>
    readFileSync(join(folder, `questions.${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly text: string; readonly question: number | null }),
  )
  const [ours, others] = [
    asked.filter((one) => one.question !== null),
    asked.filter((one) => one.question === null),
  ]
  const named = (ones: typeof asked) =>
    ones.filter(({ text }) => otherMunicipality(text, city) !== undefined).length
  expect([ours.length, named(ours)]).toEqual([1151, 0])
  expect(named(others)).toBeGreaterThan(10)
})

test('of another city ours is another one, and its own is not', () => {
  const lund = { ...city, name: 'Lund' }
  expect(otherMunicipality('förskola i Helsingborg', lund)).toBe('Helsingborg')
  expect(otherMunicipality('förskola i Lund', lund)).toBeUndefined()
})
