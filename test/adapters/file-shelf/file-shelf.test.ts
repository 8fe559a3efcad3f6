// The shelf on a real disk: what it takes, what is left of it, and when it goes.
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import promises from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { createFileShelf } from '../../../adapters/file-shelf'
import type { FileNeeds, FileShelf } from '../../../bot/contracts/store/file-shelf'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import type { SentFile } from '../../../bot/contracts/talk/sent-file'
import { createMemoryLogger } from '../../support/web-chat-server'
import { pdf, phonePicture, pixelBomb, pngPicture, webpPicture } from '../../support/pictures'

let directory: string
let shelf: FileShelf
const anna = toConversationId('web:anna/../åäö')
const bo = toConversationId('web:bo')

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dygnet-shelf-'))
  shelf = createFileShelf({ directory, maxBytes: 500_000 })
})
afterEach(() => {
  rmSync(directory, { recursive: true })
})

/** Of a store with these records (`case F-1`), all of them around every conversation. */
function needsOf(...records: readonly string[]): FileNeeds {
  const holders = records.filter((one) => one.startsWith('case ')).map((one) => one.slice(5))
  return {
    hasRecord: ({ collection, id }) => Promise.resolve(records.includes(`${collection} ${id}`)),
    mayNeed: () => Promise.resolve(holders.map((id) => ({ collection: 'case', id }))),
  }
}

const filesIn = (room: 'quarantine' | 'files') =>
  readdirSync(directory).includes(room)
    ? readdirSync(join(directory, room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : []

async function taken(bytes: Buffer, conversation = anna): Promise<SentFile> {
  const result = await shelf.take(conversation, Readable.from([bytes]))
  if (result.kind !== 'taken') throw new Error(`refused: ${result.why}`)
  return result.file
}

describe('a picture', () => {
  it('loses where it was taken and by whom, and stands the right way up', async () => {
    const before = await phonePicture(800, 600)
    expect(before.includes('Anna Andersson')).toBe(true)
    const file = await taken(before)
    expect(file).toMatchObject({ kind: 'photo', width: 600, height: 800 })
    const [path = ''] = filesIn('quarantine')
    const stored = await sharp(path).metadata()
    expect(stored).toMatchObject({ format: 'jpeg', width: 600, height: 800 })
    for (const trace of [stored.exif, stored.xmp, stored.iptc, stored.icc, stored.orientation])
      expect(trace).toBeUndefined()
    expect(readFileSync(path).includes('Anna')).toBe(false)
    expect(file.bytes).toBe(statSync(path).size)
  })

  it('is made no larger than serves', async () => {
    shelf = createFileShelf({ directory, maxBytes: 20_000_000 })
    expect(await taken(await phonePicture(4_000, 1_000))).toMatchObject({ width: 640, height: 2_560 })
  })

  it.each([
    ['PNG', pngPicture],
    ['WebP', webpPicture],
  ])('in %s is stored as a JPEG', async (_, make) => {
    await taken(await make())
    const [path = ''] = filesIn('quarantine')
    expect((await sharp(path).metadata()).format).toBe('jpeg')
  })

  it('is readable for this program alone, under a name that says nothing', async () => {
    const { file } = await taken(await pngPicture())
    const [path = ''] = filesIn('quarantine')
    expect(path.endsWith(`${file}.jpg`)).toBe(true)
    expect(file).toMatch(/^[0-9a-f]{32}$/)
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(statSync(join(directory, 'quarantine')).mode & 0o077).toBe(0)
  })
})

test('a PDF is kept as it came', async () => {
  expect(await taken(pdf)).toMatchObject({ kind: 'pdf', bytes: pdf.length })
  expect(readFileSync(filesIn('quarantine')[0] ?? '')).toEqual(pdf)
})

describe('refused, with nothing left behind', () => {
  const cut = async () => (await phonePicture()).subarray(0, 20_000)
  const page = Buffer.from('<html><script>alert(1)</script></html>')
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['nothing at all', () => Buffer.alloc(0), 'empty'],
    ['a web page', () => page, 'wrong-type'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'wrong-type'],
    ['a GIF', () => Buffer.from('GIF89a\u0001\u0000'), 'wrong-type'],
    ['a zip', () => Buffer.from('PK\u0003\u0004'), 'wrong-type'],
    [
      'a page behind the first bytes of a JPEG',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), page]),
      'damaged',
    ],
    [
      'an SVG behind the first bytes of a PNG',
      () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('<svg/>')]),
      'damaged',
    ],
    ['a picture cut in the middle', cut, 'damaged'],
    ['a picture that unpacks to too many pixels', pixelBomb, 'too-large'],
    ['too many bytes', () => Buffer.concat([pdf, Buffer.alloc(500_000)]), 'too-large'],
    ['a PDF cut in the middle', () => pdf.subarray(0, 40), 'damaged'],
  ])('%s', async (_, bytes, why) => {
    expect(await shelf.take(anna, Readable.from([await bytes()]))).toEqual({ kind: 'refused', why })
    expect(filesIn('quarantine')).toEqual([])
  })

  it('what broke off', async () => {
    const broken = new Readable({ read: () => undefined })
    const taking = shelf.take(anna, broken)
    broken.push(await pngPicture())
    broken.destroy(new Error('cut'))
    await expect(taking).rejects.toThrow('cut')
    expect(filesIn('quarantine')).toEqual([])
  })
})

