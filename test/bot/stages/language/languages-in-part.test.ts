// Languages that the city speaks in part: a whole dialog in each, and an honest word where there is no translation.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { types } from 'node:util'
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { EndedTurnFacts } from '../../../../bot/contracts/talk/observer'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Answered, type Resident } from '../../../support/resident'
import { nightClock, projectRoot, shippedContent } from '../../../support/test-bot'

let store: Store
const turns: EndedTurnFacts[] = []
beforeEach(() => {
  turns.length = 0
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const observer = { turnEnded: (facts: EndedTurnFacts) => void turns.push(facts) }
const meet = (language?: string, channel: 'web' | 'sms' = 'web'): Promise<Resident> =>
  residentOf(store, { observer, channel, ...(language !== undefined && { language }) })
const languages = ({ replies }: Answered): readonly string[] => replies.map(({ language }) => language)

interface Spoken {
  readonly report: string
  readonly label: string
  readonly no: string
  readonly skip: string
  readonly yes: string
  readonly place: string
  readonly title: string
  readonly machine: string
  readonly fallback: string
}

const spoken: readonly (readonly [string, Spoken])[] = [
  [
    'fi',
    {
      report: 'Storgatan 12 katuvalo ei pala, lamppu on rikki',
      label: 'Rikkinäinen katuvalo',
      no: 'ei, kukaan ei ole vaarassa',
      skip: 'ohita',
      yes: 'Kyllä!',
      place: 'Paikka',
      title: 'Tilaa suurjätteen nouto',
      machine: 'Tekstit on käännetty koneella, ja kunta tarkistaa niitä.',
      fallback: 'Tätä ei ole vielä suomeksi, joten se on tässä ruotsiksi.',
    },
  ],
  [
    'so',
    {
      report: 'nalka waddada ee Storgatan 12 wuu jaban yahay',
      label: 'Nal waddo oo jaban',
      no: 'Maya',
      skip: 'ka bood',
      yes: 'haa',
      place: 'Goobta',
      title: 'Ballanso qaadista qashinka waaweyn',
      machine: 'Qoraallada mashiin ayaa turjumay, degmaduna way eegaysaa.',
      fallback: 'Tan weli kuma qorna af Soomaali, markaa waa kan af Iswiidhish.',
    },
  ],
  [
    'ar',
    {
      report: 'مصباح الشارع في Storgatan 12 معطل',
      label: 'إنارة شارع معطلة',
      no: 'لا',
      skip: 'لا أريد الإجابة',
      yes: 'نعم، شكراً',
      place: 'المكان',
      title: 'حجز نقل النفايات الكبيرة',
      machine: 'النصوص مترجمة آليًا وتراجعها البلدية.',
      fallback: 'هذا غير متوفر بالعربية بعد، وهو هنا بالسويدية.',
    },
  ],
]

describe.each(spoken)('a resident who writes %s', (language, words) => {
  test('reports a street light from the first sentence to the case number', async () => {
    const { say } = await meet(language)
    const danger = await say(words.report)
    expect(turns.at(-1)!.answers).toMatchObject({ kind: 'light', place: 'Storgatan 12' })
    expect(languages(danger)).toEqual([language])
    await say(words.no)
    expect(turns.at(-1)!.answers).toMatchObject({ danger: false })
    await say(words.skip)
    const summary = await say(words.skip)
    expect(summary.text).toContain(words.label)
    await say(`${words.place}: Storgatan 21`)
    expect(turns.at(-1)!.answers).toMatchObject({ place: 'Storgatan 21' })
    const done = await say(words.yes)
    expect(done.outcome).toBe('completed')
    expect(done.text).toMatch(/F-2026-\d{6}/)
    expect(turns.every(({ untranslated }) => untranslated === undefined)).toBe(true)
  })

  test('is told once in a talk that a machine translated the texts', async () => {
    const { arrive, say } = await meet(language)
    expect((await arrive()).text.split(words.machine)).toHaveLength(2)
    expect((await say(words.report)).text).not.toContain(words.machine)
  })

  test('is told at the first question of a dialog that it is in Swedish only, and no more in it', async () => {
    const { arrive, say, tap } = await meet(language)
    const begun = await tap(await arrive(), words.title)
    expect(begun.replies.map((reply) => [reply.language, reply.text])).toEqual([
      [language, words.fallback],
      ['sv', expect.stringContaining('adress') as string],
    ])
    expect(turns.at(-1)!.untranslated).toBe(language)
    const next = await say('Storgatan 12')
    expect(languages(next)).toEqual(['sv'])
    expect(turns.at(-1)!.untranslated).toBe(language)
  })

  test('writes it on the Swedish page, is understood, and goes on in it with a tap', async () => {
    const { say, tap } = await meet()
    const noticed = await say(language === 'so' ? `${words.report}, waxaan rabaa caawimo` : words.report)
    const { answers } = turns.at(-1)!
    expect(answers).toMatchObject({ kind: 'light' })
    expect(languages(noticed)).toEqual([language, 'sv'])
    const own = noticed.replies.at(-1)!.suggestions.at(-1)!.label
    expect(languages(await tap(noticed, own))).toEqual([language])
    expect(turns.at(-1)!.answers).toEqual(answers)
  })
})

/** As if nobody had translated it. A clone is of another realm, where `instanceof` knows no Map. */
function dropLanguage(value: unknown, language: string): void {
  if (typeof value !== 'object' || value === null) return
  if (types.isMap(value))
    for (const key of [...value.keys()]) if (String(key).split('.')[0] === language) value.delete(key)
  for (const part of types.isMap(value) ? value.values() : Object.values(value)) dropLanguage(part, language)
}

describe('where a dialog is in Swedish only, a Swedish sentence', () => {
  const meetUntranslated = async (): Promise<Resident> => {
    const shipped = await shippedContent()
    const contact = structuredClone(shipped.dialogs.get('kontakta-oss')!)
    dropLanguage(contact, 'fi')
    const content = { ...shipped, dialogs: new Map([...shipped.dialogs, ['kontakta-oss', contact]]) }
    return residentOf(store, { content, observer, language: 'fi' })
  }

  test('has the hours and the day that an action tells in Swedish', async () => {
    const { text } = await (await meetUntranslated()).begin('kontakta-oss')
    expect(text).toContain('öppnar i dag klockan 8.00')
    expect(text).toContain('De vanliga tiderna är måndag–fredag 8.00–16.30.')
  })

  test('has the date that a resident answered with', async () => {
    const { say } = await meetUntranslated()
    expect((await say('har ni öppet på julafton')).text).toContain('torsdag 24 december')
  })
})

interface Greeted {
  readonly title: string
  readonly person: string
  readonly nobodyKnows: string
  readonly interpreter: string
  readonly machine: string
  readonly fallback: string
}

/** So far the bot's own texts and an article are in these. */
const greeted: readonly (readonly [string, Greeted])[] = [
  [
    'uk',
    {
      title: 'Замовити вивезення великих відходів',
      person: 'хочу поговорити з людиною',
      nobodyKnows: 'не знаю',
      interpreter: 'мені потрібен перекладач',
      machine: 'Тексти перекладено машиною, муніципалітет їх перевіряє.',
      fallback: 'Цього ще немає українською, тому тут це шведською.',
    },
  ],
  [
    'fa',
    {
      title: 'رزرو بردن زباله‌های بزرگ',
      person: 'میخوام با یه نفر حرف بزنم',
      nobodyKnows: 'نمی‌دانم',
      interpreter: 'مترجم لازم دارم',
      machine: 'متن‌ها ترجمه ماشینی است و شهرداری آن‌ها را بررسی می‌کند.',
      fallback: 'این هنوز به فارسی نیست، پس اینجا به سوئدی است.',
    },
  ],
  [
    'pl',
    {
      title: 'Zamów odbiór dużych odpadów',
      person: 'chce rozmawiac z czlowiekiem',
      nobodyKnows: 'nie wiem',
      interpreter: 'potrzebuje tlumacza',
      machine: 'Teksty przetłumaczyła maszyna, a gmina je sprawdza.',
      fallback: 'Tego nie ma jeszcze po polsku, więc jest po szwedzku.',
    },
  ],
  [
    'es',
    {
      title: 'Pedir la recogida de residuos voluminosos',
      person: 'quiero hablar con alguien',
      nobodyKnows: 'no se',
      interpreter: 'necesito un intérprete',
      machine: 'Los textos están traducidos por una máquina y el municipio los revisa.',
      fallback: 'Esto todavía no está en español, así que aquí está en sueco.',
    },
  ],
  [
    'de',
    {
      title: 'Abholung von Sperrmüll buchen',
      person: 'mit einem Menschen sprechen',
      nobodyKnows: 'keine Ahnung',
      interpreter: 'ich brauche einen Dolmetscher',
      machine: 'Die Texte sind maschinell übersetzt und werden von der Gemeinde geprüft.',
      fallback: 'Das gibt es noch nicht auf Deutsch, deshalb steht es hier auf Schwedisch.',
    },
  ],
]

describe.each(greeted)('a resident who writes %s', (language, words) => {
  test('is welcomed in it, told of the machine, and answered about interpreters', async () => {
    const { arrive, say } = await meet(language)
    const welcome = await arrive()
    expect(languages(welcome)).toEqual([language])
    expect(welcome.text).toContain(words.machine)
    const answer = await say(words.interpreter)
    expect(answer.outcome).toBe('answered-article')
    expect(languages(answer)).toEqual([language])
  })

  test('reaches a person with the words that people use', async () => {
    const { say } = await meet(language)
    const { replies, outcome } = await say(words.person)
    expect(outcome).toBe('handed-off-closed')
    expect(replies.map((reply) => reply.language)).toEqual([language])
  })

  test('is told that a dialog is in Swedish, and is not taken at their word when they do not know', async () => {
    const { arrive, say, tap } = await meet(language)
    const begun = await tap(await arrive(), words.title)
    expect(begun.text).toContain(words.fallback)
    expect(languages(begun)).toEqual([language, 'sv'])
    await say(words.nobodyKnows)
    expect(turns.at(-1)!.answers).not.toHaveProperty('address')
  })
})

test('an article that is not translated comes after a word about it, in a reply of its own', async () => {
  const { say } = await meet()
  await say('suomeksi')
  const { outcome, replies } = await say('vem betalar för att ta bort vägglöss')
  expect(outcome).toBe('answered-article')
  expect(replies.map(({ language, sources }) => [language, sources.length])).toEqual([
    ['fi', 0],
    ['sv', 1],
  ])
  expect(replies[0]!.text).toBe('Tätä ei ole vielä suomeksi, joten se on tässä ruotsiksi.')
})

test('a question about something else in a language spoken in part starts no dialog by chance', async () => {
  const { say } = await meet('ar')
  for (const question of ['أريد المساعدة في دفع الإيجار', 'ابني لا يذهب إلى المدرسة', 'كم تكلفة الروضة']) {
    await say(question)
    expect(turns.at(-1)!.outcome).not.toBe('asked')
  }
})

test('a phone number in an Arabic sentence is kept from being read backwards', async () => {
  const { arrive } = await meet('ar')
  expect((await arrive()).text).toContain('\u2068042-10 50 00\u2069')
})

test('digits of an Arabic keyboard are digits', async () => {
  const { say } = await meet('ar', 'sms')
  await say('أريد الإبلاغ عن عطل')
  await say('٢')
  expect(turns.at(-1)!.answers).toMatchObject({ kind: 'light' })
})

test('"I do not know" is no "no" in a language where it begins with one', async () => {
  const { say } = await meet('ar')
  await say('مصباح الشارع في Storgatan 12 معطل')
  await say('لا أعرف إن كان هناك خطر')
  // In doubt it is taken for a danger: `unsure: yes` says so.
  expect(turns.at(-1)!.answers).toMatchObject({ danger: true })
})

test('"I do not know" is not taken for the name of a place', async () => {
  const { begin, say } = await meet('fi')
  await begin('grovsopor')
  await say('en tieda')
  expect(turns.at(-1)!.answers).not.toHaveProperty('address')
})

test('somebody whose language the city does not speak is told which it does', async () => {
  const { say } = await meet()
  const { text, outcome } = await say('Как заказать вывоз мусора')
  expect(outcome).toBe('unanswered-language')
  expect(text).toContain(
    'Jag kan svenska, engelska, arabiska, finska, somaliska, ukrainska, persiska, polska, spanska och tyska.',
  )
})

test('the language is changed by the name people have for it', async () => {
  const { say } = await meet()
  for (const [name, language] of [
    ['suomeksi', 'fi'],
    ['af soomaali', 'so'],
    ['بالعربية', 'ar'],
    ['українською', 'uk'],
    ['به فارسی', 'fa'],
    ['dari', 'fa'],
    ['po polsku', 'pl'],
    ['espanol', 'es'],
    ['auf deutsch', 'de'],
    ['svenska', 'sv'],
  ] as const)
    expect(languages(await say(name))).toEqual([language])
  // What stands around the talk goes with it.
  const speaks = async (text: string) => (await say(text)).replies.map((reply) => reply.speaks)
  expect([await speaks('english please'), await speaks('hello')]).toEqual([['en'], [undefined]])
})

const wishes = {
  ...{ sv: 'radera mina uppgifter', en: 'delete my data', ar: 'احذف بياناتي', fi: 'poista tietoni' },
  ...{ so: 'tirtir xogtayda', uk: 'видаліть мої дані', fa: 'اطلاعات من را پاک کن', pl: 'usuń moje dane' },
  ...{ es: 'borra mis datos', de: 'meine daten löschen' },
}
test.each(Object.entries(wishes))(
  'in %s the wish to be forgotten is answered with the words of the chat’s own menu, and the question is asked again',
  async (language, wish) => {
    const { menu, erase } = JSON.parse(
      readFileSync(join(projectRoot, 'adapters/web-chat/widget/texts', `${language}.json`), 'utf8'),
    ) as Readonly<Record<string, string>>
    const resident = await meet(language)
    await resident.begin('felanmalan')
    const { replies, text } = await resident.say(wish)
    expect(text).toContain(`"${menu!}"`)
    expect(text).toContain(`"${erase!}"`)
    expect(text).toContain('21')
    expect(replies.at(-1)!.suggestions.length).toBeGreaterThan(2)
  },
)
test('over SMS, which has no menu, it is answered with the number to ring', async () => {
  const { text } = await (await meet('sv', 'sms')).say('radera mina uppgifter')
  expect(text).not.toContain('Meny')
  expect(text).toContain('042-10 50 00')
})

describe('"change language"', () => {
  const names = [
    'Svenska',
    'English',
    'العربية',
    'Suomi',
    'Soomaali',
    'Українська',
    'فارسی',
    'Polski',
    'Español',
    'Deutsch',
  ]
  const offered = ({ replies }: Answered) =>
    replies.flatMap(({ suggestions }) => suggestions.map(({ label }) => label))
  test.each([
    ...['byt språk', 'change language', 'تغيير اللغة', 'vaihda kieli', 'beddel luqadda', 'змінити мову'],
    ...['تغییر زبان', 'zmień język', 'cambiar idioma', 'Sprache ändern'],
  ])('as "%s" offers each language in its own name', async (words) => {
    const asked = await (await meet()).say(words)
    expect(asked.outcome).toBe('answered-command')
    expect(offered(asked)).toEqual(names)
  })
  test('in a dialog is followed by the open question in the language chosen', async () => {
    const resident = await meet()
    await resident.begin('felanmalan')
    const { text, replies } = await resident.tap(await resident.say('vaihda kieli'), 'Suomi')
    expect(text).toContain('Vastaan nyt suomeksi.')
    expect(replies.at(-1)!.suggestions.map(({ label }) => label)).toContain('Rikkinäinen katuvalo')
  })
  test('over SMS has a number for each', async () => {
    const resident = await meet('sv', 'sms')
    await resident.begin('felanmalan')
    expect((await resident.say('byt språk')).text).toContain('2 English')
    const { text } = await resident.say('2')
    expect(text).toContain('I will answer in English now.')
    expect(text).toContain('What is the problem?')
  })
  test('is told of where help is asked for', async () => {
    const resident = await meet()
    expect((await resident.say('hjälp')).text).toContain('"byt språk"')
  })
})
