// What residents say to the open question that is no answer to it: a yes to something else, a correction, another answer.
import { openSqliteStore } from '../../../../adapters/sqlite'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
let resident: Resident

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  resident = await residentOf(store)
})
afterEach(() => store.close())

describe('a person who was offered', () => {
  const offered = () => resident.say('skolskjuts', 'blå', 'grön', 'röd')

  test.each(['ja', 'ja tack gärna', 'yes please'])('is got with "%s"', async (yes) => {
    expect((await offered()).text).toContain('Vill du prata med en människa i stället?')
    const reply = await resident.say(yes)
    expect(reply.outcome).toMatch(/^handed-off/)
  })

  test('is declined with a no, and the question waits', async () => {
    const question = await resident.begin('skolskjuts')
    await offered()
    const reply = await resident.say('nej tack')
    expect(reply.outcome).toBe('asked')
    expect(reply.text).not.toContain('människa i stället')
    expect(reply.text).toContain(question.text.split('\n')[0])
  })

  test('does not take the yes to a question of its own', async () => {
    await resident.say('hål i gatan', 'Kungsgatan 3', 'blå', 'grön', 'röd')
    expect((await resident.say('ja')).outcome).toBe('asked')
  })
})

describe('after a no', () => {
  const asked = () => resident.say('soptunnan är inte tömd', 'restavfall', 'Kungsgatan 5', 'i går')

  test.each([
    ['nej det var i dag', 'Skulle ha tömts är nu I dag'],
    ['nej vänta det var matavfallet', 'Kärl är nu Matavfall'],
    ['nej menar i förrgår', 'Skulle ha tömts är nu söndag 22 november'],
    ['nej det var i torsdags', 'Skulle ha tömts är nu torsdag 19 november'],
    ['nej vänta, det var i torsdags', 'Skulle ha tömts är nu torsdag 19 november'],
    ['nej förresten det var i torsdags', 'Skulle ha tömts är nu torsdag 19 november'],
    ['fel av mig, det var den 18:e', 'Skulle ha tömts är nu onsdag 18 november'],
    ['no, it was last Thursday', 'Skulle ha tömts är nu torsdag 19 november'],
  ])('"%s" corrects what was said before', async (text, changed) => {
    expect((await asked()).text).toContain('Stod kärlet framme')
    const reply = await resident.say(text)
    expect(reply.text).toContain(changed)
    expect(reply.text).toContain('Stod kärlet framme')
  })

  test('said once more it is no answer to the open question either', async () => {
    await asked()
    await resident.say('nej det var i torsdags')
    const reply = await resident.say('nej det var i torsdags')
    expect([reply.outcome, reply.text]).toEqual(['asked', expect.stringContaining('Stod kärlet framme')])
  })

  test.each(['nej den stod inte framme', 'nej den stod inte framme i torsdags', 'nej'])(
    '"%s" is the answer',
    async (text) => {
      await asked()
      expect((await resident.say(text)).text).toContain('Kärlet måste stå framme')
    },
  )

  test('"nej fel gata" asks for the place anew', async () => {
    await resident.say('hål i gatan', 'Kungsgatan 3')
    expect((await resident.say('nej fel gata')).text).toContain('Var')
  })
})

describe('what a call is about', () => {
  test.each([
    ['nej det gäller skolskjuts', 'Ärende är nu skolskjuts'],
    ['fel av mig, det gäller en faktura', 'Ärende är nu en faktura'],
    ['nej vänta det är om hemtjänst', 'Ärende är nu hemtjänst'],
    ['oj, det handlar om bygglov', 'Ärende är nu bygglov'],
    ['nej jag menade en faktura', 'Ärende är nu en faktura'],
    ["no, it's about an invoice", 'Ärende är nu an invoice'],
  ])('is put right by "%s" at the next question', async (text, changed) => {
    const reply = await resident.say('ring mig', 'det gäller min skilsmässa', text)
    expect(reply.text).toContain(changed)
    expect(reply.text).toContain('När passar det bäst')
    expect((await resident.say('hoppa över', '0701740612')).text).not.toContain('skilsmässa')
  })

  test('is put right at the number and at the summary too', async () => {
    const reply = await resident.say('ring mig', 'bygglov', 'hoppa över', 'nej det gäller en faktura')
    expect(reply.text).toContain('Ärende är nu en faktura')
    expect((await resident.say('0701740612', 'nej, det gäller hemtjänst')).text).toContain(
      'Ärende: hemtjänst',
    )
  })

  test.each(['på torsdag efter 16', 'nej inte på morgonen, efter lunch'])('is not "%s"', async (text) => {
    expect((await resident.say('ring mig', 'bygglov', text)).text).toContain('Vilket nummer')
  })
})

describe('a pickup address', () => {
  test.each(['det här numret', 'fredag eftermiddag', 'nä tack det var allt', 'stämmer bra', 'onsdag'])(
    'is never "%s"',
    async (text) => {
      await resident.say('boka grovsopor', text)
      expect((await resident.say('ja')).text).toContain('Vilken adress ska vi hämta på?')
    },
  )

  test('stays when a day is to be changed', async () => {
    const reply = await resident.say('boka grovsopor', 'Strandvägen 5', 'ändra till torsdag')
    expect(reply.text).not.toContain('Hämtadress är nu')
    const noted = await resident.say('soffa', 'nej')
    expect(noted.text).toContain('Noterat. Tid: torsdag')
    expect((await resident.say('ändra till fredag')).text).toContain('Tid är nu fredag')
  })
})

