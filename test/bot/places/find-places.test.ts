// What residents write is found among the city's addresses and landmarks, also misspelt, and never guessed.
import fc from 'fast-check'
import { checkPlaces } from '../../../bot/places/check-places'
import { createPlaces } from '../../../bot/places/find-places'
import { sampleFile, smallTown, smallTownPlaces as places, placesOf, town } from './region'

fc.configureGlobal({ seed: 20_261_128 })

const found = (text: string) => {
  const finding = places.find(text)
  switch (finding.kind) {
    case 'known':
    case 'street':
      return `${finding.kind} ${finding.place.text}`
    case 'near':
      return `near ${finding.places.map((place) => place.text).join(' | ')}`
    case 'unknown':
      return 'unknown'
  }
}

test.each([
  ['Drottninggatan 5', 'known Drottninggatan 5'],
  ['drottninggatan 5', 'known Drottninggatan 5'],
  ['DROTTNINGGATAN 5', 'known Drottninggatan 5'],
  ['drottninggatan nr 5', 'known Drottninggatan 5'],
  ['drottninggatan 5b', 'known Drottninggatan 5 B'],
  ['Drottninggatan 5 B, 111 11 Lillstad', 'known Drottninggatan 5 B'],
  ['på drottninggatan 5 i Lillstad', 'known Drottninggatan 5'],
  ['5 Drottninggatan', 'known Drottninggatan 5'],
  ['drottningg. 5', 'known Drottninggatan 5'],
  ['drottningg 5', 'known Drottninggatan 5'],
  ['drottning gatan 5', 'known Drottninggatan 5'],
  ['carl krooksgatan 2', 'known Carl Krooks gata 2'],
  ['n. storgatan 7', 'known Norra Storgatan 7'],
  ['kyrkvagen 4, odakra', 'known Kyrkvägen 4, Ödåkra'],
  ['kyrkvagen 4, Ödåkra', 'known Kyrkvägen 4, Ödåkra'],
  ['vid busstorget', 'known Busstorget'],
  ['Busstorget!', 'known Busstorget'],
])('finds %s: %s', (text, expected) => {
  expect(found(text)).toBe(expected)
})

test.each([
  ['Drotninggatn 5', 'near Drottninggatan 5'],
  ['Drotninggatan 5', 'near Drottninggatan 5'],
  ['Drottnigngatan 5', 'near Drottninggatan 5'],
  ['vid bustorget', 'near Busstorget'],
  ['storgatan 7', 'near Norra Storgatan 7 | Södra Storgatan 7'],
  ['Kyrkvägen 4', 'near Kyrkvägen 4, Råå | Kyrkvägen 4, Ödåkra'],
  ['lasarettet', 'near Lillstads lasarett'],
])('offers for %s: %s', (text, expected) => {
  expect(found(text)).toBe(expected)
})

test.each([
  'Nygatan 3',
  'Kungsgatan 5',
  'Torget 1',
  'en papperskorg',
  'lekplatsen i Stadsparken',
  'Drottninggatan 5, Storköping',
  'Busstorget 5',
  '5',
  '',
  '   ',
  '.',
  'x'.repeat(5_000),
])('does not know %s', (text) => {
  expect(found(text)).toBe('unknown')
})

test('a house of one locality only is the one that was meant', () => {
  expect(found('Kyrkvägen 9')).toBe('known Kyrkvägen 9, Råå')
})

test('a street without a number is its middle', () => {
  expect(places.find('Drottninggatan')).toEqual({
    kind: 'street',
    place: { text: 'Drottninggatan', lat: 56.0408, lon: 12.7, precision: 'street' },
  })
})

test('a house that is not in the register is where its neighbour on the same side is', () => {
  expect(places.find('Drottninggatan 7')).toMatchObject({
    kind: 'known',
    place: { text: 'Drottninggatan 7', lat: 56.0408, precision: 'near' },
  })
  expect(places.find('Drottninggatan 3 C')).toMatchObject({
    place: { text: 'Drottninggatan 3 C', lat: 56.0404, precision: 'house' },
  })
})

