// The full page: the same chat with the whole window to itself.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { focused, type Visit } from '../../../support/browser'
import {
  button,
  field,
  heard,
  lines,
  openChatWorld,
  write,
  type ChatWorld,
} from '../../../support/browser-chat'

let world: ChatWorld
let visited: Visit | undefined
beforeAll(async () => {
  world = await openChatWorld()
})
afterEach(async () => {
  await visited?.page.context().close()
  visited = undefined
})
afterAll(() => world.close())

test('has a heading, a region and a title with the name of the city, and takes no focus by itself', async () => {
  visited = await world.openChat('/')
  const { page } = visited
  await page.getByRole('heading', { level: 1, name: 'Chatta med Exempelstad' }).waitFor()
  expect(await page.getByRole('region', { name: 'Chatta med Exempelstad' }).isVisible()).toBe(true)
  expect(await page.title()).toBe('Chatta med Exempelstad')
  expect(await focused(page)).toMatch(/^body/)
  expect(await button(page, 'Stäng').count()).toBe(0)
})

test('carries a conversation through a reload', async () => {
  visited = await world.openChat('/')
  const { page } = visited
  await write(page, 'När töms mina sopor?')
  const before = await heard(page, 'Vill du veta mer?')
  await page.reload()
  await heard(page, 'Vill du veta mer?')
  expect(await lines(page)).toEqual(before)
})

test('shows the number of the city as a link that calls', async () => {
  visited = await world.openChat('/')
  const link = visited.page.getByRole('link', { name: '0123-45 67 89' })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe('tel:0123456789')
})

test('still shows the number when the server does not answer any more', async () => {
  visited = await world.openChat()
  const { page } = visited
  const link = page.getByRole('link', { name: '0123-45 67 89' })
  await link.waitFor()
  await world.server.kill()
  await page.locator('.notice', { hasText: 'Vi når inte chatten' }).waitFor()
  expect(await link.isVisible()).toBe(true)
  await world.server.restart()
})

test('turns the document itself with the language', async () => {
  visited = await world.openChat('/')
  const { page } = visited
  await page.getByLabel('Språk').selectOption('ar')
  await page.locator('html[lang=ar][dir=rtl]').waitFor()
  expect(await page.title()).toBe('محادثة مع Exempelstad')
})

test('runs under the policy of its server without a complaint', async () => {
  visited = await world.openChat('/')
  const { page, complaints } = visited
  await field(page).fill('a\nb\nc\nd')
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  expect(complaints).toEqual([])
})

test('says what to do where scripts are switched off', async () => {
  visited = await world.visit('/', { javaScriptEnabled: false })
  expect(await visited.page.getByRole('heading', { name: 'Chatten behöver JavaScript' }).isVisible()).toBe(
    true,
  )
})

test('has no inline script, style or handler in its HTML', () => {
  const html = readFileSync(join(__dirname, '../../../../adapters/web-chat/widget/page.html'), 'utf8')
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*\bsrc=)|\son\w+=/)
})
