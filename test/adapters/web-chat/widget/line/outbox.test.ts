// What the resident writes when it cannot be sent: kept, shown honestly, sent once and in order.
import type { Page } from 'playwright-core'
import { focused } from '../../../../support/browser'
import {
  button,
  field,
  heard,
  launcher,
  lines,
  ownMessages,
  replies,
  useChatWorld,
  write,
} from '../../../../support/browser-chat'

const world = useChatWorld()

async function open(): Promise<Page> {
  const { page } = await world.openChat()
  return page
}
const unsent = (page: Page) => page.locator('.state', { hasText: 'Inte skickat än' })

test('keeps what is written offline and sends it in order when the network is back', async () => {
  const page = await open()
  await page.context().setOffline(true)
  await page.locator('.notice', { hasText: 'Du är inte uppkopplad' }).waitFor()
  for (const text of ['ett', 'två', 'tre']) await write(page, text)
  await expect(unsent(page).count()).resolves.toBeGreaterThan(0)
  await page.context().setOffline(false)
  const said = await heard(page, 'Du skrev: tre')
  expect(said.filter((line) => line.startsWith('Roboten: Du skrev'))).toEqual([
    'Roboten: Du skrev: ett',
    'Roboten: Du skrev: två',
    'Roboten: Du skrev: tre',
  ])
  expect((await world.server.texts()).slice(-3)).toEqual(['ett', 'två', 'tre'])
  expect(await page.locator('.notice').textContent()).toBe('')
})

test('keeps unsent messages through a reload', async () => {
  const page = await open()
  await world.server.kill()
  await write(page, 'kvar efter omladdning')
  await unsent(page).waitFor()
  await world.server.restart()
  await page.reload()
  const said = await heard(page, 'Du skrev: kvar efter omladdning')
  expect(said).toEqual([
    'Roboten: Hej! Vad undrar du?',
    'Du: kvar efter omladdning',
    'Roboten: Du skrev: kvar efter omladdning',
  ])
})

test('keeps each message under its day when history of yesterday comes above what waits', async () => {
  const page = await open()
  await write(page, 'i går')
  await heard(page, 'Du skrev: i går')
  await page.route('**/activities', (route) => route.abort())
  await page.clock.install({ time: Date.now() + 86_400_000 })
  await page.reload()
  await write(page, 'ett')
  await write(page, 'två')
  await unsent(page).first().waitFor()
  await page.reload()
  await heard(page, 'Du skrev: i går')
  const shown = page.locator('.log > :is(.day, .message)')
  const texts = await shown.evaluateAll((nodes: readonly Shown[]) =>
    nodes.map((node) => (node.querySelector('.bubble') ?? node).textContent),
  )
  expect(texts).toEqual(['I går', 'Hej! Vad undrar du?', 'i går', 'Du skrev: i går', 'I dag', 'ett', 'två'])
})

interface Shown {
  readonly textContent: string
  querySelector(selector: string): { readonly textContent: string } | null
}

test('says after twenty seconds that no answer has come, and sends the same message again on demand', async () => {
  const { page } = await world.openChatOnClock()
  const posts: string[] = []
  page.on('request', (request) => {
    // A line that had to be renewed is asked for by POST as well.
    if (request.method() === 'POST' && request.url().endsWith('/activities'))
      posts.push(request.postData() ?? '')
  })
  await write(page, 'tyst fråga')
  await ownMessages(page).and(page.locator(':not(.pending)')).waitFor()
  await page.clock.runFor(500)
  expect(await page.locator('.typing').textContent()).toBe('Roboten skriver …')
  await page.clock.runFor(20_000)
  await page.locator('.state', { hasText: 'Inget svar än' }).waitFor()
  expect(await page.locator('.typing').textContent()).toBe('')
  expect(await page.locator('.chat > .unseen[role=status]').textContent()).toBe('Inget svar än')
  await button(page, 'Försök igen').click()
  world.server.release()
  await heard(page, 'Du skrev: tyst fråga')
  const ids = posts.map((post) => /"clientActivityID":"(\w+)"/.exec(post)?.[1])
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
  expect(await page.locator('.state').allTextContents()).toEqual([''])
  expect((await world.server.texts()).filter((text) => text === 'tyst fråga')).toHaveLength(1)
})

test('waits kindly when the server asks for it, and then goes on by itself', async () => {
  const { page } = await world.openChatOnClock()
  world.server.refuseNext(50_000)
  await write(page, 'bråttom')
  await page.locator('.notice', { hasText: 'om 50 sekunder' }).waitFor()
  await page.clock.runFor(50_100)
  await heard(page, 'Du skrev: bråttom')
  expect(await page.locator('.notice').textContent()).toBe('')
})

test('a cry for help that must wait is answered at once, and only once', async () => {
  const { page } = await world.openChatOnClock()
  world.server.refuseNext(50_000)
  await write(page, 'det brinner i köket')
  await replies(page).filter({ hasText: '112' }).waitFor()
  world.server.refuseNext(40_000)
  await page.clock.runFor(50_100)
  await page.locator('.notice', { hasText: 'om 40 sekunder' }).waitFor()
  await page.clock.runFor(40_100)
  await heard(page, 'Du skrev: det brinner i köket')
  expect(await replies(page).filter({ hasText: '112' }).count()).toBe(1)
})

