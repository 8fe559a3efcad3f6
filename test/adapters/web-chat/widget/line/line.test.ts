// The line to the server, seen from the resident: reloads, killed servers, blocked sockets, tokens and lost conversations.
import type { Page, Route } from 'playwright-core'
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
afterEach(() => {
  world.host.sockets = 'pass'
})

async function open(path?: string): Promise<Page> {
  const { page } = await world.openChat(path)
  return page
}
const passed = (part: string): number => world.host.passed.filter((each) => each.includes(part)).length

test('shows the same conversation after a reload, nothing lost and nothing twice', async () => {
  const page = await open()
  await write(page, 'När töms mina sopor?')
  const before = await heard(page, 'Vill du veta mer?')
  await page.reload()
  await replies(page).filter({ hasText: 'Vill du veta mer?' }).waitFor()
  expect(await lines(page)).toEqual(before)
  await write(page, 'Och nu?')
  expect(await heard(page, 'Du skrev: Och nu?')).toEqual([
    ...before,
    'Du: Och nu?',
    'Roboten: Du skrev: Och nu?',
  ])
})

test('follows the resident to the next page without taking the focus', async () => {
  const page = await open()
  await write(page, 'hej')
  const before = await heard(page, 'Du skrev: hej')
  await page.getByRole('link', { name: 'Nästa sida' }).click()
  await page.waitForURL('**/next')
  expect(await heard(page, 'Du skrev: hej')).toEqual(before)
  expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
})

test('does not read history out loud, and reads what is new', async () => {
  const page = await open()
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  await page.reload()
  await heard(page, 'Du skrev: hej')
  const log = page.getByRole('log')
  expect(await log.getAttribute('aria-live')).toBe('off')
  await write(page, 'igen')
  await heard(page, 'Du skrev: igen')
  expect(await log.getAttribute('aria-live')).toBe('polite')
})

test('leaves nothing behind for the next person at the same computer', async () => {
  const page = await open()
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  const other = await page.context().newPage()
  await other.goto(`${world.host.url}/city`)
  await launcher(other).click()
  await replies(other).first().waitFor()
  expect(await lines(other)).toEqual(['Roboten: Hej! Vad undrar du?'])
  expect(await page.evaluate('localStorage.length')).toBe(0)
})

test('says that the server is away, and goes on where it was when it is back', async () => {
  const page = await open()
  await write(page, 'hej')
  const before = await heard(page, 'Du skrev: hej')
  await world.server.kill()
  const notice = page.locator('.notice')
  await notice.filter({ hasText: 'Vi når inte chatten just nu' }).waitFor()
  await write(page, 'Är någon där?')
  await page.locator('.state', { hasText: 'Inte skickat än' }).waitFor()
  await world.server.restart()
  await button(page, 'Försök igen').click()
  expect(await heard(page, 'Du skrev: Är någon där?')).toEqual([
    ...before,
    'Du: Är någon där?',
    'Roboten: Du skrev: Är någon där?',
  ])
  expect(await notice.textContent()).toBe('')
  expect((await world.server.texts()).filter((text) => text === 'Är någon där?')).toHaveLength(1)
})

/** As a browser does for an address without TLS on a page with it. */
const forbidSockets = `window.WebSocket = class { constructor() { throw new DOMException('', 'SecurityError') } }`

test.each(['refuse', 'hang', 'forbid'] as const)(
  'polls where a proxy or the browser lets sockets %s',
  async (policy) => {
    world.host.sockets = policy === 'forbid' ? 'pass' : policy
    const { page } = await world.visit('/city')
    if (policy === 'forbid') await page.addInitScript(forbidSockets)
    await page.clock.install()
    await page.reload()
    await launcher(page).click()
    await page.clock.runFor(4_500)
    await replies(page).first().waitFor()
    await write(page, 'hej')
    await ownMessages(page).and(page.locator(':not(.pending)')).waitFor()
    await page.clock.runFor(6_500)
    expect(await heard(page, 'Du skrev: hej')).toEqual([
      'Roboten: Hej! Vad undrar du?',
      'Du: hej',
      'Roboten: Du skrev: hej',
    ])
    const sockets = passed('UPGRADE')
    await page.reload()
    await heard(page, 'Du skrev: hej')
    expect(passed('UPGRADE')).toBe(sockets)
  },
)

test('takes back that there is no network where it polls, as soon as there is one', async () => {
  world.host.sockets = 'refuse'
  const { page } = await world.openChatOnClock()
  const notice = page.locator('.notice')
  await page.context().setOffline(true)
  await notice.filter({ hasText: 'Du är inte uppkopplad' }).waitFor()
  await page.context().setOffline(false)
  await page.clock.runFor(2_500)
  await notice.filter({ hasNotText: 'uppkopplad' }).waitFor({ state: 'attached' })
})

