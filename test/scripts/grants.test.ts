// Grants by hand, as staff register, prove, look at and end them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '../../adapters/settings'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { TextMessage } from '../../bot/contracts/sms/text-message'
import { mayBeTold } from '../../bot/home-care/may-be-told'
import { manageGrants } from '../../scripts/home-care/manage-grants'
import { runScript } from '../support/script'
import { writeSmallCity } from '../support/small-city'

describe('npm run grants', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-grants-'))
  const contentFolder = join(folder, 'content')
  const open = () =>
    openSqliteStore({ file: join(folder, 'dygnet.db'), clock: systemClock, logger: silentLogger })
  const run = async (words: string, directory = folder) => {
    const printed: string[] = []
    const settings = () => readSettings({ DATA_DIR: directory, CONTENT_DIR: contentFolder })
    await manageGrants(words.split(' '), { settings, print: (text) => printed.push(text) })
    return printed.join('\n')
  }
  const add = (client: string, more = '') =>
    run(
      `add --client ${client} --phone 0701234567 --scopes completed,missed --waiver akt-1/3 --processing akt-1/4 --relative-consent 2026-11-01 --alias M --by anna.k${more}`,
    )
  const idIn = (text: string) => /Medgivandet (\w{8}) är registrerat/.exec(text)?.[1] ?? ''

  beforeAll(async () => {
    await writeSmallCity(contentFolder)
    await open().close()
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('registers one, proves the phone by a code, shows it with its trail and ends it', async () => {
    const id = idIn(await add('k-1'))
    expect(await run(`list --client k-1 --by anna.k`)).toMatch(
      new RegExp(`^${id}  väntar på kod  k-1  \\+4670\\*{5}67  "M"  \\d{4}-`),
    )
    expect(await run(`code ${id} --by anna.k`)).toContain('En kod är på väg.')
    const store = open()
    const [entry] = await store.claimOutbox({ now: systemClock.now(), leaseMs: 1, limit: 9 })
    const digits = /\d{6}/.exec((entry!.payload as TextMessage).text)![0]
    const wrong = digits === '000000' ? '111111' : '000000'
    await expect(run(`code ${id} ${wrong} --by anna.k`)).rejects.toThrow('Fel kod.')
    expect(await run(`code ${id} ${digits} --by anna.k`)).toContain('medgivandet gäller')
    expect(await mayBeTold(store, id, 'completed', systemClock.now())).toBe('yes')

    const shown = await run(`show ${id} --by bo.l`)
    for (const part of [
      'gäller',
      'akt-1/3',
      'akt-1/4',
      'klara, uteblivna',
      'numret kontrollerat (anna.k)',
      'visat (bo.l)',
    ])
      expect(shown).toContain(part)
    expect(JSON.parse(await run(`show ${id} --by bo.l --json`))).toMatchObject({
      standing: 'stands',
      phone: '+4670*****67',
    })
    expect(await run(`revoke ${id} --why client --by anna.k`)).toContain('Avslutat: 1.')
    expect(await mayBeTold(store, id, 'completed', systemClock.now())).toBe('ended')
    expect(await run('list --client k-1 --by anna.k')).toContain('avslutat av brukaren')
    await store.close()
  })
  test('chooses the texts of one, and shows which', async () => {
    const id = idIn(await add('k-9'))
    await expect(run(`texts ${id} ibland --by anna.k`)).rejects.toThrow('summary')
    await expect(run('texts finnsinte summary --by anna.k')).rejects.toThrow('inget medgivande')
    expect(await run(`texts ${id} summary --by anna.k`)).toContain('samlade på kvällen')
    const shown = await run(`show ${id} --by bo.l`)
    expect(shown).toContain('sms: samlade på kvällen')
    expect(shown).toContain('sms-val ändrade (anna.k)')
    const store = open()
    expect((await store.listOutbox({ dead: false, limit: 9 })).map((entry) => entry.id)).toContainEqual(
      expect.stringMatching(`^home-care/summary/.*/${id}$`),
    )
    await store.close()
  })
  test('ends all of a client at once', async () => {
    await add('k-2')
    expect(await run('revoke --client k-2 --why death --by anna.k')).toContain('Avslutat: 1.')
    expect(await run('revoke --client k-2 --why death --by anna.k')).toBe('Inget att avsluta.')
  })
  test('never prints a whole number', async () => {
    await add('k-3')
    const printed = [
      await run('list --phone 0701234567 --by anna.k'),
      await run('list --client k-3 --by anna.k --json'),
    ].join()
    expect(printed).toContain('k-3')
    expect(printed).not.toMatch(/701234567|123 ?45/)
  })
  test.each([
    ['add --by anna.k', '--client är brukarens beteckning'],
    ['add --by anna.k', '--waiver saknas'],
    ['add --phone 042-105000 --by anna.k', '--phone kan inte få sms'],
    ['list --client k-1', '--by saknas'],
    ['list --by anna.k', 'Skriv vilket'],
    ['show nosuch --by anna.k', 'Det finns inget medgivande'],
    ['code nosuch --by anna.k', 'Det finns inget medgivande'],
    ['revoke nosuch --why client --by anna.k', 'Det finns inget medgivande'],
    ['revoke --client k-1 --by anna.k', '--why är client'],
    ['revoke --why client --by anna.k', 'Skriv vilket'],
    ['remove --by anna.k', 'Det finns inget kommando "remove"'],
  ])('refuses "%s" and says what to do', async (words, why) => {
    await expect(run(words)).rejects.toThrow(why)
  })
  test('refuses the same client and number twice', async () => {
    await add('k-4')
    await expect(add('k-4')).rejects.toThrow('har redan ett medgivande')
  })
  test('makes no store where there is none', async () => {
    await expect(run('list --client k-1 --by anna.k', join(folder, 'elsewhere'))).rejects.toThrow(
      'Starta boten en gång',
    )
  })
  test('shows its usage, and ends with 2 where something is wrong', () => {
    expect(runScript('grants', ['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Så här: npm run grants') as string,
    })
    expect(runScript('grants', ['remove'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('inget kommando') as string,
    })
  })
})
