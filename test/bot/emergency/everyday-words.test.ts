// Every word that the city uses, alone and with the next one: a word or two is what is typed to ask further ("on Sundays?"), and
// ten tables of phrases are near to many an everyday word.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findAlarm, hearPhrases, spotEmergency } from '../../../bot/emergency/spot-emergency'

const root = join(__dirname, '../../..')

/** What alarms, and may: it is of danger, or cannot be told from it alone. */
const dangerous = new Set(readFileSync(join(__dirname, 'words-of-danger.txt'), 'utf8').trim().split('\n'))

const betweenClauses = /[\n.!?,;:()"<>|[\]{}=*`]/
const languageOfFile = /\.(en|fi|ar|so|fa|uk|pl|es|de)\.(?:md|yaml)$/
/** Files with words of all languages in them. */
const isMixed = (file: string): boolean => /(?:elsewhere|questions|synonyms)\.yaml$/.test(file)

interface Piece {
  readonly text: string
  /** Undefined where any may be meant. */
  readonly language: string | undefined
}

function readPieces(): readonly Piece[] {
  const files = ['dialogs', 'knowledge'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:md|yaml)$/.test(file))
      .map((file) => join(root, folder, file)),
  )
  const pieces = new Map<string, Piece>()
  for (const file of files) {
    const language = isMixed(file) ? undefined : (languageOfFile.exec(file)?.[1] ?? 'sv')
    for (const text of wordsAndPairs(readFileSync(file, 'utf8')))
      pieces.set(`${language ?? ''} ${text}`, { text, language })
  }
  return [...pieces.values()]
}

const wordsAndPairs = (contents: string): readonly string[] =>
  contents
    .toLowerCase()
    .split(betweenClauses)
    .map((clause) => clause.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .flatMap((words) =>
      words.flatMap((word, at) => [word, ...(at + 1 < words.length ? [`${word} ${words[at + 1]}`] : [])]),
    )

describe('a word or two of the shipped content', () => {
  const pieces = readPieces()

  it('is no cry for help, unless it is of danger', () => {
    expect(pieces.length).toBeGreaterThan(50_000)
    const alarming = pieces.filter(({ text }) => findAlarm(text) !== undefined).map(({ text }) => text)
    expect([...new Set(alarming)].filter((text) => !dangerous.has(text))).toEqual([])
  })

  it('is answered in its own language', () => {
    const alarming = pieces.filter(({ text }) => dangerous.has(text))
    const astray = alarming.flatMap(({ text, language }) => {
      const heard = language === undefined ? undefined : hearPhrases(text, language).alarm?.language
      return heard === undefined || heard === language ? [] : [`${text}: ${heard}, not ${language}`]
    })
    // What a file calls a thing, and a borrowed word.
    expect(astray.filter((text) => !/^(?:call112|sos|suicide|self harm):/.test(text))).toEqual([])
  })
})

describe('an everyday word', () => {
  it.each([
    // poison in Somali
    ...['on Sundays?', 'Sundays?', 'only sundays', 'open sundays', 'library sundays', 'sundays too?'],
    ...['the sun', 'sun protection', 'sunscreen for kids', 'sunny days'],
    // as German as Swedish and English
    ...[
      'aggressiv hund i parken',
      'aggressiv hund',
      'aggressiv katt',
      'aggressiv granne',
      'aggressiva måsar',
    ],
    ...['bring?', 'exchange?', 'heating bring', 'diabetiker', 'anfall'],
    // one letter from a word of danger, or made of words
    ...[
      'rinna',
      'shorter',
      'brädden',
      'soss',
      'hörslinga',
      'kommando',
      'therapist',
      'occupational therapist',
    ],
    ...[
      'tidying',
      'scraped',
      'grouped',
      'särkullbarn',
      'framåtlutad',
      'uppskjuten',
      'är avslagen',
      'har bott i',
    ],
    // of danger only with more beside it
    ...['I followed your advice', 'followed by dog', 'followed', 'jumped', 'fit', 'propp'],
    ...['power blacked out', 'the street blacked out', 'everything is blacked out'],
    // other tables
    ...['to nie działa', 'tämän tiedoston', 'не можу', 'عبوة', 'المحادثة في', 'مربوط', 'الطعن في القرار'],
    ...['dhalashada iswiidhishka', 'taayirka ayaa qarxay'],
  ])('is no cry for help: "%s"', (text) => expect(spotEmergency(text)).toBeUndefined())

  it.each([
    ['sun buu cabay', 'so'],
    ['ilmaha sun ayuu cunay', 'so'],
    ['mein mann ist aggressiv', 'de'],
    ['ich bringe mich um', 'de'],
    ['explosion', 'sv'],
    ['there was an explosion', 'en'],
    ['ambulance', 'sv'],
    ['a rapist is outside', 'en'],
    ['someone followed me home', 'en'],
    ['i am being followed', 'en'],
    ['my drink was spiked', 'en'],
    ['got jumped by some guys', 'en'],
    ['she blacked out', 'en'],
    ['having a fit', 'en'],
    ['propp i lungan', 'sv'],
    ['detbrinner', 'sv'],
    ['jagvillintelevalängre', 'sv'],
    ['я більше не можу', 'uk'],
    ['dziecko tonie', 'pl'],
    ['عبوة ناسفة', 'ar'],
  ])('does not hide what is: "%s"', (text, language) => expect(spotEmergency(text)?.language).toBe(language))
})

describe('where two languages have a phrase', () => {
  it.each(['a stroke', 'stroke', 'suicide', 'ambulance'])('that of the talk is taken: "%s"', (text) => {
    expect(spotEmergency(text, undefined, 'en')?.language).toBe('en')
    expect(spotEmergency(text, undefined, 'sv')?.language).toBe('sv')
  })

  it('one that is clearly in another is answered in that', () => {
    expect(spotEmergency('mamma andas inte', undefined, 'en')?.language).toBe('sv')
    expect(spotEmergency('my mum is not breathing', undefined, 'sv')?.language).toBe('en')
  })
})