test('takes nothing into a new talk that was read of a deleted one', async () => {
  world.host.sockets = 'refuse'
  const { page } = await world.openChatOnClock()
  await write(page, 'hej')
  await ownMessages(page).and(page.locator(':not(.pending)')).waitFor()
  await page.clock.runFor(6_500)
  await heard(page, 'Du skrev: hej')
  const late = new Promise<Route>((resolve) => {
    void page.route('**/activities?watermark*', resolve, { times: 1 })
  })
  await page.clock.runFor(6_500)
  const route = await late
  const read = await route.fetch()
  await button(page, 'Meny').click()
  await button(page, 'Radera samtalet').click()
  await page.locator('.confirm .danger').click()
  await page.locator('.note', { hasText: 'Samtalet är raderat.' }).waitFor()
  await route.fulfill({ response: read })
  await button(page, 'Börja ett nytt samtal').click()
  while ((await replies(page).count()) === 0) await page.clock.runFor(2_000)
  expect(await lines(page)).toEqual(['Roboten: Hej! Vad undrar du?'])
})

test('polls never faster than every two seconds', async () => {
  world.host.sockets = 'refuse'
  const { page } = await world.openChatOnClock()
  await write(page, 'tyst')
  await ownMessages(page).and(page.locator(':not(.pending)')).waitFor()
  const before = passed('/activities?watermark')
  for (let second = 0; second < 10; second++) await page.clock.runFor(1_000)
  expect(passed('/activities?watermark') - before).toBeLessThanOrEqual(6)
  expect(passed('/activities?watermark')).toBeGreaterThan(before)
})

test('renews its token after a quarter of an hour', async () => {
  const { page } = await world.openChatOnClock()
  const renewed = page.waitForResponse('**/tokens/refresh')
  await page.clock.fastForward(15 * 60_000 + 1_000)
  expect((await renewed).status()).toBe(200)
})

describe('after a night of sleep, with a token long expired', () => {
  async function fallAsleep(): Promise<{ page: Page; before: readonly string[] }> {
    const page = await open()
    await write(page, 'hej')
    const before = await heard(page, 'Du skrev: hej')
    world.server.sleep(8)
    return { page, before }
  }
  const awake = ['Du: God morgon', 'Roboten: Du skrev: God morgon']

  test('goes on where it was without a word of trouble', async () => {
    const { page, before } = await fallAsleep()
    await write(page, 'God morgon')
    expect(await heard(page, 'Du skrev: God morgon')).toEqual([...before, ...awake])
    expect(await page.locator('.notice').textContent()).toBe('')
    expect(await page.locator('.note').count()).toBe(0)
  })

  test('goes on where it was after a reload', async () => {
    const { page, before } = await fallAsleep()
    await page.reload()
    expect(await heard(page, 'Du skrev: hej')).toEqual(before)
    await write(page, 'God morgon')
    expect(await heard(page, 'Du skrev: God morgon')).toEqual([...before, ...awake])
    expect(await page.locator('.note').count()).toBe(0)
  })

  test('goes on where it was when the server was restarted meanwhile', async () => {
    const { page, before } = await fallAsleep()
    await world.server.kill()
    await world.server.restart()
    await write(page, 'God morgon')
    expect(await heard(page, 'Du skrev: God morgon')).toEqual([...before, ...awake])
    expect(await page.locator('.note').count()).toBe(0)
  })

  test('saves the talk as a file', async () => {
    const { page } = await fallAsleep()
    await button(page, 'Meny').click()
    const saved = page.waitForEvent('download')
    await button(page, 'Spara samtalet som fil').click()
    await saved
  })

  test('deletes the talk', async () => {
    const { page } = await fallAsleep()
    await button(page, 'Meny').click()
    await button(page, 'Radera samtalet').click()
    await page.locator('.confirm .danger').click()
    await page.locator('.note', { hasText: 'Samtalet är raderat.' }).waitFor()
  })

  test('begins a new talk when it has slept for two days', async () => {
    const { page } = await fallAsleep()
    world.server.sleep(48)
    await page.reload()
    await page.locator('.note', { hasText: 'Ditt förra samtal går inte att fortsätta' }).waitFor()
    await replies(page).first().waitFor()
  })
})

test('says when the conversation is gone, begins a new one and loses no word', async () => {
  const page = await open()
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  await world.server.forgetConversations()
  await write(page, 'Finns du?')
  await page.locator('.note', { hasText: 'Ditt förra samtal går inte att fortsätta' }).waitFor()
  const said = await heard(page, 'Du skrev: Finns du?')
  expect(said.filter((line) => line === 'Du: Finns du?')).toHaveLength(1)
  expect(await field(page).inputValue()).toBe('')
})
