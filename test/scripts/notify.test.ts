// A notice tried by hand against a data directory, as a developer runs it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '../../adapters/settings'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import { noticeWords } from '../../scripts/notices/notice-words'
import { showTold, toldLines } from '../../scripts/notices/render-told'
import { tryNotice } from '../../scripts/notices/try-notice'
import { residentOf } from '../support/resident'
import { runScript } from '../support/script'
import { smallCity, writeSmallCity } from '../support/small-city'

describe('npm run notify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-notify-'))
  const contentFolder = join(folder, 'content')
  const open = () =>
    openSqliteStore({ file: join(folder, 'dygnet.db'), clock: systemClock, logger: silentLogger })
  const run = async (parameters: readonly string[], directory = folder) => {
    const printed: string[] = []
    const settings = () => readSettings({ DATA_DIR: directory, CONTENT_DIR: contentFolder })
    await tryNotice(parameters, { settings, print: (text) => printed.push(text) })
    return printed.join('\n')
  }
  const visit = ['hemtjanst-besok', '--to', 'Britt', '--give', 'visit_time=08:41']

  beforeAll(async () => {
    await writeSmallCity(contentFolder)
    const store = open()
    const resident = await residentOf(store, {
      content: await smallCity(),
      makeCode: () => ({ digits: '480215', salt: 'salt' }),
      clock: systemClock,
    })
    await resident.begin('hemtjanst-besok')
    // Also at night, so that the hour of the test is no matter.
    for (const answer of ['ja', '070-123 45 67', '480215', 'sms', 'M', 'ja']) await resident.say(answer)
    expect((await resident.say('ja')).outcome).toBe('completed')
    await store.close()
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('enqueues it, and says what is sent to which masked number, and when', async () => {
    const output = await run([...visit, '--id', 'e1'])
    expect(output).toMatch(
      /^till \+4670\*{5}67, \d{4}-\d{2}-\d{2} \d{2}:\d{2} \(med en gång\):\n {2}Besök hos M: klart 8\.41\./,
    )
    expect(output).not.toContain('+46701234567')
    const store = open()
    const due = await store.claimOutbox({ now: new Date(Date.now() + 1_000), leaseMs: 1, limit: 9 })
    await store.close()
    expect(due.map(({ id }) => id)).toContainEqual(expect.stringMatching(/^notice\/visit_done\/e1\//))
    expect(await run([...visit, '--id', 'e1'])).toContain('har redan fått det')
    expect(await run([...visit, '--id', 'e1', '--lang', 'en'])).toContain('told already')
  })
  test('prints the same as JSON', async () => {
    expect(JSON.parse(await run([...visit, '--id', 'e2', '--json']))).toMatchObject({
      event: 'visit_done',
      id: 'e2',
      told: [{ kind: 'enqueued', to: '+4670*****67', waits: false }],
    })
  })
  test.each([
    [['--to', 'Britt'], 'Skriv namnet på en dialog.'],
    [['--to', 'Britt', '--lang', 'en'], 'Name one dialog.'],
    [['hemtjanst-besok'], '--to saknas'],
    [
      ['hemtjanst', '--to', 'Britt'],
      'Det finns ingen dialog "hemtjanst". De som har meddelanden: hemtjanst-besok.',
    ],
    [['felanmalan', '--to', 'Britt'], '"felanmalan" har inga meddelanden'],
    [
      [...visit, '--event', 'visit'],
      'Det finns inget meddelande "visit". Meddelandena i "hemtjanst-besok" är visit_done.',
    ],
    [['hemtjanst-besok', '--to', 'Britt', '--give', '08:41'], '--give skrivs namn=värde'],
    [
      ['hemtjanst-besok', '--to', 'Britt'],
      'stämmer inte med "gives:" i meddelandet. Skriv --give visit_time=08:41.',
    ],
    [
      ['hemtjanst-besok', '--to', 'Britt', '--lang', 'en'],
      '"visit_time" is missing. The notice is given --give visit_time=08:41.',
    ],
    [
      ['hemtjanst-besok', '--to', 'Britt', '--give', 'visit_time=nyss', '--lang', 'en'],
      '"visit_time" is not of the type time. The notice is given --give visit_time=08:41.',
    ],
    [
      ['hemtjanst-besok', '--to', 'Bengt', '--give', 'visit_time=08:41'],
      'Här prenumererar ingen på "visit_done" om "Bengt". Prenumerera i dialogen "hemtjanst-besok"',
    ],
    [[...visit, '--case', '7'], '--case'],
  ])('refuses %j and says what to do', async (parameters, why) => {
    await expect(run(parameters)).rejects.toThrow(why)
  })
  test('makes no store where there is none', async () => {
    await expect(run(visit, join(folder, 'elsewhere'))).rejects.toThrow(
      'Starta boten med samma DATA_DIR och prenumerera i chatten först.',
    )
  })
  test('ends with 2 where something is wrong, and shows its usage where that is wished', () => {
    const node = (...parameters: readonly string[]) => runScript('notify', parameters)
    expect(node()).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('Skriv namnet på en dialog.') as string,
    })
    expect(node('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Så här: npm run notify') as string,
      stderr: '',
    })
  })
})

describe('what is told', () => {
  const now = new Date('2026-11-24T22:15:00Z')
  const message = { to: '+46701234567', text: 'Klart.', notAfter: '2026-11-26T06:00:00Z' }
  const lines = (told: Parameters<typeof showTold>[0]) =>
    toldLines(showTold(told, now), 'Europe/Stockholm', noticeWords.sv)

  test('says that it waits for the end of quiet time', () => {
    const dueAt = new Date('2026-11-25T06:00:00Z')
    expect(lines({ kind: 'enqueued', subscription: 's', message, dueAt })).toEqual([
      'till +4670*****67, 2026-11-25 07:00 (väntar tills den tysta tiden är slut):',
      '  Klart.',
    ])
  })
  test('says why somebody is left out', () => {
    expect(lines({ kind: 'left-out', subscription: 's', why: 'no-consent' })).toEqual([
      'får inget: samtycket är tillbakataget eller gäller inte längre',
    ])
  })
})