describe('nothing is left behind when the disk', () => {
  type Opened = Awaited<ReturnType<typeof promises.open>>
  /** The disk refuses a deed on the paths that end so. */
  const refuse = (ending: string, deed: 'writeFile' | 'sync') => {
    const open = promises.open.bind(promises)
    return jest.spyOn(promises, 'open').mockImplementation(async (path, ...rest): Promise<Opened> => {
      const handle = await open(path, ...rest)
      if (String(path).endsWith(ending)) handle[deed] = () => Promise.reject(new Error('ENOSPC'))
      return handle
    })
  }
  afterEach(() => {
    jest.restoreAllMocks()
  })

  it.each([
    ['has no room for a picture', '.jpg', 'writeFile'],
    ['cannot say that a picture is on it', '.jpg', 'sync'],
    ['cannot say that its folder is on it', Buffer.from(anna).toString('hex'), 'sync'],
  ] as const)('%s', async (_, ending, deed) => {
    refuse(ending, deed)
    await expect(shelf.take(anna, Readable.from([await pngPicture()]))).rejects.toThrow('ENOSPC')
    expect(filesIn('quarantine')).toEqual([])
  })
})

test('what broke off before it was read is refused, and hurts nobody', async () => {
  await expect(shelf.take(anna, createReadStream(join(directory, 'missing.jpg')))).rejects.toThrow()
  expect(filesIn('quarantine')).toEqual([])
})

test('what hides behind a whole picture is not passed on', async () => {
  await taken(Buffer.concat([await phonePicture(), Buffer.from('<?php evil(); ?>')]))
  expect(readFileSync(filesIn('quarantine')[0] ?? '').includes('evil')).toBe(false)
})

test('a file is kept once, however often a turn is repeated', async () => {
  const file = await taken(pdf)
  expect(await shelf.keep(anna, [file])).toBe(true)
  expect(await shelf.keep(anna, [file])).toBe(true)
  expect([filesIn('quarantine').length, filesIn('files').length]).toEqual([0, 1])
})

test('a file of another conversation, or of none, cannot be kept', async () => {
  const file = await taken(pdf)
  expect(await shelf.keep(bo, [file])).toBe(false)
  expect(await shelf.keep(anna, [{ ...file, file: '0'.repeat(32) }])).toBe(false)
  await expect(shelf.keep(anna, [{ ...file, file: '../x' }])).rejects.toThrow('hexadecimal')
})

test('a file that is kept is read, and no other', async () => {
  const [kept, loose] = [await taken(pdf), await taken(pdf)]
  await shelf.keep(anna, [kept])
  expect(await shelf.read(anna, kept)).toEqual(pdf)
  expect([await shelf.read(anna, loose), await shelf.read(bo, kept)]).toEqual([undefined, undefined])
  await expect(shelf.read(anna, { ...kept, file: '../../x' })).rejects.toThrow('hexadecimal')
})

test('what is discarded is gone, and of an erased conversation all that no record needs', async () => {
  const [one, other] = [await taken(pdf), await taken(pdf)]
  await shelf.discard(anna, [one])
  expect(filesIn('quarantine')).toHaveLength(1)
  await shelf.keep(anna, [other])
  await shelf.hold(anna, [other], { collection: 'case', id: 'F-1' })
  await taken(pdf)
  await taken(pdf, bo)
  await shelf.erase(anna, needsOf('case F-1'))
  expect(await shelf.read(anna, other)).toEqual(pdf)
  expect(filesIn('quarantine')).toHaveLength(1)
  await shelf.erase(anna, needsOf())
  expect([await shelf.count(anna), await shelf.count(bo)]).toEqual([0, 1])
  expect(filesIn('files')).toEqual([])
})

