// What residents asked in vain, listed by the command as staff run it, from a real file.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import { runScript } from '../support/script'

const folder = mkdtempSync(join(tmpdir(), 'list-questions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const list = (...options: readonly string[]) =>
  runScript('list-questions', options, { variables: { DATA_DIR: folder } })

test('says what to do when there is no store yet', () => {
  const { status, stderr } = list()
  expect(status).toBe(2)
  expect(stderr).toContain('dygnet.db finns inte. Starta boten en gång')
  expect(list('--lang', 'en').stderr).toContain('dygnet.db is not there. Start the city once')
})

test('lists what was asked in the last days, newest first', async () => {
  let nowMs = systemClock.now().getTime() - 60_000
  const clock = { now: () => new Date((nowMs += 1000)) }
  const store = openSqliteStore({ file: join(folder, 'dygnet.db'), clock, logger: silentLogger })
  const asked: readonly { text: string; about?: string }[] = [
    { text: 'hur många tjog är hundra ägg' },
    { text: 'finns det troll' },
    { text: 'och i juli?', about: 'article:simhallen' },
  ]
  for (const { text, ...about } of asked)
    await store.putRecord({
      collection: 'question',
      id: text,
      value: {
        text,
        language: 'sv',
        channel: 'web',
        nearest: [{ topic: 'article:hund', probability: 0.12 }],
        ...about,
        at: '2026-11-24T01:30:00.000Z',
      },
    })
  await store.close()
  const { status, stdout } = list()
  expect(status).toBe(0)
  expect(stdout).toContain('2026-11-24 01:30 UTC  sv web  finns det troll\n    article:hund 12 %')
  expect(stdout.indexOf('finns det troll')).toBeLessThan(stdout.indexOf('hundra ägg'))
  expect(stdout).toContain('och i juli?  (efter article:simhallen, som inte säger det)\n')
  expect(stdout).toContain('3 sammanlagt.')
})
