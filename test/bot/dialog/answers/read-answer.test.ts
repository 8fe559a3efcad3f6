// Typed answers, type by type, as residents write them.
import { readAnswer } from '../../../../bot/dialog/answers/read-answer'
import { ask, environment } from '../dialog-builder'

const english = { ...environment, language: 'en' }
const kind = ask('kind', {
  choices: {
    pothole: 'Hål i gatan | hål, potthål, grop',
    light: 'Trasig gatubelysning | gatlyktan, gatlykta, lampa',
    ice: 'Halka eller snö | halt, jättehalt, isigt, osandat',
    other: 'Något annat',
  },
})

function read(type: string, text: string, options: Parameters<typeof ask>[1] = {}, env = environment) {
  const reading = readAnswer(ask('q', { type, ...options }), text, env)
  return reading.kind === 'value' ? reading.value : reading.kind === 'invalid' ? reading.why : undefined
}
const choose = (text: string) => {
  const reading = readAnswer(kind, text, environment)
  return reading.kind === 'value' ? reading.value : undefined
}

describe('yes/no', () => {
  it.each([
    'ja',
    'Japp!',
    'jo',
    'Absolut',
    'ja tack',
    'JA',
    'j',
    'yes',
    'Yes, there is glass',
    'ja, det ligger glas där',
    'stämmer',
    'ja det gör det',
    'ok',
    'okej tack',
    'ok, ja det gör det',
  ])('takes "%s" for yes', (text) => expect(read('yes/no', text)).toBe(true))
  it.each([
    'nej',
    'nä',
    'Nix',
    'nej tack',
    'nää',
    'absolut inte',
    'inte vad jag vet',
    'no',
    'nope',
    'n',
    'nej det är lugnt',
  ])('takes "%s" for no', (text) => expect(read('yes/no', text)).toBe(false))
  it.each([
    'kanske',
    'vet inte',
    'ja eller nej',
    'ja men nej',
    'nej jo',
    'ja vad kostar det?',
    '',
    '   ',
    'inte säker',
    'ok, jag kollar',
    'okej vänta lite',
    'januari',
    'nejlika',
    'Storgatan 12',
    'ý',
    'Ñ',
  ])('takes "%s" for neither', (text) => expect(read('yes/no', text)).toBeUndefined())
  it.each([
    'kanske',
    'vet ej',
    'vet ej, men en gammal tant ramlade här igår',
    'jag vet inte',
    'maybe',
    "I don't know",
  ])('takes "%s" for what staff let a doubt count as', (text) => {
    const unsure = { ...ask('q', { type: 'yes/no' }), unsure: true }
    expect(readAnswer(unsure, text, environment)).toMatchObject({ kind: 'value', value: true })
    expect(readAnswer(unsure, 'nej', environment)).toMatchObject({ value: false })
  })
  describe('that staff wrote what is told in place of a yes', () => {
    const meansYes = ['farligt', 'ramla', 'fara', 'slå sig']
    const told = { ...ask('q', { type: 'yes/no' }), unsure: true, meansYes }
    it.each<[string, boolean]>([
      ['det är farligt', true],
      ['Det är JÄTTEFARLIGT', true],
      ['en cyklist ramlade där igår', true],
      ['barnen kan slå sig', true],
      ['nej, det är farligt att gå där', false],
      ['det är inte så farligt', false],
    ])('takes "%s" for %s', (text, expected) =>
      expect(readAnswer(told, text, environment)).toMatchObject({ kind: 'value', value: expected }),
    )
    it.each(['är det farligt då', 'ingen har ramlat än', 'det är ofarligt', 'farbror Nils bor där'])(
      'takes "%s" for neither',
      (text) => expect(readAnswer(told, text, environment).kind).toBe('not-understood'),
    )
  })
  it.each(['hoppa över', 'vill inte svara', 'skip'])('takes "%s" for no doubt: nothing was said', (text) => {
    const unsure = { ...ask('q', { type: 'yes/no' }), unsure: true }
    expect(readAnswer(unsure, text, environment).kind).toBe('not-understood')
  })
})