const asFolder = (path: string): void => {
  rmSync(path)
  mkdirSync(path)
}

describe('a sweep', () => {
  const alive = new Set<string>()
  const sweep = (before = new Date(0)) =>
    shelf.sweep({
      before,
      hasConversation: (id) => Promise.resolve(alive.has(id)),
      needs: needsOf(...alive),
    })
  beforeEach(() => {
    alive.clear()
    alive.add(anna)
  })

  it('takes what has been in quarantine too long, and nothing younger', async () => {
    await taken(pdf)
    await taken(pdf)
    const [old = ''] = filesIn('quarantine')
    utimesSync(old, 1_000, 1_000)
    expect(await sweep(new Date(2_000_000))).toBe(1)
    expect(filesIn('quarantine')).toHaveLength(1)
  })

  it('leaves the files of a conversation that is there, and takes those of one that is not', async () => {
    await shelf.keep(anna, [await taken(pdf)])
    await shelf.keep(bo, [await taken(pdf, bo)])
    expect([await sweep(), await shelf.count(anna), await shelf.count(bo)]).toEqual([1, 1, 0])
  })

  it('leaves what a case needs when its conversation is gone, until the case is gone too', async () => {
    const [inCase, loose] = [await taken(pdf), await taken(pdf)]
    await shelf.keep(anna, [inCase, loose])
    await shelf.hold(anna, [inCase], { collection: 'case', id: 'F-1' })
    alive.delete(anna)
    alive.add('case F-1')
    expect([await sweep(), await shelf.count(anna)]).toEqual([1, 1])
    alive.clear()
    expect([await sweep(), await shelf.count(anna)]).toEqual([1, 0])
    expect(filesIn('files')).toEqual([])
  })

  it.each([
    ['is empty', (path: string) => writeFileSync(path, '')],
    ['is cut', (path: string) => writeFileSync(path, '{"collection":"ca')],
    ['says something else', (path: string) => writeFileSync(path, '{"collection":"street","id":7}')],
    ['cannot be read', asFolder],
  ])('goes on past a note that %s, and asks by its name which record it is of', async (_, spoil) => {
    const logger = createMemoryLogger()
    shelf = createFileShelf({ directory, maxBytes: 500_000, logger })
    await keptFor(anna, 'F-1')
    await shelf.keep(bo, [await taken(pdf, bo)])
    for (const path of filesIn('files').filter((one) => one.endsWith('.held'))) spoil(path)
    alive.clear()
    alive.add('case F-1')
    expect([await sweep(), await shelf.count(anna), await shelf.count(bo)]).toEqual([1, 1, 0])
    alive.clear()
    alive.add('case F-2')
    expect([await sweep(), await shelf.count(anna)]).toEqual([1, 0])
    expect(filesIn('files')).toEqual([])
    expect(logger.lines).toMatchObject([
      { level: 'warn', facts: { held: true } },
      { level: 'warn', facts: { held: false } },
    ])
    expect(JSON.stringify(logger.lines)).not.toContain('F-1')
  })

  it('leaves a folder that cannot be swept for later, and sweeps the others', async () => {
    const logger = createMemoryLogger()
    shelf = createFileShelf({ directory, maxBytes: 500_000, logger })
    await shelf.keep(bo, [await taken(pdf, bo)])
    for (const room of ['quarantine', 'files']) writeFileSync(join(directory, room, '00'), 'no folder')
    expect([await sweep(), await shelf.count(bo)]).toEqual([1, 0])
    expect(logger.lines).toMatchObject([{ level: 'error' }, { level: 'error' }])
  })
})

const keptFor = async (conversation: typeof anna, id: string): Promise<SentFile> => {
  const file = await taken(pdf, conversation)
  await shelf.keep(conversation, [file])
  await shelf.hold(conversation, [file], { collection: 'case', id })
  return file
}

test('a note is there whole or not at all, and what was begun of one goes with its file', async () => {
  const file = await keptFor(anna, 'F-1')
  const [note = ''] = filesIn('files').filter((path) => path.endsWith('.held'))
  // A folder in its place stands for any write that fails at the end.
  rmSync(note)
  mkdirSync(join(note, 'x'), { recursive: true })
  await expect(shelf.hold(anna, [file], { collection: 'case', id: 'F-1' })).rejects.toThrow()
  expect(filesIn('files').map((path) => path.slice(-4))).toEqual(['.pdf'])
  writeFileSync(`${note}.0a0b0c0d.part`, '{')
  await shelf.erase(anna, needsOf())
  expect(readdirSync(join(directory, 'files'))).toEqual([])
})
