import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { checkContent } from '../../../bot/content/content'
import { readContentFiles } from '../../../bot/content/content-files'
import { loadContent } from '../../../bot/content/load-content'
import { logFaults } from '../../../bot/content/log-faults'
import { testCache } from '../../support/load-for-tests'
import { writeSmallCity } from '../../support/small-city'
import { nightClock } from '../../support/test-bot'

describe('loaded content', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-content-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('tells which dialog was left out, and startup logs where the fault is', async () => {
    await writeSmallCity(folder)
    const file = join(folder, 'dialogs', 'grovsopor.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^owner: .*$/m, 'owner: nobody-at-all'))

    const content = await loadContent(
      folder,
      { cacheDirectory: testCache('faulty'), now: nightClock.now() },
      silentLogger,
    )
    expect([...content.dialogs.keys()]).not.toContain('grovsopor')

    const logged: { readonly facts: object; readonly text: string }[] = []
    logFaults(content.findings, {
      ...silentLogger,
      error: (facts, text) => void logged.push({ facts, text }),
    })
    expect(logged).toHaveLength(1)
    expect(logged[0]!.text).toMatch(/^dialogs\/grovsopor\.yaml:\d+:\d+ A001 .*nobody-at-all/)
    expect(logged[0]!.facts).toMatchObject({ file: 'dialogs/grovsopor.yaml' })
  })
})

test('tells of a city file that cannot be read nothing but its own faults', async () => {
  const files = await readContentFiles(join(__dirname, '../../..'))
  const dialogs = files.dialogs.map((file) =>
    file.path === 'dialogs/city.yaml' ? { ...file, text: file.text.replace(/^phone:/m, 'telefon:') } : file,
  )
  const { findings } = checkContent({ ...files, dialogs }, '2026-11-24')
  expect(findings.map(({ code, place }) => [code, place.file])).toEqual([
    ['D005', 'dialogs/city.yaml'],
    ['D001', 'dialogs/city.yaml'],
  ])
})