describe('number', () => {
  it.each<[string, number]>([
    ['3', 3],
    ['tre', 3],
    ['3 st', 3],
    ['3st', 3],
    ['ungefär 2,5 meter', 2.5],
    ['tjugofem', 25],
    ['kaksikymmentäviisi', 25],
    ['shan iyo labaatan', 25],
    ['двадцять п’ять', 25],
    ['بیست و پنج', 25],
    ['dwadzieścia pięć', 25],
    ['treinta y cinco', 35],
    ['fünfundzwanzig', 25],
    ['solo una', 1],
    ['laba iyo toban', 12],
    ['خمسة وعشرون', 25],
    ['خمسة عشر', 15],
    ['ثلاثة', 3],
    ['hal', 1],
    ['twenty-five', 25],
    ['10 000', 10000],
    ['en', 1],
    ['bara en', 1],
    ['ett dussin', 12],
    ['två stycken tack', 2],
    ['-4', -4],
    ['noll', 0],
  ])('reads "%s" as %d', (text, value) => expect(read('number', text)).toBe(value))
  it.each([
    '2-3',
    'ett par',
    'några',
    '1.500',
    'två eller tre',
    'en soffa och två stolar',
    'en gammal soffa står här',
    'constructor',
    'hej',
    '',
    '12b',
    '1e5',
    'kostar det 300 kr?',
    'två tusen',
    'trettio tusen',
    '5 tusen',
    'two thousand',
  ])('does not guess at "%s"', (text) => expect(read('number', text)).toBeUndefined())
  it('tells the range of a number outside it', () => {
    expect(readAnswer(ask('count', { type: 'number', range: [1, 10] }), 'elva', environment)).toEqual({
      kind: 'invalid',
      why: 'question.bad-count',
      values: { from: 1, to: 10 },
    })
  })
  it('takes no half where things are counted, and halves where they are measured', () => {
    expect(readAnswer(ask('count', { type: 'number', range: [1, 10] }), '3,5', environment)).toMatchObject({
      why: 'question.bad-count',
    })
    expect(readAnswer(ask('length', { type: 'number', range: [0.5, 10] }), '3,5', environment)).toMatchObject(
      { value: 3.5 },
    )
  })
})

describe('choice', () => {
  it.each<[string, string]>([
    ['light', 'light'],
    ['Hål i gatan', 'pothole'],
    ['hal i gatan', 'pothole'],
    ['hålet', 'pothole'],
    ['gropar', 'pothole'],
    ['lampan är trasig', 'light'],
    ['LAMPORNA', 'light'],
    ['gat lyktan', 'light'],
    ['gatlytka', 'light'],
    ['gatlykan', 'light'],
    ['halt', 'ice'],
    ['det är jätte halt här', 'ice'],
    ['snö', 'ice'],
    ['2', 'light'],
    ['2.', 'light'],
    ['alternativ 3', 'ice'],
    ['trean', 'ice'],
    ['något annat', 'other'],
    ['inte lampan utan ett hål', 'pothole'],
    ['vägglampan', 'light'],
  ])('reads "%s" as %s', (text, code) => expect(choose(text)).toBe(code))
  it.each(['hål och halt', 'lampan eller gropen', '5', '0', 'hej', '', 'toString', '__proto__'])(
    'does not guess at "%s"',
    (text) => expect(choose(text)).toBeUndefined(),
  )
  it('knows whether the whole text is the choice', () => {
    expect(readAnswer(kind, 'lampan', environment)).toMatchObject({ certainty: 'full' })
    expect(readAnswer(kind, 'det är lampan på vår gata', environment)).toMatchObject({ certainty: 'part' })
  })
})

