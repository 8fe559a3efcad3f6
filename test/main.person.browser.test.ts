// A whole city in a real browser while a person has the talk: what the resident sees of it, and what the person gets.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { signatureOf, signedText, timestampOf } from '../adapters/signed-door'
import { readSettings } from '../adapters/settings'
import type { OpenTalk, WaitingTalk } from '../bot/contracts/cases/hand-off-desk'
import { startCity, type RunningCity } from '../main'
import { findBarriers, launchBrowser, visit, type Visit } from './support/browser'
import { button, heard, lines, replies, write } from './support/browser-chat'
import { phonePicture } from './support/pictures'
import { sendSigned } from './support/signed-request'
import { writeSmallCity } from './support/small-city'

const folder = mkdtempSync(join(tmpdir(), 'dygnet-person-'))
let city: RunningCity
let browser: Browser
let visited: Visit

/** Open whenever the tests are run, red days too. */
function openAlways(file: string): void {
  const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)
  const exceptions = [-1, 0, 1].map((n) => `${day(n)}: 0.00-24.00`).join(', ')
  const hours = `{ mon-sun: 0.00-24.00, exceptions: { ${exceptions} } }`
  const plain = 'kontaktcenter: { name: Kontaktcenter, phone: 042-10 50 00 }'
  const open = `kontaktcenter: { name: Kontaktcenter, phone: 042-10 50 00, queue: 2, hours: ${hours} }`
  writeFileSync(file, readFileSync(file, 'utf8').replace(plain, open))
}

beforeAll(async () => {
  await writeSmallCity(folder)
  openAlways(join(folder, 'dialogs', 'city.yaml'))
  process.env['DESK_SECRET_KONTAKTCENTER'] = 's1'
  const settings = readSettings({
    ...{ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    ...{ DATA_DIR: join(folder, 'var'), CONTENT_DIR: folder },
  })
  ;[city, browser] = await Promise.all([startCity(settings), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await city.stop()
  delete process.env['DESK_SECRET_KONTAKTCENTER']
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => visited.page.context().close())

const system = () => ({ url: city.url, department: 'kontaktcenter', secret: 's1', now: new Date() })
const ask = async <T>(method: string, path: string, body?: object): Promise<T> =>
  (await sendSigned(system(), method, `/api/handoff/talks${path}`, body)).body as T

/** A resident on the page whose talk Anna has. */
async function held(): Promise<{ readonly page: Page; readonly id: string }> {
  visited = await visit(browser, city.url, { viewport: { width: 420, height: 900 } })
  const { page } = visited
  await replies(page).first().waitFor()
  // From here on the page's timers can be run ahead.
  await page.clock.install()
  await write(page, 'prata med en människa')
  await button(page, 'Ja').click()
  await heard(page, 'ser nu att du väntar')
  const { talks } = await ask<{ talks: readonly WaitingTalk[] }>('GET', '')
  const id = talks.find(({ state }) => state === 'waiting')?.id ?? ''
  await ask('POST', `/${id}/claim`, { agent: 'Anna', agentId: 'anna.ek' })
  await heard(page, 'Anna från Kontaktcenter är här nu')
  return { page, id }
}

test('the person is named, the bot is silent and owes no answer, and a picture reaches the person', async () => {
  const { page, id } = await held()
  await write(page, 'gatlyktan på Storgatan 12 är trasig')
  await ask('POST', `/${id}/reply`, {
    id: 'r1',
    agent: 'Anna',
    agentId: 'anna.ek',
    text: 'Hej! Har du en bild?',
  })
  expect((await heard(page, 'Hej! Har du en bild?')).at(-1)).toBe('Anna: Hej! Har du en bild?')
  const chooser = page.waitForEvent('filechooser')
  await button(page, 'Lägg till fil').click()
  await (await chooser).setFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await phonePicture() }])
  await page.locator('.message.own').nth(3).waitFor()
  const kept = page.waitForResponse((response) => response.url().endsWith('/activities'))
  await write(page, 'här är den')
  await (await kept).finished()
  await page.locator('.message.own').nth(4).waitFor()
  await page.clock.runFor(30_000)
  expect(await page.getByText('Inget svar än').count()).toBe(0)
  expect(await page.locator('.typing').innerText()).toBe('')
  expect((await lines(page)).slice(-3).map((line) => line.split(':')[0])).toEqual(['Anna', 'Du', 'Du'])
  expect(await findBarriers(page)).toEqual([])
  if (process.env['SCREENSHOTS']) await page.screenshot({ path: `${process.env['SCREENSHOTS']}/held.png` })

  const files = async () =>
    (await ask<OpenTalk>('GET', `/${id}`)).lines.flatMap(({ files: sent = [] }) => sent)
  while ((await files()).length === 0);
  const path = `/api/handoff/talks/${id}/files/${(await files())[0]?.file ?? ''}`
  const timestamp = timestampOf(new Date())
  const got = await fetch(city.url + path, {
    headers: {
      'x-dygnet-department': 'kontaktcenter',
      'x-dygnet-timestamp': timestamp,
      'x-dygnet-signature': signatureOf('s1', timestamp, signedText('GET', path, '')),
    },
  })
  expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  // What is not read keeps its socket, and this process, from ending.
  expect([...new Uint8Array(await got.arrayBuffer()).subarray(0, 2)]).toEqual([0xff, 0xd8])
})

test('"tillbaka till roboten" gives the bot back, and the button for files is gone', async () => {
  const { page } = await held()
  await button(page, 'Lägg till fil').waitFor()
  await write(page, 'tillbaka till roboten')
  await heard(page, 'Nu svarar roboten igen.')
  expect(await button(page, 'Lägg till fil').isVisible()).toBe(false)
  await write(page, 'det är ett hål i gatan')
  await heard(page, 'Var är det?')
  expect(visited.complaints).toEqual([])
})
