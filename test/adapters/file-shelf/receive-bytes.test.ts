// What broke off must leave nothing behind also when the disk is so busy that the file is not yet made.
import { pbkdf2 } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { receiveBytes } from '../../../adapters/file-shelf/receive-bytes'

/** More work than the threads that files are opened on can begin at once. */
const keepThreadsBusy = () =>
  Promise.all(Array.from({ length: 8 }, () => promisify(pbkdf2)('a', 'b', 20_000, 32, 'sha256')))

test('when bytes broke off the file is made already, so that who removes it removes it for good', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'dygnet-receive-'))
  const path = join(directory, 'a.part')
  const broken = new Readable({ read: () => undefined }).on('error', () => undefined)
  broken.push('%PDF')
  broken.destroy(new Error('cut'))
  const busy = keepThreadsBusy()
  await expect(receiveBytes(broken, path, 500)).rejects.toThrow()
  expect(existsSync(path)).toBe(true)
  await busy
  rmSync(directory, { recursive: true })
})