describe('address', () => {
  const isDoubtful = (text: string): boolean => {
    const reading = readAnswer(ask('q', { type: 'address' }), text, environment)
    if (reading.kind !== 'value') throw new Error(`${text} is no value`)
    return reading.isDoubtful ?? false
  }

  it.each<[string, string]>([
    ['storgatan 12', 'Storgatan 12'],
    ['vid Storgatan 12 b', 'Storgatan 12 B'],
    ['Storgatan 12B', 'Storgatan 12 B'],
    ['STORGATAN 12', 'Storgatan 12'],
    ['Storgatan12', 'Storgatan 12'],
    ['Storgatan 12-14', 'Storgatan 12-14'],
    ['Torget 1, Storköping', 'Torget 1, Storköping'],
    ['torget 1 i storköping', 'Torget 1, Storköping'],
    ['Torget 1, 123 45 Storköping', 'Torget 1, Storköping'],
    ['Torget 1, Lillstad', 'Torget 1'],
    ['Torget 1, Fjärran', 'Torget 1, Fjärran'],
    ['den ligger på storgatan 3 tror jag', 'Storgatan 3'],
    ['Drottning Kristinas väg 10', 'Drottning Kristinas väg 10'],
    ['på gamla vägen 3', 'Gamla vägen 3'],
    ['S:t Larsgatan 4', 'S:t Larsgatan 4'],
    ['norra storgatan 5', 'Norra storgatan 5'],
    ['Kvarnen 3b', 'Kvarnen 3 B'],
    ['vid busstorget', 'Busstorget'],
    ['lekplatsen i Stadsparken', 'Lekplatsen i Stadsparken'],
    ['mellan Storgatan 12 och Nygatan 3', 'Mellan Storgatan 12 och Nygatan 3'],
    ['korsningen Storgatan/Nygatan', 'Korsningen Storgatan/Nygatan'],
    ['hörnet Storgatan 12 eller Nygatan 3', 'Hörnet Storgatan 12 eller Nygatan 3'],
    ['Storgatan 1 till Storgatan 9', 'Storgatan 1 till Storgatan 9'],
    ['Storgatan 3 fast nej Storgatan 5', 'Storgatan 5'],
    ['Storgatan 3, nej jag menar Nygatan 5b, Storköping', 'Nygatan 5 B, Storköping'],
    ['Storgatan 3 nej vänta, nummer 5b', 'Storgatan 5 B'],
    ['inte Storgatan 3 utan Nygatan 5', 'Nygatan 5'],
    ['Storgatan 3, inte Nygatan 5', 'Storgatan 3'],
    ['Storgatan 3, inte långt från skolan', 'Storgatan 3'],
    ['mitt emot Ica i Råå', 'Mitt emot Ica i Råå'],
    ['mitt på torget', 'Mitt på torget'],
    [
      'vid busshållplatsen mitt emot skolan på Rektorsgatan',
      'Busshållplatsen mitt emot skolan på Rektorsgatan',
    ],
  ])('reads "%s" as "%s"', (text, value) => expect(read('address', text)).toBe(value))
  it.each([
    'vet inte',
    'här',
    'utanför mig',
    'hemma hos oss',
    'vid min gata',
    'ok',
    'Lillstad',
    'nej',
    'vad kostar det?',
    'var ska jag skriva',
    '',
    '?',
    "don't know",
    ...['fredag eftermiddag', 'onsdag', 'i morgon', 'på torsdag efter 16', 'den 4 december', 'next Friday'],
    ...['stämmer bra', 'nä tack det var allt', 'ja tack det blir bra', 'nej jag vill inte'],
    ...['nej i Lillstad', 'Nej, i Lillstads kommun', 'Lillstads stad'],
    ...['måste jag svara', 'vänta, vad räknas som grovsopor', 'do I have to be at home'],
  ])('does not take "%s" for a place', (text) => expect(read('address', text)).toBeUndefined())
  it.each([
    ...['vänta lite', 'jag är trött på er', 'skynda er', 'i need help please', 'asdf'],
    ...[
      'hemma hos mamma',
      'själv',
      'jag vill prata med chefen',
      'odota hetki',
      'por favor espere',
      'proszę czekać',
    ],
    ...['انتظر لحظة', 'Olympia'],
  ])('doubts that "%s" is a place', (text) => expect(isDoubtful(text)).toBe(true))
  it.each([
    ...[
      'kvarnen',
      'lekplatsen i Stadsparken',
      'utanför ICA',
      'vid busshållplatsen Torget',
      'rondellen',
      'i tunneln',
    ],
    ...[
      'på skolgården',
      'Ica Maxi',
      'jag står vid kiosken',
      'cykelväg bakom skolan',
      'E6 vid Väla',
      'Lilla Torg',
      'bron',
    ],
    ...[
      'puistossa',
      'kaupan edessä',
      'near the library',
      'عند المدرسة',
      'waddada weyn',
      'Storgatan',
      'drottningg. 5b',
    ],
  ])('does not doubt "%s"', (text) => expect(isDoubtful(text)).toBe(false))
  it.each(['12', '0701234567', 'x'.repeat(121)])('says what is wrong with "%s"', (text) =>
    expect(read('address', text)).toBe('question.bad-address'),
  )
  it.each<[string, readonly string[]]>([
    ['Storgatan 3 eller Nygatan 5', ['Storgatan 3', 'Nygatan 5']],
    ['Storgatan 3 eller 5', ['Storgatan 3', 'Storgatan 5']],
  ])('asks back which is meant by "%s"', (text, values) =>
    expect(readAnswer(ask('q', { type: 'address' }), text, environment)).toEqual({
      kind: 'ambiguous',
      values,
    }),
  )
  it('calls a place name free and a street address sure', () => {
    expect(readAnswer(ask('q', { type: 'address' }), 'busstorget', environment)).toMatchObject({
      certainty: 'free',
    })
    expect(readAnswer(ask('q', { type: 'address' }), 'Storgatan 1', environment)).toMatchObject({
      certainty: 'full',
    })
  })
})