test('a cry for help is answered at once behind a message that cannot be sent, and keeps its place', async () => {
  const page = await open()
  await page.route('**/activities', (route) => route.fulfill({ status: 503, body: '{}' }))
  await write(page, 'är någon där')
  await write(page, 'min pappa andas inte')
  await replies(page).filter({ hasText: '112' }).waitFor()
  expect(await unsent(page).count()).toBe(2)
  await page.unroute('**/activities')
  await button(page, 'Försök igen').last().click()
  await heard(page, 'Du skrev: min pappa andas inte')
  expect((await world.server.texts()).slice(-2)).toEqual(['är någon där', 'min pappa andas inte'])
  expect(await replies(page).filter({ hasText: '112' }).count()).toBe(1)
})

test('a cry for help is answered where no conversation can be begun', async () => {
  const { page } = await world.visit('/city')
  await page.route('**/tokens/generate', (route) => route.fulfill({ status: 503, body: '{}' }))
  await launcher(page).click()
  await write(page, 'hjälp det brinner i mitt kök')
  await replies(page).filter({ hasText: '112' }).waitFor()
})

test('the button to try again keeps the focus through attempts, and leaves it with the message', async () => {
  const { page } = await world.openChatOnClock()
  await page.route('**/activities', (route) => route.fulfill({ status: 503, body: '{}' }))
  await write(page, 'hej')
  await button(page, 'Försök igen').focus()
  const post = page.waitForResponse('**/activities')
  await page.clock.runFor(2_100)
  await post
  expect(await focused(page)).toContain('Försök igen')
  await page.unroute('**/activities')
  await page.keyboard.press('Enter')
  await heard(page, 'Du skrev: hej')
  expect(await focused(page)).toContain('div.message.own')
})

test('stands where the server has it, when it is sent again after a later one', async () => {
  const page = await open()
  await page.route('**/activities', (route) =>
    route.request().postData()?.includes('ett') === true
      ? route.fulfill({ status: 413, body: '{}' })
      : route.continue(),
  )
  await write(page, 'ett')
  await button(page, 'Försök igen').waitFor()
  await write(page, 'två')
  await heard(page, 'Du skrev: två')
  await page.unroute('**/activities')
  await button(page, 'Försök igen').press('Enter')
  const said = await heard(page, 'Du skrev: ett')
  expect(said.slice(1)).toEqual(['Du: två', 'Roboten: Du skrev: två', 'Du: ett', 'Roboten: Du skrev: ett'])
  expect(await focused(page)).toContain('div.message.own')
  await page.reload()
  expect(await heard(page, 'Du skrev: ett')).toEqual(said)
})

test('stands below a greeting that comes later but was said before, whose suggestions are over', async () => {
  const { page } = await world.visit('/city')
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  world.host.sockets = 'refuse'
  await page.route('**/activities?*', async (route) => {
    await released
    await route.continue()
  })
  await launcher(page).click()
  await write(page, 'hej')
  await ownMessages(page).and(page.locator(':not(.pending)')).waitFor()
  release()
  const said = await heard(page, 'Du skrev: hej')
  world.host.sockets = 'pass'
  expect(said).toEqual(['Roboten: Hej! Vad undrar du?', 'Du: hej', 'Roboten: Du skrev: hej'])
  expect(await page.locator('button.suggestion').count()).toBe(0)
})

test('says so when the server will not take a message, and still sends the next one', async () => {
  const page = await open()
  await page.route('**/activities', (route) =>
    route.request().postData()?.includes('för lång') === true
      ? route.fulfill({ status: 413, body: '{}' })
      : route.continue(),
  )
  await write(page, 'för lång')
  await page.locator('.state', { hasText: 'Gick inte att skicka' }).waitFor()
  await write(page, 'kort')
  await heard(page, 'Du skrev: kort')
})

test('counts down near the longest text and sends nothing that is longer', async () => {
  const page = await open()
  await field(page).fill('a'.repeat(899))
  expect(await page.locator('.count').textContent()).toBe('')
  await field(page).fill('a'.repeat(950))
  expect(await page.locator('.count').textContent()).toBe('50 tecken kvar')
  await page.locator('.composer [role=status]', { hasText: '50 tecken kvar' }).waitFor({ state: 'attached' })
  await field(page).fill('a'.repeat(1_003))
  expect(await page.locator('.count').textContent()).toContain('3 tecken för mycket')
  expect(await field(page).getAttribute('aria-invalid')).toBe('true')
  await field(page).press('Enter')
  expect(await field(page).inputValue()).toHaveLength(1_003)
  expect(await lines(page)).toEqual(['Roboten: Hej! Vad undrar du?'])
})

test('an answer that is quicker than the receipt does not leave the chat waiting', async () => {
  const { page } = await world.openChatOnClock()
  let receive: () => void = () => undefined
  const receipt = new Promise<void>((resolve) => (receive = resolve))
  await page.route('**/activities', async (route) => {
    const response = await route.fetch()
    await receipt
    await route.fulfill({ response })
  })
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  const received = page.waitForResponse('**/activities')
  receive()
  await received
  await page.clock.runFor(21_000)
  expect(await page.locator('.typing').textContent()).toBe('')
  expect(await page.locator('.state').allTextContents()).toEqual([''])
})
