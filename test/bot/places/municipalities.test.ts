import type { City } from '../../../bot/contracts/city'
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

test('of another city ours is another one, and its own is not', () => {
  const lund = { ...city, name: 'Lund' }
  expect(otherMunicipality('förskola i Helsingborg', lund)).toBe('Helsingborg')
  expect(otherMunicipality('förskola i Lund', lund)).toBeUndefined()
})