describe('phone', () => {
  it.each([
    '070-123 45 67',
    '0701234567',
    '+46 70 123 45 67',
    '0046701234567',
    'mitt nummer är 070 123 45 67',
    '070.123.45.67',
  ])('reads "%s" as E.164', (text) => expect(read('phone', text)).toBe('+46701234567'))
  it('keeps the country of a foreign number', () =>
    expect(read('phone', '+358 40 1234567')).toBe('+358401234567'))
  it('takes a fixed line', () => expect(read('phone', '08-123 456 78')).toBe('+46812345678'))
  it.each(['2026-12-12', '12.12.2026', '2026-13-01'])('does not take the date "%s" for a number', (text) =>
    expect(read('phone', text)).toBe('question.bad-phone'),
  )
  it.each(['070-1234', '0701234567890123', '123456'])('says that "%s" is no number', (text) =>
    expect(read('phone', text)).toBe('question.bad-phone'),
  )
  it.each(['hej', '12', 'Storgatan 12', '', '070-123 45 67 eller 070-765 43 21'])(
    'does not take "%s" for an attempt',
    (text) => expect(read('phone', text)).toBeUndefined(),
  )
})

describe('email', () => {
  it.each<[string, string]>([
    ['anna.berg@Example.SE', 'anna.berg@example.se'],
    ['  min mejl är anna+1@mail.example.com. ', 'anna+1@mail.example.com'],
    ['åsa@örebro.example', 'åsa@örebro.example'],
  ])('reads "%s"', (text, value) => expect(read('email', text)).toBe(value))
  it.each([
    'anna@',
    '@example.se',
    'anna@example',
    'anna@@example.se',
    'a..b@example.se',
    'anna@exa mple.se',
  ])('says that "%s" is none', (text) => expect(read('email', text)).toBe('question.bad-email'))
  it('takes a phone or an e-mail where either will do', () => {
    expect(read('phone or email', '0701234567')).toBe('+46701234567')
    expect(read('phone or email', 'a.b@example.se')).toBe('a.b@example.se')
    expect(read('phone or email', 'a.b@')).toBe('question.bad-email')
    expect(read('phone or email', 'hej')).toBeUndefined()
  })
})

