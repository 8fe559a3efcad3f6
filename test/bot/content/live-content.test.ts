import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BundleShelf, shapesOf } from '../../../bot/content/bundle-shelf'
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { readContentFiles } from '../../../bot/content/content-files'
import type { Store } from '../../../bot/contracts/store/store'
import { classifierToBytes } from '../../../bot/understanding/classifier/classifier-file'
import { trainClassifier } from '../../../bot/understanding/classifier/train-classifier'
import { createOutage } from '../../support/flaky-store'
import { residentOf, type Resident } from '../../support/resident'
import { LiveCity, MovingClock } from './live-city'

let clock: MovingClock
let store: Store
let city: LiveCity
const residents = (): Promise<Resident> => residentOf(store, { clock, content: city.live.current })

beforeEach(async () => {
  clock = new MovingClock()
  store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  city = await new LiveCity(store, clock).open()
})
afterEach(async () => {
  await city.close()
  await store.close()
})

const file = 'dialogs/felanmalan.yaml'
/** An edit that changes what the dialog asks: the description is wanted for every kind. */
const reshape = () =>
  city.edit(file, '    length: 5..500\n    only if: kind is other\n', '    length: 5..500\n')
const newQuestion = 'Beskriv felet'

test('new words are said at once, in the middle of a talk, and each reply names its bundle', async () => {
  const resident = await residents()
  const before = await resident.say('jag vill göra en felanmälan')
  await city.edit(file, 'Vad gäller felet?', 'Vad är det som är fel?')
  const after = await resident.say('upprepa')
  expect(after.text).toContain('Vad är det som är fel?')
  expect(after.replies[0]!.bundle).toBe(city.live.status().bundle)
  expect(after.replies[0]!.bundle).not.toBe(before.replies[0]!.bundle)
})

describe('a phrase that is added', () => {
  const cache = mkdtempSync(join(tmpdir(), 'dygnet-live-cache-'))
  afterAll(() => rmSync(cache, { recursive: true, force: true }))
  const phrase = 'rännstenen svämmar över'
  const known = 'Det är ett hål i gatan'
  const isAsked = async (text: string, name: string) => {
    const resident = await residentOf(store, { clock, content: city.live.current, name })
    return (await resident.say(text)).outcome === 'asked'
  }

  test('is answered before everything is learnt anew, and then still', async () => {
    await city.close()
    city = await new LiveCity(store, clock, cache).open()
    expect(await isAsked(phrase, 'before')).toBe(false)
    const anew = city.hears('content is learnt anew')
    await city.edit(file, `- ${known}\n`, `- ${known}\n  - ${phrase}\n`)
    const along = city.live.current()
    expect(city.logged).not.toContain('content is learnt anew')
    expect(await isAsked(phrase, 'along')).toBe(true)
    await anew
    const whole = city.live.current()
    expect(whole.taught.examples).toBe(along.taught.examples)
    expect(whole.taught.classifier).not.toBe(along.taught.classifier)
    expect(await isAsked(phrase, 'whole')).toBe(true)
    const { examples } = whole.taught
    expect(classifierToBytes(whole.taught.classifier)).toEqual(classifierToBytes(trainClassifier(examples)))
  })
})

test('a faulty edit keeps the last good bundle, says where the fault is, and is served when mended', async () => {
  const { bundle } = city.live.status()
  await city.edit(file, 'type: yes/no', 'type: kanske', 'the last good bundle is still served')
  expect(city.live.status()).toMatchObject({
    bundle,
    fault: expect.stringContaining('felanmalan.yaml') as string,
  })
  expect((await (await residents()).say('jag vill göra en felanmälan')).outcome).toBe('asked')
  const heard = city.hears('the content is right again')
  await city.edit(file, 'type: kanske', 'type: yes/no # mended')
  await heard
  expect(city.live.status().fault).toBeUndefined()
})

test('a fault that is taken back is over, and the log says so', async () => {
  await city.edit(file, 'type: yes/no', 'type: kanske', 'the last good bundle is still served')
  await city.edit(file, 'type: kanske', 'type: yes/no', 'the content is right again')
  expect(city.live.status().fault).toBeUndefined()
})

test('an open talk keeps the version it was begun with until its pin is over, and then what was answered', async () => {
  const resident = await residents()
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  await reshape()
  expect((await resident.say('nej')).text).not.toContain(newQuestion)
  clock.pass(13)
  expect((await resident.say('upprepa')).text).not.toContain(newQuestion)
  clock.pass(12)
  const moved = await resident.say('upprepa')
  expect(moved.text).toContain(newQuestion)
  const summary = await resident.say('Lampan blinkar hela tiden')
  expect(summary.text).toContain('Vill du skicka med en bild')
})

test('a new talk gets the new version while an older one is pinned', async () => {
  await (await residents()).say('gatlyktan på Storgatan 12 är trasig')
  await reshape()
  const other = await residentOf(store, { clock, content: city.live.current, name: 'other' })
  await other.say('gatlyktan på Storgatan 12 är trasig')
  expect((await other.say('nej')).text).toContain(newQuestion)
})

test('a withdrawn version ends at once', async () => {
  const resident = await residents()
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  await reshape()
  clock.pass(0.1)
  const files = await readContentFiles(city.folder)
  const heard = city.hears('content is served')
  const { dialogs } = city.live.current()
  await new BundleShelf(store).publish(
    { files, shapes: shapesOf(dialogs) },
    { now: clock.now(), withdraw: ['felanmalan'] },
  )
  await heard
  expect((await resident.say('nej')).text).toContain(newQuestion)
})

test('a pinned talk finds its version again after a restart', async () => {
  const resident = await residents()
  await resident.say('gatlyktan på Storgatan 12 är trasig')
  await reshape()
  await city.live.close()
  await city.open()
  const again = await (await residents()).say('nej')
  expect(again.text).toContain('Vill du skicka med en bild')
})

test('files that were served and replaced before do not come back by starting an old machine', async () => {
  const old = await new LiveCity(store, clock).open()
  await city.edit(file, 'Vad gäller felet?', 'Vad är det som är fel?')
  await old.live.close()
  await old.open()
  expect(old.live.status().bundle).toBe(city.live.status().bundle)
  expect(old.live.status().fault).toContain('publish')
  await old.close()
})

test('a store that is away for many looks is told of once, and so is its return', async () => {
  await city.close()
  const outage = createOutage()
  city = await new LiveCity(outage.wrapStore(store), clock).open()
  const told = () => city.logged.filter((line) => line.includes('looked at'))
  const away = 'content could not be looked at; what is served stays'
  const again = 'content is looked at again'
  for (const times of [1, 2]) {
    for (let look = 0; look < 3; look += 1) await outage.begin('record')
    const heard = city.hears(again)
    outage.end()
    await heard
    expect(told()).toEqual(Array.from({ length: times }, () => [away, again]).flat())
  }
})
