// Pictures and documents in a talk with the shipped city: taken where a question wants them, refused kindly everywhere else.
import { openSqliteStore } from '../../../../adapters/sqlite'
import type { FileHolder, FileShelf } from '../../../../bot/contracts/store/file-shelf'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import type { SentFile } from '../../../../bot/contracts/talk/sent-file'
import type { Store } from '../../../../bot/contracts/store/store'
import { sampleFiles } from '../../../../scripts/conversation-tests/sample-files'
import { residentOf, type Resident } from '../../../support/resident'
import { nightClock } from '../../../support/test-bot'

let store: Store
let resident: Resident
let kept: string[]
let held: string[]
let isHere = true

/** Notes what the bot asks of it, in order. */
const shelf: Pick<FileShelf, 'keep' | 'hold'> = {
  keep: (_, files) => {
    kept.push(namesOf(files))
    return Promise.resolve(isHere)
  },
  hold: (_, files, { collection, id }: FileHolder) => {
    held.push(`${collection} ${id} ${namesOf(files)}`)
    return Promise.resolve()
  },
}
const namesOf = (files: readonly SentFile[]): string => files.map(({ file }) => Number(file)).join()

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: nightClock, logger: silentLogger })
  ;[kept, held, isHere] = [[], [], true]
  resident = await residentOf(store, { shelf })
})
afterEach(() => store.close())

const photos = (count: number) => sampleFiles('photo', count)
const toPhoto = async () => {
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  return resident.say('nej')
}

test('a question for a picture says so to the page, and a question for words does not', async () => {
  const asked = await toPhoto()
  expect(asked.replies.at(-1)?.takesFiles).toEqual({ type: 'photo', max: 3 })
  expect((await resident.say('hoppa över')).replies.at(-1)?.takesFiles).toBeUndefined()
})

test('a picture is kept before its answer is committed, shown in the summary, and held by the case', async () => {
  await toPhoto()
  expect((await resident.send(photos(1))).text).toContain('Vill du få besked')
  expect([kept, held]).toEqual([['1'], []])
  expect((await resident.say('hoppa över')).text).toContain('- Bild: 1 bild')
  expect((await resident.say('ja')).outcome).toBe('completed')
  expect(held).toEqual(['case F-2026-000001 1'])
  const [record] = await store.records('case', { limit: 1 })
  expect(record?.value).toMatchObject({ facts: { image: photos(1) } })
})

test('a picture that comes at the summary, after its question was passed over, is thanked for and shown', async () => {
  await toPhoto()
  await resident.say('hoppa över')
  await resident.say('hoppa över')
  const reply = await resident.send(photos(2))
  expect(reply.outcome).toBe('asked')
  expect(reply.text).toContain('Tack, jag har tagit emot 2 bilder.')
  expect(reply.text).toContain('- Bild: 2 bilder')
})

test('one more picture comes to those before, and the resident is told how many there are', async () => {
  await toPhoto()
  await resident.send(photos(1))
  expect((await resident.send(photos(1))).text).toContain('Ändrat: Bild är nu 2 bilder.')
})

test('a picture that a person takes over goes along with them', async () => {
  resident = await residentOf(store, {
    shelf,
    name: 'unlucky',
    runAction: () => Promise.resolve({ kind: 'failed', failure: 'unavailable' }),
  })
  await toPhoto()
  await resident.send(photos(1))
  await resident.say('hoppa över')
  await resident.say('ja')
  expect(held).toEqual(['call-back R-00001 1'])
})

describe('is refused, kept nowhere, and the open question asked again', () => {
  test.each([
    ['a document for a picture', sampleFiles('pdf', 1), 'Här behöver jag en bild'],
    ['too many', photos(4), 'högst 3'],
    ['what the channel does not hand over', [], 'bilder eller filer'],
  ])('%s', async (_, files, said) => {
    await toPhoto()
    const reply = await resident.send(files)
    expect(reply.outcome).toBe('guarded-upload')
    expect(reply.text).toContain(said)
    expect(reply.text).toContain('Vill du skicka med en bild')
    expect(reply.replies.at(-1)?.takesFiles).toEqual({ type: 'photo', max: 3 })
    expect(kept).toEqual([])
  })

  test('a file that is no longer on the shelf', async () => {
    await toPhoto()
    isHere = false
    const reply = await resident.send(photos(1))
    expect(reply.text).toContain('kom inte ända fram')
    expect(reply.text).toContain('Vill du skicka med en bild')
  })

  test('a picture in a dialog that wants none', async () => {
    await resident.begin('kontakta-oss')
    const reply = await resident.send(photos(1))
    expect([reply.outcome, kept]).toEqual(['guarded-upload', []])
  })
})

test('a picture when nothing is talked about is not kept, and the resident is told so', async () => {
  const reply = await resident.send(photos(1))
  expect(reply.outcome).toBe('guarded-upload')
  expect(reply.text).toContain('inte sparat')
  expect(kept).toEqual([])
})

test('words at a question for a picture are met with where to find the button', async () => {
  await toPhoto()
  expect((await resident.say('blorp fnord')).text).toContain('knappen vid skrivfältet')
})

test('over SMS nobody is asked for a picture', async () => {
  resident = await residentOf(store, { channel: 'sms', shelf })
  expect((await toPhoto()).text).toContain('Stämmer uppgifterna?')
})
