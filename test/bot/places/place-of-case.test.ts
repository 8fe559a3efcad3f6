// What a case knows of its place: the resident's words, and what the register says of them.
import { placeOfCase } from '../../../bot/places/place-of-case'
import { placesOf, smallTownPlaces } from './region'

test('a known place has its coordinates, to a metre', () => {
  expect(placeOfCase('Drottninggatan 5', smallTownPlaces)).toEqual({
    text: 'Drottninggatan 5',
    lat: 56.0408,
    lon: 12.7,
  })
})

test('words around a known place are kept', () => {
  expect(placeOfCase('lekplatsen i Stadsparken', smallTownPlaces)).toEqual({
    text: 'lekplatsen i Stadsparken',
    lat: 56.0424,
    lon: 12.7018,
  })
})

test('an unknown place is its words alone', () => {
  expect(placeOfCase('Nygatan 3', smallTownPlaces)).toEqual({ text: 'Nygatan 3' })
  expect(placeOfCase('Drottninggatan 5')).toEqual({ text: 'Drottninggatan 5' })
})

test('a position is its own coordinates', () => {
  expect(placeOfCase('56.07000, 12.75000', smallTownPlaces)).toEqual({
    text: '56.07000, 12.75000',
    lat: 56.07,
    lon: 12.75,
  })
})

test('who owns the road is told where the file says it, and not of a street as a whole', () => {
  const places = placesOf(
    'gata;nummer;lat;lon;Väghållare\nLandsvägen;1;56.04;12.70;Trafikverket\nLandsvägen;3;56.04;12.70;kommun\n',
  )
  expect(placeOfCase('landsv. 1', places).roadOwner).toBe('trafikverket')
  expect(placeOfCase('Landsvägen', places)).not.toHaveProperty('roadOwner')
})
