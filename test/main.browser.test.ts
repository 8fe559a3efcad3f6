// The whole city in a real browser: a resident who reads Arabic reports a street light, from a link to the case number.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { readSettings } from '../adapters/settings'
import type { RunningCity } from '../main'
import { findBarriers, launchBrowser, overflowX, visit, type Visit } from './support/browser'
import { field, replies, write } from './support/browser-chat'
import { startTestCity } from './support/start-city'

let folder: string
let city: RunningCity
let browser: Browser
let visited: Visit | undefined
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dygnet-arabic-'))
  const settings = readSettings({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'silent' })
  ;[city, browser] = await Promise.all([startTestCity(settings), launchBrowser()])
})
afterEach(async () => {
  await visited?.page.context().close()
  visited = undefined
})
afterAll(async () => {
  await browser.close()
  await city.stop()
  rmSync(folder, { recursive: true, force: true })
})

const open = async (path: string, viewport = { width: 400, height: 900 }): Promise<Visit> => {
  visited = await visit(browser, `${city.url}${path}`, { viewport })
  await replies(visited.page).first().waitFor()
  return visited
}
const last = ({ page }: Visit) => replies(page).last()
const answer = async ({ page }: Visit, text: string, reply: string): Promise<void> => {
  await write(page, text)
  await replies(page).filter({ hasText: reply }).last().waitFor()
}
const left = async ({ page }: Visit, selector: string): Promise<number> =>
  (await page.locator(selector).last().boundingBox())!.x

test('the Arabic page leads from right to left to a case number, and says that a machine translated it', async () => {
  const chat = await open('/?lang=ar')
  const { page, complaints } = chat
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await last(chat).innerText()).toContain('النصوص مترجمة آليًا وتراجعها البلدية.')
  await answer(chat, 'مصباح الشارع في Storgatan 12 معطل', 'هل يمكن أن يتأذى أحد الآن؟')
  await page.getByRole('button', { name: 'لا', exact: true }).click()
  await replies(page).filter({ hasText: 'هل تريد إرفاق صورة؟' }).last().waitFor()
  await answer(chat, 'تخطي', 'رقم هاتفك المحمول')
  await answer(chat, '٠٧٠-١٢٣٤٥٦٧', 'هل المعلومات صحيحة؟')
  expect(await last(chat).innerText()).toContain('\u2068070-123 45 67\u2069')
  await answer(chat, 'نعم', 'رقم قضيتك هو')
  expect(await last(chat).innerText()).toMatch(/F-\d{4}-\d{6}/)
  expect(await last(chat).locator('.bubble').getAttribute('dir')).toBe('rtl')
  expect(await left(chat, '.own .bubble')).toBeLessThan(await left(chat, '.bot .bubble'))
  expect(await findBarriers(page)).toEqual([])
  expect(await overflowX(page)).toBe(0)
  expect(complaints).toEqual([])
})

test('on a low phone the buttons of the newest question stand above the field', async () => {
  const chat = await open('/', { width: 320, height: 530 })
  await answer(chat, 'hål i gatan', 'Var är det?')
  await answer(chat, 'Kungsgatan 5', 'Kan någon skada sig')
  const field = await chat.page.locator('form').boundingBox()
  const no = await chat.page.getByRole('button', { name: 'Nej', exact: true }).boundingBox()
  expect(no!.y + no!.height).toBeLessThanOrEqual(field!.y)
})

test('the Persian page runs from right to left, numbers whole, and what is in Swedish from left to right', async () => {
  const chat = await open('/?lang=fa')
  const { page, complaints } = chat
  await page.locator('html[lang=fa][dir=rtl]').waitFor()
  expect(await last(chat).innerText()).toContain('\u2068042-10 50 00\u2069')
  await page.getByRole('button', { name: 'رزرو بردن زباله‌های بزرگ' }).click()
  await replies(page).filter({ hasText: 'این هنوز به فارسی نیست' }).last().waitFor()
  const question = replies(page).filter({ hasText: 'Vilken adress ska vi hämta på?' }).locator('.bubble')
  expect([await question.getAttribute('lang'), await question.getAttribute('dir')]).toEqual(['sv', 'ltr'])
  expect(await findBarriers(page)).toEqual([])
  expect(await overflowX(page)).toBe(0)
  expect(complaints).toEqual([])
})

test('a language chosen later holds after a reload, whatever the link said', async () => {
  const { page } = await open('/?lang=ar')
  expect(new URL(page.url()).search).toBe('')
  await page.locator('#language').selectOption('fi')
  await replies(page).filter({ hasText: 'Vastaan nyt suomeksi.' }).waitFor()
  await page.reload()
  await page.locator('html[lang=fi][dir=ltr]').waitFor()
  expect(await page.locator('#language').inputValue()).toBe('fi')
})

test('a link in another language changes that of a talk that has begun', async () => {
  const { page } = await open('/')
  await field(page).fill('hej')
  await page.goto(`${city.url}/?lang=so`)
  await replies(page).filter({ hasText: 'Hadda waxaan ku jawaabayaa af Soomaali.' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('so')
})