describe('date', () => {
  it.each<[string, string]>([
    ['2026-12-24', '2026-12-24'],
    ['24/12', '2026-12-24'],
    ['1/2', '2027-02-01'],
    ['24/12 2027', '2027-12-24'],
    ['24.12.2026', '2026-12-24'],
    ['24 december', '2026-12-24'],
    ['den 24:e dec', '2026-12-24'],
    ['tjugofjärde december', '2026-12-24'],
    ['december 24th, 2026', '2026-12-24'],
    ['the 24th of December', '2026-12-24'],
    ['fredag den 4 december', '2026-12-04'],
    ['idag', '2026-12-02'],
    ['i dag kl 15', '2026-12-02'],
    ['imorgon', '2026-12-03'],
    ['i morrn', '2026-12-03'],
    ['i övermorgon', '2026-12-04'],
    ['day after tomorrow', '2026-12-04'],
    ['igår', '2026-12-01'],
    ['på fredag', '2026-12-04'],
    ['pa sondag', '2026-12-06'],
    ['nästa måndag', '2026-12-07'],
    ['next monday', '2026-12-07'],
    ['fredag nästa vecka', '2026-12-11'],
    ['i fredags', '2026-11-27'],
    ['om två veckor', '2026-12-16'],
    ['in 3 days', '2026-12-05'],
    ['den 5', '2026-12-05'],
    ['den 1:a', '2027-01-01'],
    ['29 februari', '2028-02-29'],
    ['andra advent', '2026-12-06'],
    ['1:a advent', '2027-11-28'],
    ['the 3rd', '2026-12-03'],
  ])('reads "%s" as %s on Wednesday 2 December 2026', (text, value) => expect(read('date', text)).toBe(value))
  it.each(['31 februari', '2026-02-30', '45/13', '31/11'])('says that there is no %s', (text) =>
    expect(read('date', text)).toBe('question.bad-date'),
  )
  it.each([
    'nästa fredag',
    'på onsdag',
    'fredag den 5 december',
    'den 4 eller 5 december',
    'fredag eller lördag',
    'nästa vecka',
    'snart',
    '',
    'kommer ni på fredag eller?',
    '3st',
    '1st soffa',
  ])('does not guess at "%s"', (text) => expect(read('date', text)).toBeUndefined())
  it('takes "1st" for a day in English only, and no "3st" anywhere', () => {
    expect(read('date', '21st', {}, english)).toBe('2026-12-21')
    expect(read('date', '21st')).toBeUndefined()
    expect(read('date', '3st', {}, english)).toBeUndefined()
  })
  it('takes day and month in Swedish order, and asks an English speaker again when both orders are dates', () => {
    expect(read('date', '5/12')).toBe('2026-12-05')
    expect(read('date', '5/12', {}, english)).toBeUndefined()
    expect(read('date', '24/12', {}, english)).toBe('2026-12-24')
    expect(read('date', '12/24', {}, english)).toBe('2026-12-24')
  })
})

describe('text', () => {
  it('counts characters as people do', () => {
    const short = { length: [2, 3] as const }
    expect(read('text', 'a👍🏽é', short)).toBe('a👍🏽é')
    expect(read('text', 'a', short)).toBe('question.bad-length')
    expect(read('text', 'abcd', short)).toBe('question.bad-length')
  })
  it('never takes an empty text', () => expect(read('text', ' \n ')).toBeUndefined())
  it.each(['nej', 'Nej tack!', 'ja', 'ja tack', 'okej', 'yes', 'hoppa över', 'vill inte svara'])(
    'does not take a bare "%s", which answers another question',
    (text) => expect(read('text', text)).toBeUndefined(),
  )
  it.each([
    'nej, den är röd',
    'ja den gnisslar',
    'Jo Andersson',
    'inte ofta',
    'jag vill inte svara i telefon',
  ])('takes "%s", which says more', (text) => expect(read('text', text)).toBe(text))
})
