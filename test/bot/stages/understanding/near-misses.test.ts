// What residents wrote and another topic was guessed for: the words of one matter are close to those of another.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Answered } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store

beforeEach(() => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
})
afterEach(() => store.close())

const ask = async (text: string, language = 'sv'): Promise<Answered> =>
  (await residentOf(store, { language })).say(text)

test.each([
  ['sv', 'hej vill boka hämtning av en soffa på tisdag på strandvägen 5', 'Ska vi hämta något mer?'],
  ['sv', 'boka hämtning av en frys på fredag', 'Vilken adress'],
  ['en', 'I want to book a pickup of a sofa on Tuesday', 'Which address'],
  ['sv', 'vad kostar grovsopor', '450 kronor'],
  ['sv', 'hur många gratis hämtningar har man per år', 'två gånger om året'],
  ['en', 'how many free pickups per year', 'twice a year'],
  ['sv', 'min son är rädd för att gå till skolan', 'rektor'],
  ['sv', 'mitt barn har blivit mobbat i skolan', 'rektor'],
  ['sv', 'min man dog i förrgår vad ska jag göra nu', 'Jag beklagar'],
  ['sv', 'är vattnet drickbart idag', 'går det bra att dricka'],
  ['sv', 'är återvinningscentralen öppen på juldagen', 'röda dagar'],
  ['sv', 'en död fågel på gatan', 'dött djur'],
])('%s: "%s" is answered', async (language, text, said) => {
  expect((await ask(text, language)).text).toContain(said)
})

test.each([
  ['sv', 'jag har precis blivit arbetslös och har ingen akassa', 'ekonomiskt bistånd'],
  ['sv', 'min sambo blev uppsagd och vi har ingen inkomst', 'ekonomiskt bistånd'],
  ['en', 'how can I get a daycare spot for my daughter', 'preschool'],
])('no alarming guess is made of it (%s): "%s"', async (language, text, said) => {
  const told = (await ask(text, language)).text
  expect(told).toContain(said)
  expect(told).not.toMatch(/vräkt|hits or threatens/)
})

test.each([
  ['sv', 'sparar du det jag skriver', '21 dagar'],
  ['sv', 'vad sparar ni om mig', '21 dagar'],
  ['sv', 'hur gör jag för att radera det jag har skrivit', '"Radera samtalet"'],
  ['sv', 'radera allt', '"Radera samtalet"'],
  ['en', 'do you store what I write', '21 days'],
  ['en', 'delete everything', '"Delete the conversation"'],
  ['sv', 'jag vill läsa min akt hos socialtjänsten', 'handling'],
])('who asks what is kept of them is told (%s): "%s"', async (language, text, said) => {
  expect((await ask(text, language)).text.toLowerCase()).toContain(said.toLowerCase())
})

test.each([
  ['sv', 'grannens ek håller på att ramla på mitt hus', 'träd'],
  ['sv', 'busshållplatsen borde ha tak', 'Vad vill du säga oss?'],
  ['sv', 'jag vill ha sms när mitt ärende är klart', 'ärende'],
  ['sv', 'parkeringsautomaten är trasig', 'Vad gäller felet?'],
  ['sv', 'p-automaten var trasig när jag fick boten', 'parkeringsanmärkning'],
  ['sv', 'frukost på fritids', 'mellanmål'],
  ['sv', 'husbil på vår gata i veckor', 'husvagn'],
  ['sv', 'jag är inte nöjd med beslutet om hemtjänst', 'tre veckor'],
  ['sv', 'hur ansöker man om hemtjänst', 'biståndshandläggare'],
  ['sv', 'var får man råd om ett sår som inte läker', '1177'],
  ['sv', 'körkort försvunnet vad göra', 'körkort'],
  ['sv', 'jag har svårt att handla och städa', 'biståndshandläggare'],
  ['en', "you didn't pick up my garbage", 'Which bin'],
  ['en', 'I want to book a pickup of bulky waste', 'address'],
  ['fi', 'roskia ei ole haettu', '042-10 50 00'],
])('the matter itself answers, and none that is near it (%s): "%s"', async (language, text, said) => {
  const { text: told, replies } = await ask(text, language)
  expect(`${told} ${JSON.stringify(replies)}`.toLowerCase()).toContain(said.toLowerCase())
  expect(told).not.toMatch(/Grannen bygger|Är det halt|bygglov/)
})

test.each([
  'är det farligt att dricka kaffe',
  'tillstånd för loppis på torget',
  'kurs i svenska för invandrare',
])('what no topic says is not answered with one: "%s"', async (text) => {
  expect((await ask(text)).outcome).not.toMatch(/^answered-article|^asked/)
})

test.each(['han går i åk 4', 'hon går i femman', 'han går i åk 7'])(
  '"%s" is of no blows at home',
  async (text) => {
    const { text: told, replies } = await ask(text)
    expect(`${told} ${JSON.stringify(replies)}`).not.toContain('slagen')
  },
)

test.each([
  ['öppet 24/12', 'har stängt torsdag 24 december'],
  ['öppettider 5/1', 'tisdag 5 januari'],
  ['öppet imorgon?', 'Kontaktcenter'],
])('"%s" asks for the hours of the contact centre', async (text, said) => {
  expect((await ask(text)).text).toContain(said)
})

test('"open tomorrow?" asks for the hours of the contact centre', async () => {
  expect((await ask('open tomorrow?', 'en')).text).toContain('The contact centre')
})

test.each(['jag är gravid', 'grävmaskinen väsnas', 'elementen är kalla och jag har en bebis'])(
  'to "%s" no topic is guessed',
  async (text) => {
    expect((await ask(text)).outcome).toBe('unanswered-out-of-scope')
  },
)

test.each(['hur går det', 'hur går de med lampan', 'what is the status of my case'])(
  '"%s" asks for a case',
  async (text) => {
    expect((await ask(text)).outcome).toBe('answered-case')
  },
)

describe('a call and the hours can be asked for in every language', () => {
  test.each([
    ['fi', 'soittakaa minulle'],
    ['uk', 'передзвоніть мені'],
    ['so', 'i soo wac'],
    ['ar', 'اتصلوا بي'],
    ['es', 'llámenme por favor'],
    ['fa', 'به من زنگ بزنید'],
    ['pl', 'proszę do mnie zadzwonić'],
    ['de', 'Rufen Sie mich bitte zurück'],
  ])('%s: "%s" is asked what it is about', async (language, text) => {
    expect((await ask(text, language)).outcome).toBe('asked')
  })

  test.each([
    ['fi', 'onko teillä auki jouluaattona'],
    ['ar', 'متى يفتح مركز الاتصال؟'],
    ['pl', 'czy jest otwarte jutro'],
    ['de', 'Haben Sie morgen geöffnet?'],
    ['es', '¿están abiertos mañana?'],
    ['fa', 'فردا باز هستید؟'],
  ])('%s: "%s" is told when', async (language, text) => {
    const told = await ask(text, language)
    expect(told.outcome).toBe('completed')
    expect(told.text).toContain('042-10 50 00')
  })
})
