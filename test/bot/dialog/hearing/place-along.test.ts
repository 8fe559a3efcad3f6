// A place without a house number that stands in a sentence of more is not asked for again.
import { placeAlong } from '../../../../bot/dialog/hearing/place-along'
import { openFrame } from '../../../../bot/dialog/walk/walk'
import { smallTownPlaces } from '../../places/region'
import { ask, confirm, dialogOf, end, environment } from '../dialog-builder'

const inTown = { ...environment, places: smallTownPlaces }
const reportAt = (question: string) =>
  dialogOf([ask('place', { type: 'address', question }), confirm('send'), end()])
const report = reportAt('Var är det? Skriv en adress eller en plats.')
const told = (text: string, dialog = report) =>
  placeAlong(dialog, openFrame(dialog, inTown), text, inTown).map(({ value }) => value)

test.each([
  ['det ligger glas vid skateparken', 'Skateparken'],
  ['lampan är trasig vid ICA Maxi', 'ICA Maxi'],
  ['LAMPAN ÄR TRASIG VID ICA', 'ICA'],
  ['gatlyktan utanför ica är trasig', 'Ica'],
  ['klotter på väggen bakom Nicolaiskolan sedan i går', 'Bakom Nicolaiskolan'],
  ['ett träd har fallit på vägen vid busstorget, det är farligt', 'Busstorget'],
  ['there is a pothole outside Nicolaiskolan', 'Nicolaiskolan'],
])('"%s" tells it', (text, place) => expect(told(text)).toEqual([place]))

test.each([
  'gungan är trasig på lekplatsen',
  'det är mörkt på gångvägen',
  'hål i vägen vid min infart',
  'parkbänken är trasig sedan i våras',
  'ingen har sandat vid förskolan',
  'lampan är trasig vid skolan',
  'det var halt på Lucia',
  'jag såg på Facebook att ni lagar gator',
])('nobody could find the place by "%s"', (text) => expect(told(text)).toEqual([]))

test('a question for an address of their own is not answered by a place they tell of', () => {
  const dialog = reportAt('Vilken adress är barnet folkbokfört på?')
  expect(told('skolskjuts, min son går på Nicolaiskolan', dialog)).toEqual([])
})

test('what was answered before stays', () => {
  const frame = openFrame(report, inTown)
  const answer = { value: 'Storgatan 12', raw: 'Storgatan 12', source: 'typed', at: '' } as const
  const answered = { ...frame, answers: { place: answer } }
  expect(placeAlong(report, answered, 'min son ramlade vid skateparken', inTown)).toEqual([])
})
