// What the files on disk become, told to whoever publishes them by hand, from a real store.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from '../support/script'
import { writeSmallCity } from '../support/small-city'

const folder = mkdtempSync(join(tmpdir(), 'dygnet-publish-'))
beforeAll(() => writeSmallCity(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const publish = (...options: readonly string[]) =>
  runScript('publish', options, { variables: { DATA_DIR: folder, CONTENT_DIR: folder } })

test('says in Swedish what was published, and in English where that is asked for', () => {
  expect(publish()).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /^Publicerat \([0-9a-f]{12}\): \d+ dialoger\. Boten använder det/,
    ) as string,
  })
  const withdrawn = publish('--lang', 'en', '--withdraw', 'felanmalan')
  expect(withdrawn.stdout).toContain('Withdrawn: the older versions of felanmalan.')
})

test('refuses what it does not know, and what has errors', () => {
  expect(publish('--withdraw', 'felanmalen').stderr).toMatch(
    /^--withdraw: det finns ingen dialog "felanmalen"/,
  )
  expect(publish('--withdraw').stderr).toMatch(/^Efter --withdraw saknas ett värde\./)
  expect(publish('--lang', 'fi').stderr).toContain('--lang är sv eller en')
  const file = join(folder, 'dialogs', 'felanmalan.yaml')
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace('type: yes/no', 'type: kanske'))
  const { status, stderr } = publish()
  writeFileSync(file, before)
  expect(stderr).toMatch(/^FEL dialogs\/felanmalan\.yaml:/)
  expect(stderr).toContain('1 fel. Inget är publicerat.')
  expect(status).toBe(1)
})