describe('crossings', () => {
  test.each([
    'korsningen Drottninggatan och Carl Krooks gata',
    'i korsningen mellan drottninggatan och carl krooksgatan',
    'hörnet av Drottninggatan och Carl Krooks gata',
    'Drottninggatan/Carl Krooks gata',
    'the corner of Drottninggatan and Carl Krooks gata',
    'där Drottninggatan möter Carl Krooks gata',
  ])('%s is where the two meet', (text) => {
    expect(places.find(text)).toMatchObject({
      kind: 'known',
      place: { text: 'Korsningen Drottninggatan och Carl Krooks gata', precision: 'crossing', lon: 12.70055 },
    })
  })

  test('streets that lie apart have none', () => {
    expect(found('korsningen Norra Storgatan och Södra Storgatan')).toBe('unknown')
  })

  test('a misspelt one is offered', () => {
    expect(found('korsningen drotninggatan och carl krooks gata')).toBe(
      'near Korsningen Drottninggatan och Carl Krooks gata',
    )
  })

  test('a crossing is found again by the text it is kept as', () => {
    expect(found('Korsningen Drottninggatan och Carl Krooks gata')).toMatch(/^known /)
  })
})

describe('coordinates of a text that is kept as written', () => {
  test.each([
    ['lekplatsen i Stadsparken', 56.0424],
    ['utanför nummer 3, Drottninggatan 5', 56.0408],
    ['Busstorget', 56.0441],
    ['mitt på Norra Storgatan', 56.05],
  ])('%s', (text, lat) => {
    expect(places.locate(text)?.lat).toBe(lat)
  })

  test.each(['Drotninggatn 5', 'parken', 'vid Kyrkvägen', 'Drottninggatan 5, Storköping'])(
    'none for %s, which may be several places or another one',
    (text) => {
      expect(places.locate(text)).toBeUndefined()
    },
  )
})

describe('the closest place to a point', () => {
  test('is a house or a landmark', () => {
    expect(places.nearest({ lat: 56.0407, lon: 12.7001 }, 100)?.text).toBe('Drottninggatan 5')
    expect(places.nearest({ lat: 56.0442, lon: 12.6951 }, 100)?.text).toBe('Busstorget')
  })

  test('is none when all are too far', () => {
    expect(places.nearest({ lat: 57, lon: 13 }, 1_000)).toBeUndefined()
  })
})

test('ranks with scores, the best first and each place once', () => {
  const ranked = places.rank('storgatan 7', 10)
  expect(ranked.map(({ place, score }) => [place.text, score])).toEqual([
    ['Norra Storgatan 7', 0.8],
    ['Södra Storgatan 7', 0.8],
  ])
})

test('the order of the rows changes nothing', () => {
  const [heading = '', ...rows] = smallTown.trim().split('\n')
  const turned = placesOf([heading, ...rows.reverse()].join('\n'))
  for (const text of ['storgatan 7', 'Kyrkvägen 4', 'Drotninggatn 5', 'drottninggatan'])
    expect(turned.find(text)).toEqual(places.find(text))
})

test('whatever is written, the answer is one, and the same twice', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.lorem()), (text) => {
      expect(places.find(text)).toEqual(places.find(text))
      places.locate(text)
    }),
    { numRuns: 500 },
  )
})

test('every address and landmark of the shipped sample is found by itself', async () => {
  const { rows } = checkPlaces([await sampleFile()])
  const sample = createPlaces(rows, { name: 'Helsingborg', placesOutside: [] })
  for (const { name, street, number } of rows) {
    const text = name ?? `${street ?? ''} ${number ?? ''}`
    expect(sample.find(text)).toMatchObject({ kind: 'known', place: { text } })
  }
})

test('the sample says that it is one, and has its addresses and landmarks', async () => {
  const file = await sampleFile()
  expect(file.text.split('\n')[0]).toMatch(/^# EXEMPELDATA/)
  const { rows, findings } = checkPlaces([file])
  expect(findings).toEqual([])
  expect(rows.filter(({ street }) => street !== undefined)).toHaveLength(300)
  expect(rows.filter(({ name }) => name !== undefined).length).toBeGreaterThanOrEqual(30)
})

test('a city without files knows no place', () => {
  expect(createPlaces([], town).find('Drottninggatan 5')).toEqual({ kind: 'unknown' })
})
