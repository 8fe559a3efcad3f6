// Personal data over the whole bot: what is read, what is told, and that the file on the disk never holds what is masked.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../../adapters/sqlite'
import { toConversationId } from '../../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { Store } from '../../../../bot/contracts/store/store'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

const messageId = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g
const hidden = 'Det här har jag dolt i det du skrev'

describe('personal data', () => {
  let directory: string
  let store: Store
  let resident: Resident
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'dygnet-privacy-'))
    store = openSqliteStore({ file: join(directory, 'dygnet.db'), clock: nightClock, logger: silentLogger })
    resident = await residentOf(store)
  })
  afterEach(async () => {
    await store.close()
    rmSync(directory, { recursive: true })
  })
  const state = async () => (await store.load(toConversationId('web:resident'))).state
  const wrote = async () =>
    (await store.linesAfter(toConversationId('web:resident'), 0, 99)).flatMap((line) =>
      line.author === 'resident' && line.message.content.kind === 'text' ? [line.message.content.text] : [],
    )
  /** The database and its log, as they lie on the disk, without the ids of messages: by chance those hold any four figures. */
  const bytes = () =>
    readdirSync(directory)
      .map((file) => readFileSync(join(directory, file), 'latin1').replace(messageId, ''))
      .join()

  describe('a personal identity number', () => {
    test('in a sentence is not kept, and the rest of the sentence is heard', async () => {
      await resident.say('gatlyktan på Storgatan 12 är trasig')
      const { text } = await resident.say('nej, platsen är Storgatan 21, jag heter Bo 19900101-1239')
      expect(text).toContain(`${hidden}, så att det inte sparas: personnummer.`)
      expect(await state()).toContain('Storgatan 21')
      expect(bytes()).toContain('Storgatan 21')
      expect(bytes()).not.toContain('1239')
    })
    test('alone brings the sentence and the question once more', async () => {
      await resident.say('gatlyktan på Storgatan 12 är trasig')
      const { text, outcome } = await resident.say('900101-1239')
      expect(text).toContain(hidden)
      expect(text).toContain('Kan någon skada sig just nu?')
      expect(outcome).toBe('guarded-personal-data')
    })
    test('outside a dialog brings the sentence', async () => {
      expect(await resident.say('19900101-1239')).toMatchObject({ outcome: 'guarded-personal-data' })
      expect(await wrote()).toEqual(['[personnummer]'])
    })
    test('over two messages is never whole', async () => {
      await resident.say('mitt personnummer är 900101')
      const { text, outcome } = await resident.say('1239')
      expect(outcome).toBe('guarded-personal-data')
      expect(text).toContain(hidden)
      expect(await wrote()).toEqual(['mitt personnummer är 900101', '[personnummer]'])
      expect(bytes()).not.toContain('1239')
    })
    test('over two messages with another word between them is never whole', async () => {
      await resident.say('mitt personnummer är 900101')
      await resident.say('hej')
      expect((await resident.say('1239')).outcome).toBe('guarded-personal-data')
      expect(bytes()).not.toContain('1239')
    })
    test('behind hidden characters is found', async () => {
      await resident.say('jag heter Bo ９0\u200b0101\u{e0041}-\u202e12\u00ad39')
      expect(await wrote()).toEqual(['jag heter Bo [personnummer]'])
    })
    test('is told of each time', async () => {
      await resident.say('jag heter Bo 900101-1239')
      expect((await resident.say('hon heter Eva 811218-9876')).text).toContain(hidden)
    })
    test('says nothing of the topic: the sentence is understood as without it', async () => {
      const { outcome, text } = await resident.say('när är återvinningscentralen öppen? 900101-1239')
      expect(outcome).toBe('answered-article')
      expect(text).toContain(hidden)
    })
  })

  test('of every kind that no dialog asks for never touches the disk', async () => {
    await resident.say('hej, mitt kort är 4111 1111 1111 1111 och min bil ABC 123')
    await resident.say('kontot är SE45 5000 0000 0583 9825 7466 och bankgiro 505-0109, orgnr 556036-0793')
    expect(bytes()).toContain('mitt kort')
    for (const part of ['4111', 'ABC 123', '0583', '0109', '0793']) expect(bytes()).not.toContain(part)
  })

  describe('a phone number', () => {
    test('in the first sentence of a dialog that asks for one is its answer', async () => {
      await resident.say('kan ni ringa mig på 070-123 45 67')
      expect(await state()).toContain('+46701234567')
      expect(await wrote()).toEqual(['kan ni ringa mig på 070-123 45 67'])
    })
    test('as the answer to a question stays as it was written', async () => {
      await resident.say('kan ni ringa mig')
      await resident.say('min faktura')
      const { text } = await resident.say('070123-4567')
      expect(text).not.toContain(hidden)
      expect(await state()).toContain('+46701234567')
    })
    test('that nobody needs is masked when the turn is done, and told once in a talk', async () => {
      const first = await resident.say('när är återvinningscentralen öppen? 070-123 45 67')
      expect(first.outcome).toBe('answered-article')
      expect(first.text).toContain(`${hidden}, så att det inte sparas: telefonnummer.`)
      expect((await resident.say('när öppnar simhallen? jag har 070-123 45 67')).text).not.toContain(hidden)
      const third = await resident.say('när öppnar simhallen? jag har 070-123 45 67 och bo@exempel.se')
      expect(third.text).toContain('sparas: e-postadress.')
      expect(await wrote()).toEqual([
        'när är återvinningscentralen öppen? [telefon]',
        'när öppnar simhallen? jag har [telefon]',
        'när öppnar simhallen? jag har [telefon] och [e-post]',
      ])
      await store.close()
      expect(bytes()).toContain('[telefon]')
      expect(bytes()).not.toContain('123 45 67')
      store = openSqliteStore({ file: join(directory, 'dygnet.db'), clock: nightClock, logger: silentLogger })
    })
    test('alone, where nobody asked for one, is not kept', async () => {
      const { outcome, text } = await resident.say('070-123 45 67')
      expect(outcome).toBe('guarded-personal-data')
      expect(text).toContain('telefonnummer')
      expect(await wrote()).toEqual(['[telefon]'])
    })
    test('said once more after the errand that asked for it is answered like anything not understood', async () => {
      await resident.say('gatlyktan på Storgatan 12 är trasig')
      for (const answer of ['nej', '070-123 45 67', 'hoppa över']) await resident.say(answer)
      expect((await resident.say('ja')).outcome).toBe('completed')
      const { outcome, text } = await resident.say('070-123 45 67')
      expect(outcome).not.toBe('guarded-personal-data')
      expect(text).not.toBe('')
    })
    test('in a text that a question asks for is masked in the answer', async () => {
      await resident.begin('synpunkt')
      await resident.say('klagomål')
      await resident.say('Bussen kör för fort, fråga Eva på 070-765 43 21 eller 900101-1239')
      expect(await state()).toContain('Bussen kör för fort')
      expect(await state()).not.toContain('765 43 21')
      expect(await state()).not.toContain('1239')
    })
    test('beside a text is the answer to the question that asks for it next, and is not told of', async () => {
      await resident.begin('bli-uppringd')
      const { text: heard } = await resident.say('det gäller en faktura, ring 070-123 45 67')
      expect(heard).not.toContain(hidden)
      const { text } = await resident.say('hoppa över')
      expect(text).toContain('Stämmer det?')
      expect(text).toMatch(/: en faktura$/m)
      expect(text).toContain('070-123 45 67')
    })
    test('alone where a text is asked for is the answer to the question for it, and the text is asked for again', async () => {
      await resident.begin('bli-uppringd')
      const { text } = await resident.say('070-123 45 67')
      expect(text).not.toContain(hidden)
      expect(text).toContain('Vad gäller det?')
      await resident.say('min faktura')
      expect((await resident.say('hoppa över')).text).toContain('Stämmer det?')
    })
    test('beside another one in a text is neither, for nobody can tell whose it is', async () => {
      await resident.begin('bli-uppringd')
      const { text } = await resident.say('min faktura, 070-123 45 67 eller 070-765 43 21')
      expect(text).toContain(hidden)
      expect((await resident.say('hoppa över')).text).toContain('Vilket nummer ska vi ringa?')
    })
    test.each([
      'ring mig 0701740605 om förskola',
      'ring mig 070-174 06 05 om förskola',
      'ring mig på 070-174 06 05 om ett bygglov',
    ])('with the wish to be called about something is the number to call: %s', async (wish) => {
      const { text } = await resident.say(wish)
      expect(text).not.toContain(hidden)
      const asked = await resident.say('på tisdag efter tre')
      expect(asked.text).toContain('Önskad tid: på tisdag efter tre')
      expect(asked.text).toContain('070-174 06 05')
    })
    test('of the city stays', async () => {
      await resident.say('jag ringde 042-10 50 00 men ingen svarade')
      expect(await wrote()).toEqual(['jag ringde 042-10 50 00 men ingen svarade'])
    })
  })

  test('is masked in why an answer did not help', async () => {
    const answered = await resident.say('när öppnar biblioteket?')
    await resident.judge(answered, 'jag är 900101-1239, ring 070-123 45 67')
    expect((await store.records('feedback', { limit: 1 }))[0]?.value).toMatchObject({
      reason: 'jag är [personnummer], ring [telefon]',
    })
    expect(bytes()).not.toContain('1239')
  })

  test('is masked in a cry for help too, without a word of it in the advice', async () => {
    const { outcome, text } = await resident.say('hjälp, min man slår mig! 900101-1239, 070-123 45 67')
    expect(outcome).toBe('guarded-emergency')
    expect(text).not.toContain(hidden)
    expect(await wrote()).toEqual(['hjälp, min man slår mig! [personnummer], [telefon]'])
  })

  test.each([
    ['en', 'I have hidden this in what you wrote'],
    ['ar', 'أخفيت ما يلي مما كتبته'],
    ['fi', 'Piilotin tämän kirjoittamastasi'],
    ['so', 'Waxaan ka qariyay waxaad qortay'],
  ])('is told of in the language %s', async (language, sentence) => {
    const other = await residentOf(store, { name: language, language })
    expect((await other.say('900101-1239')).text).toContain(sentence)
  })

  test('is masked in the transcript of a turn that failed', async () => {
    const failing = await residentOf(store, {
      name: 'unlucky',
      runAction: () => Promise.reject(new Error('no')),
    })
    const { outcome } = await failing.say('jag vill prata med kontaktcenter 070-765 43 21')
    const lines = await store.linesAfter(toConversationId('web:unlucky'), 0, 99)
    expect(outcome).toBe('failed-unknown')
    expect(JSON.stringify(lines)).not.toContain('765 43 21')
  })
})
