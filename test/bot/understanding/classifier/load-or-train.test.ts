// The classifier's cache on disk: real files, also broken and foreign ones.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from '../../../../bot/contracts/basics/logger'
import { loadOrTrain } from '../../../../bot/understanding/classifier/load-or-train'
import { trainClassifier } from '../../../../bot/understanding/classifier/train-classifier'
import { cityExamples } from '../city-examples'

const folder = mkdtempSync(join(tmpdir(), 'classifier-cache-'))
let cacheDirectory = ''
let count = 0
beforeEach(() => {
  count += 1
  cacheDirectory = join(folder, `deep-${count}`, 'cache')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const text = 'kan ni hämta min gamla soffa'
const expected = trainClassifier(cityExamples).classify(text)
const files = (): readonly string[] => readdirSync(cacheDirectory).map((name) => join(cacheDirectory, name))
const onlyFile = (): string => {
  const all = files()
  expect(all).toHaveLength(1)
  return all[0]!
}

function listeningLogger(): { readonly logger: Logger; readonly warnings: string[] } {
  const warnings: string[] = []
  const logger = {
    info: () => undefined,
    error: () => undefined,
    warn: (_: object, message: string) => warnings.push(message),
  }
  return { logger, warnings }
}

/** Spoils the head alone: the numbers behind it are no text. */
function replaced(good: Buffer, part: RegExp, by: string): Buffer {
  const end = good.indexOf('\n')
  return Buffer.concat([
    Buffer.from(good.subarray(0, end).toString('utf8').replace(part, by)),
    good.subarray(end),
  ])
}

function withBitTurned(good: Buffer, at: number): Buffer {
  const turned = Buffer.from(good)
  turned.writeUInt8(turned.readUInt8(at) ^ 1, at)
  return turned
}

describe('loadOrTrain', () => {
  it('makes the folder, writes one file, and uses it the next time', () => {
    expect(loadOrTrain({ examples: cityExamples, cacheDirectory, contentHash: 'a' }).classify(text)).toEqual(
      expected,
    )
    const file = onlyFile()
    const written = statSync(file)
    // Other examples under the same hash show that nothing was taught the second time.
    const second = loadOrTrain({ examples: [], cacheDirectory, contentHash: 'a' })
    expect(second.classify(text)).toEqual(expected)
    expect(statSync(file).ino).toBe(written.ino)
  })

  it('teaches anew when the content has changed', () => {
    loadOrTrain({ examples: cityExamples, cacheDirectory })
    const changed = loadOrTrain({
      examples: [...cityExamples, { text: 'hundar', label: 'article:hund' }],
      cacheDirectory,
    })
    expect(changed.parts.labels).toContain('article:hund')
    expect(files()).toHaveLength(2)
  })

  it('tells asked and told examples apart', () => {
    loadOrTrain({ examples: cityExamples, cacheDirectory })
    loadOrTrain({
      examples: cityExamples.map((one, at) => (at % 3 === 0 ? { ...one, kind: 'told' } : one)),
      cacheDirectory,
    })
    expect(files()).toHaveLength(2)
  })

  it('takes any text for a content hash without leaving its folder', () => {
    loadOrTrain({ examples: cityExamples, cacheDirectory, contentHash: '../../é\u0000/x' })
    expect(onlyFile()).toMatch(/classifier-[0-9a-f]{32}\.bin$/)
  })

  it.each<[string, (good: Buffer) => Buffer]>([
    ['an empty file', () => Buffer.alloc(0)],
    ['half a file', (good) => good.subarray(0, good.length / 2)],
    ['a file that is a number short', (good) => good.subarray(0, -4)],
    ['a file with one bit turned', (good) => withBitTurned(good, good.length - 1_000)],
    ['a head with another calibration', (good) => replaced(good, /"topic":\[/, '"topic":[1')],
    ['a foreign JSON file', () => Buffer.from('{"hello":"world"}\n')],
    ['a file of another format', (good) => replaced(good, /dygnet-classifier-\d+/, 'dygnet-classifier-0')],
    ['a file of another machine', (good) => replaced(good, /"byteOrder":"../, '"byteOrder":"XX')],
    ['a head that is null', () => Buffer.from('null\n')],
    ['a file that is no text', () => Buffer.from('\u0000\uFFFD'.repeat(100))],
  ])('ignores %s, warns, and writes it anew', (_, spoil) => {
    loadOrTrain({ examples: cityExamples, cacheDirectory })
    const file = onlyFile()
    const good = readFileSync(file)
    writeFileSync(file, spoil(good))
    const { logger, warnings } = listeningLogger()
    expect(loadOrTrain({ examples: cityExamples, cacheDirectory, logger }).classify(text)).toEqual(expected)
    expect(warnings).toEqual(['cached classifier is unusable; teaching a new one'])
    expect(readFileSync(onlyFile()).equals(good)).toBe(true)
  })

  it('serves without a cache when the folder cannot be written', () => {
    const inTheWay = join(folder, `file-${count}`)
    writeFileSync(inTheWay, '')
    chmodSync(inTheWay, 0o400)
    const { logger, warnings } = listeningLogger()
    const classifier = loadOrTrain({
      examples: cityExamples,
      cacheDirectory: join(inTheWay, 'cache'),
      logger,
    })
    expect(classifier.classify(text)).toEqual(expected)
    expect(warnings).toContain('the classifier could not be cached')
  })

  it("keeps the three newest files and nobody else's", () => {
    loadOrTrain({ examples: cityExamples, cacheDirectory, contentHash: 'first' })
    const notes = join(cacheDirectory, 'notes.txt')
    writeFileSync(notes, 'mine')
    for (const contentHash of ['b', 'c', 'd', 'e'])
      loadOrTrain({ examples: cityExamples.slice(0, 20), cacheDirectory, contentHash })
    expect(files().filter((name) => name.endsWith('.bin'))).toHaveLength(3)
    expect(readFileSync(notes, 'utf8')).toBe('mine')
  })
})
