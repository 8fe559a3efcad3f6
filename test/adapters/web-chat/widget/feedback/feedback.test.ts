// "Hjälpte svaret?", from the tap to what the city keeps.
import type { Page } from 'playwright-core'
import { focused } from '../../../../support/browser'
import { button, heard, useChatWorld, write } from '../../../../support/browser-chat'

const world = useChatWorld()
afterEach(async () => {
  await world.server.forgetConversations()
})

async function openAnswer(): Promise<Page> {
  const visited = await world.openChat()
  await write(visited.page, 'När töms mina sopor?')
  await heard(visited.page, 'Vill du veta mer?')
  return visited.page
}
const sent = (page: Page) => page.waitForResponse('**/activities')

test('a yes reaches the city and is thanked for', async () => {
  const page = await openAnswer()
  const receipt = sent(page)
  await button(page, 'Ja').click()
  expect(await focused(page)).toBe('p Tack för ditt omdöme.')
  await receipt
  expect(await world.server.feedback()).toEqual([{ helpful: true }])
})

test('a no is kept at once, and a tapped reason with it', async () => {
  const page = await openAnswer()
  const receipt = sent(page)
  await button(page, 'Nej').press('Enter')
  await receipt
  expect(await world.server.feedback()).toEqual([{ helpful: false }])
  await button(page, 'Det var inte det jag frågade om').waitFor()
  expect(await focused(page)).toContain('Det var inte det jag frågade om')
  const second = sent(page)
  await button(page, 'Svårt att förstå').press('Enter')
  await second
  expect(await world.server.feedback()).toEqual([{ helpful: false, reason: 'Svårt att förstå' }])
  expect(await focused(page)).toBe('p Tack för ditt omdöme.')
})

test('a reason may be given in own words', async () => {
  const page = await openAnswer()
  await button(page, 'Nej').click()
  await page.getByLabel('Med egna ord, om du vill').fill('Det står fel dag.')
  const receipt = page.waitForRequest((request) => request.postData()?.includes('fel dag') === true)
  await page.locator('.feedback button', { hasText: 'Skicka' }).click()
  await (await receipt).response()
  expect(await world.server.feedback()).toEqual([{ helpful: false, reason: 'Det står fel dag.' }])
})

test.each(['reduce', 'no-preference'] as const)(
  'what is asked after a no comes wholly into view, motion: %s',
  async (reducedMotion) => {
    const { page } = await world.openChat('/', { viewport: { width: 390, height: 844 }, reducedMotion })
    await write(page, 'När töms mina sopor?')
    await heard(page, 'Vill du veta mer?')
    // As somebody reads the answer whose question about it stands at the lower edge.
    await page.locator('.log').evaluate((log: Scrolled) => {
      log.style.height = '300px'
      log.style.flex = 'none'
    })
    await button(page, 'Nej').scrollIntoViewIfNeeded()
    await button(page, 'Nej').click()
    await button(page, 'Det var inte det jag frågade om').waitFor()
    await expectWithin(page)
  },
)

interface Scrolled {
  readonly style: Record<string, string>
}

async function expectWithin(page: Page): Promise<void> {
  const rest = async (): Promise<number> => {
    const [log, form] = await Promise.all([
      page.locator('.log').boundingBox(),
      page.locator('.feedback form').boundingBox(),
    ])
    return log!.y + log!.height - (form!.y + form!.height)
  }
  for (let look = 0; look < 40 && (await rest()) < 0; look++) await page.waitForTimeout(50)
  expect(await rest()).toBeGreaterThanOrEqual(0)
}

test('a double click on no does not also choose a reason', async () => {
  const page = await openAnswer()
  await button(page, 'Nej').dblclick()
  await button(page, 'Det var inte det jag frågade om').waitFor()
  expect(await world.server.feedback()).toEqual([{ helpful: false }])
})

test('a no is kept and thanked for where what asks why cannot be had', async () => {
  const page = await openAnswer()
  await page.route('**/reasons.js*', (route) => route.abort())
  const receipt = sent(page)
  await button(page, 'Nej').click()
  await page.locator('.feedback', { hasText: 'Tack för ditt omdöme.' }).waitFor()
  await receipt
  expect(await world.server.feedback()).toEqual([{ helpful: false }])
})

test('an answer that was judged is not asked about again after a reload', async () => {
  const page = await openAnswer()
  const receipt = sent(page)
  await button(page, 'Ja').click()
  await receipt
  await page.reload()
  await heard(page, 'Vill du veta mer?')
  expect(await page.locator('.feedback').count()).toBe(0)
})
