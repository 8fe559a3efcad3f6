// Real files in a folder of their own.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeOldCached, writeCachedFile } from '../../../bot/disk-cache/cached-file'
import { copyCached } from '../../../bot/disk-cache/copy-cached'
import { sealBytes, unsealBytes } from '../../../bot/disk-cache/sealed-bytes'

const folder = mkdtempSync(join(tmpdir(), 'disk-cache-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const bytes = Buffer.from('gatlyktan\n\0lyser')

test('makes the folder, and leaves nothing but the file', () => {
  const deep = join(folder, 'a', 'b')
  writeCachedFile(join(deep, 'one.bin'), bytes)
  expect(readdirSync(deep)).toEqual(['one.bin'])
  expect(readFileSync(join(deep, 'one.bin'))).toEqual(bytes)
})

test('keeps the three written last of the files that fit, and every other file', () => {
  const names = ['kept-1.bin', 'kept-2.bin', 'kept-3.bin', 'kept-4.bin', 'other.bin']
  const many = join(folder, 'many')
  for (const [at, name] of names.entries()) {
    writeCachedFile(join(many, name), bytes)
    utimesSync(join(many, name), at, at)
  }
  removeOldCached(many, /^kept-\d\.bin$/)
  expect(readdirSync(many)).toEqual(names.slice(1))
})

describe('copying from another folder', () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]

  test('takes what is lacking, folders too, and leaves what is there', () => {
    writeCachedFile(join(from, 'one.bin'), Buffer.from('theirs'))
    writeCachedFile(join(from, 'deep', 'two.bin'), bytes)
    writeCachedFile(join(to, 'one.bin'), Buffer.from('ours'))
    copyCached(from, to)
    expect(readFileSync(join(to, 'one.bin'), 'utf8')).toBe('ours')
    expect(readFileSync(join(to, 'deep', 'two.bin'))).toEqual(bytes)
    expect(readdirSync(join(to, 'deep'))).toEqual(['two.bin'])
  })

  test('takes nothing from a folder that is not there', () => {
    copyCached(join(folder, 'nowhere'), join(folder, 'never-made'))
    expect(existsSync(join(folder, 'never-made'))).toBe(false)
  })
})

describe('sealed bytes', () => {
  const sealed = sealBytes('form-1', bytes)

  test('come back as they were', () => {
    expect(Buffer.from(unsealBytes('form-1', sealed))).toEqual(bytes)
  })

  test('of another format are refused', () => {
    expect(() => unsealBytes('form-2', sealed)).toThrow('it is not of this format')
    expect(() => unsealBytes('form', sealed)).toThrow('it is not of this format')
    expect(() => unsealBytes('form-1', new Uint8Array())).toThrow('it is not of this format')
  })

  test('are refused with any byte changed, and cut short anywhere', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(() => unsealBytes('form-1', changed)).toThrow()
      expect(() => unsealBytes('form-1', sealed.subarray(0, at))).toThrow()
    }
  })
})