test.each([
  ['en', 'pothole in the street', 'yes'],
  ['ar', 'حفرة في الشارع', 'نعم'],
  ['fi', 'kuoppa kadussa', 'joo'],
  ['so', 'god ayaa ku yaal waddada', 'haa'],
  ['sv', 'hål i gatan', 'ja'],
])('in %s a bare yes is no place', async (language, report, yes) => {
  resident = await residentOf(store, { language, name: language })
  await resident.say(report)
  await resident.say(yes)
  const conversation = JSON.parse((await store.load(`web:${language}` as never)).state ?? '{}') as {
    readonly frames: readonly { readonly open: string; readonly answers: object }[]
  }
  expect(conversation.frames[0]).toMatchObject({ open: 'place' })
  expect(conversation.frames[0]?.answers).not.toHaveProperty('place')
})

describe('asked what to change', () => {
  beforeEach(() =>
    resident.say('gatlyktan på Storgatan 12 är trasig', 'nej', 'hoppa över', 'hoppa över', 'ändra något'),
  )

  test('a yes confirms nothing', async () => {
    const reply = await resident.say('ja')
    expect(reply.text).toContain('Säg vilken av dem du vill ändra')
    expect(await store.records('case', { limit: 5 })).toHaveLength(0)
  })

  test('with a no the summary comes again, and a yes to that sends it', async () => {
    expect((await resident.say('nej')).text).toContain('Plats: Storgatan 12')
    await resident.say('ja')
    expect(await store.records('case', { limit: 5 })).toHaveLength(1)
  })
})

test.each(['i går', 'det var i fredags'])('"%s" inside an errand begins no other one', async (text) => {
  await resident.begin('borgerlig-vigsel')
  await resident.say('12/6 2027')
  const reply = await resident.say(text)
  expect(reply.text).not.toContain('kärl')
})

test('a yes below an article asks whether its errand was meant, and a second one begins it', async () => {
  await resident.say('vi vill gifta oss på rådhuset')
  expect((await resident.say('ja')).text).toContain('Menar du "Skicka förfrågan om borgerlig vigsel"?')
  expect((await resident.say('ja')).outcome).toBe('asked')
})

test('an answer to another question is read back, for the open one comes again', async () => {
  await resident.say('boka grovsopor')
  const reply = await resident.say('2 soffor, ett kylskåp och fyra stolar')
  expect(reply.text).toMatch(/^Noterat\. Saker: .*soff/i)
  expect(reply.text).toContain('Vilken adress')
})

describe('over SMS', () => {
  beforeEach(async () => {
    resident = await residentOf(store, { channel: 'sms', from: '+46701740605', to: '+46766861000' })
  })

  test('what is to be confirmed is not cut, however long its letters make it', async () => {
    resident = await residentOf(store, {
      channel: 'sms',
      from: '+46701740606',
      to: '+46766861000',
      language: 'ar',
      name: 'ar',
    })
    const summary = await resident.say('حفرة في الشارع', 'Kungsgatan 11', 'لا')
    expect(summary.text).toContain('Kungsgatan 11')
    expect(summary.text).not.toContain('MER')
  })

  test.each(['ja', 'samma nummer', 'mitt', 'Det här numret'])(
    '"%s" means the number that the resident writes from',
    async (text) => {
      expect((await resident.say('ring mig', 'faktura', 'hoppa över')).text).toContain('Det här numret')
      const reply = await resident.say(text)
      expect(reply.text).toContain('070-174 06 05')
    },
  )
})

describe('after a cry for help', () => {
  test('"fortsätt" goes on with the errand', async () => {
    const question = await resident.say('hål i gatan', 'Kungsgatan 3')
    await resident.say('det brinner hos grannen')
    const reply = await resident.say('fortsätt')
    expect(reply.text).toBe(question.text)
  })

  test('a complaint that tells of it is advised on first, and then taken with the advice beside it', async () => {
    const complaint = 'det är en halt överallt på Kungsgatan 5 och min mamma bröt benet'
    await resident.say('jag vill klaga på snöröjningen')
    expect((await resident.say(complaint)).outcome).toBe('guarded-emergency')
    await resident.say('fortsätt där vi var')
    const reply = await resident.say(complaint)
    expect(reply.text).toContain('112')
    expect(reply.outcome).toBe('asked')
  })

  test('who wanted to die is not met with guesses', async () => {
    await resident.say('jag vill dö')
    const reply = await resident.say('nej skojar')
    expect(reply.text).not.toContain('Menar du')
    expect(reply.text).toContain('90101')
  })
})

describe('what can be no answer, and is surely about something else,', () => {
  const asked = () => resident.say('gatlampan är trasig på Storgatan 5')
  const number = 'Vilket nummer står på stolpens skylt?'

  test.each([
    'och sen vill jag veta när återvinningscentralen har öppet på lördag',
    'jag undrar när återvinningscentralen har öppet',
  ])('is answered, and the question waits: "%s"', async (text) => {
    expect((await asked()).text).toContain(number)
    const reply = await resident.say(text)
    expect(reply.outcome).toBe('answered-article')
    expect(reply.text).toContain('Återvinningscentralen')
    expect(reply.text).toContain(number)
  })

  test('is begun where it is an errand, and the first one goes on after it', async () => {
    await asked()
    expect((await resident.say('jag vill också boka grovsopor')).text).toContain(
      'Vilken adress ska vi hämta på?',
    )
    expect((await resident.say('avbryt')).text).toContain(number)
  })

  test.each([
    'det är en gammal rostig stolpe utan något nummer alls',
    'aldrig sett någon skylt på den stolpen vad jag minns',
  ])('not so "%s"', async (text) => {
    await asked()
    expect((await resident.say(text)).outcome).toBe('asked')
  })
})
