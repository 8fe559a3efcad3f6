// What is kept of one resident, handed out and deleted by the command as it is run, from a real file and a real folder.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import { smsConversation, type ResidentData } from '../../bot/retention/resident-data'
import { optOutRecord } from '../../bot/sms/opt-out'
import { answerOne, conversation } from '../adapters/store-samples'
import { runScript } from '../support/script'
import { writeSmallCity } from '../support/small-city'

const folder = mkdtempSync(join(tmpdir(), 'export-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ours = '+46766861234'
const phone = '+46701740605'
const variables = {
  DATA_DIR: folder,
  CONTENT_DIR: folder,
  ELKS_NUMBER: ours,
}
const run = (...options: readonly string[]) => runScript('export', options, { variables })
const open = () =>
  openSqliteStore({ file: join(folder, 'dygnet.db'), clock: systemClock, logger: silentLogger })
const readExport = (out: string) => JSON.parse(readFileSync(join(out, 'export.json'), 'utf8')) as ResidentData

beforeAll(async () => {
  await writeSmallCity(folder)
  const store = open()
  const talk = await smsConversation(store, ours, phone)
  await answerOne(store, talk, 'm1', {
    records: [
      { collection: 'case', id: 'F-2026-000001', value: { number: 'F-2026-000001' }, conversationId: talk },
    ],
  })
  await answerOne(store, conversation('other'), 'm1')
  await answerOne(store, conversation('damaged'), 'm1', { state: '{"format":' })
  await store.putRecord({ collection: 'call-back', id: 'R-1', value: { facts: { phone } } })
  await store.putRecord({ collection: 'call-back', id: 'R-1/done', value: { doneAt: 'later' } })
  await store.putRecord({ collection: 'call-back', id: 'R-2', value: { facts: { phone: '+46701740699' } } })
  await store.putRecord(await optOutRecord(store, phone, { out: true, by: 'resident', now: new Date() }))
  await store.close()
})

/** The code out of the text that waits to be sent. */
async function sentCode(): Promise<string> {
  const store = open()
  const entries = await store.claimOutbox({ now: new Date(), leaseMs: 1, limit: 10 })
  await store.close()
  return /\d{6}/.exec((entries.at(-1)!.payload as { text: string }).text)?.[0] ?? ''
}

test('refuses what it cannot read, and shows no number', () => {
  expect(run().stderr).toContain('antingen --conversation eller --phone')
  expect(run('--phone', '070').stderr).toContain('landsnummer')
  expect(run('--phone', phone, '--code', '123456').stderr).toContain('Ingen kod är skickad')
})

test('hands out a conversation by its id, with a line in the audit log', async () => {
  const out = join(folder, 'by-id')
  expect(run('--conversation', 'web:other', '--out', out)).toMatchObject({ status: 0, stderr: '' })
  const { conversations, records } = readExport(out)
  expect(conversations.map(({ id, transcript }) => [id, transcript.length])).toEqual([['web:other', 2]])
  expect(records).toEqual([])
  expect(run('--conversation', 'web:nobody').stderr).toContain('Inget är sparat')
  const store = open()
  const audit = (await store.records('audit', { limit: 5 })).map(({ value }) => value)
  await store.close()
  expect(audit).toMatchObject([{ deed: 'export', how: 'conversation', conversations: 1, records: 0 }])
  expect(JSON.stringify(audit)).not.toContain('other')
})

test('hands out and deletes what a phone said only after its code, and leaves the case', async () => {
  const sent = run('--phone', phone, '--send-code')
  expect(sent).toMatchObject({ status: 0, stderr: '' })
  expect(sent.stdout).not.toContain(phone)
  const code = await sentCode()
  const out = join(folder, 'by-phone')
  const wrong = code === '000000' ? '000001' : '000000'
  expect(run('--phone', phone, '--code', wrong, '--out', out).stderr).toContain('stämmer inte')
  expect(run('--phone', phone, '--code', code, '--out', out)).toMatchObject({ status: 0, stderr: '' })
  const { conversations, records } = readExport(out)
  expect(conversations).toHaveLength(1)
  expect(records.map(({ collection, id }) => `${collection} ${id}`)).toEqual([
    'case F-2026-000001',
    expect.stringMatching(/^opt-out /),
    'call-back R-1',
    'call-back R-1/done',
  ])
  expect(run('--phone', phone, '--code', code, '--out', out).stderr).toContain('gäller inte längre')

  run('--phone', phone, '--send-code')
  const erased = run('--phone', phone, '--code', await sentCode(), '--erase')
  expect(erased.stdout).toContain('1 samtal raderade. Ärenden är allmänna handlingar')
  const store = open()
  expect(await store.lastSequence(await smsConversation(store, ours, phone))).toBe(0)
  expect(await store.record('case', 'F-2026-000001')).toBeDefined()
  expect(await store.lastSequence(conversation('other'))).toBe(2)
  await store.close()
})

test('hands out what is kept of a conversation whose state is damaged, as it stands', () => {
  const out = join(folder, 'damaged')
  expect(run('--conversation', 'web:damaged', '--out', out)).toMatchObject({ status: 0, stderr: '' })
  expect(readExport(out).conversations).toMatchObject([{ id: 'web:damaged', state: '{"format":' }])
})
