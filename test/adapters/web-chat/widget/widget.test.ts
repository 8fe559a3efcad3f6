// The widget on a city's page: opening and closing it, keyboard, unread answers, hostile styles, strict policy.
import { focused, stylesOf } from '../../../support/browser'
import {
  button,
  field,
  heard,
  launcher,
  lines,
  replies,
  useChatWorld,
  write,
  type ChatWorld,
} from '../../../support/browser-chat'

const world = useChatWorld()

const open = async (...given: Parameters<ChatWorld['openChat']>) => {
  const { page } = await world.openChat(...given)
  return page
}
const look = async (...given: Parameters<ChatWorld['visit']>) => {
  const { page } = await world.visit(...given)
  return page
}

test('shows a button with words, opens nothing by itself and asks nothing of the server', async () => {
  const before = world.host.passed.filter((each) => each.includes('directline')).length
  const page = await look('/city')
  await launcher(page).waitFor()
  expect(await launcher(page).innerText()).toBe('Chatta med oss')
  expect(await page.locator('.frame').isVisible()).toBe(false)
  expect(world.host.passed.filter((each) => each.includes('directline'))).toHaveLength(before)
})

test('waits for the page where its tag in the head has no defer', async () => {
  world.host.page('/hasty', { isHasty: true })
  const page = await open('/hasty')
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  expect(await page.locator('dygnet-chat').count()).toBe(1)
  expect(world.complaints()).toEqual([])
})

test('speaks the language that the resident asked for in words, also after a reload', async () => {
  const page = await open()
  await write(page, 'kan du svara på engelska')
  await heard(page, 'Now I answer in English.')
  await page.getByText('Rather talk?').waitFor()
  expect(await page.locator('#language').inputValue()).toBe('en')
  expect((await lines(page)).at(-1)).toBe('The chatbot: Now I answer in English.')
  await page.reload()
  await page.getByText('Rather talk?').waitFor()
})

test('shows a person’s words under their name, and the house’s words about them under its own', async () => {
  const page = await open()
  await write(page, 'får jag prata med en människa')
  expect((await heard(page, 'Hej, det är jag.')).slice(-2)).toEqual([
    'Roboten: Anna är här nu.',
    'Anna: Hej, det är jag.',
  ])
})

test('gives an answer with its source, owner and date of review', async () => {
  const page = await open()
  await write(page, 'När töms mina sopor?')
  const said = await heard(page, 'Vill du veta mer?')
  expect(said).toEqual([
    'Roboten: Hej! Vad undrar du?',
    'Du: När töms mina sopor?',
    'Roboten: Soporna töms varannan vecka.',
    'Roboten: Vill du veta mer?',
  ])
  const source = page.locator('.sources li')
  expect(await source.innerText()).toContain('Miljö och avfall, granskat 2 oktober 2026')
  const link = source.getByRole('link')
  expect(await link.getAttribute('href')).toBe('https://example.se/sopor')
  expect(await link.getAttribute('rel')).toBe('noopener')
  expect(await link.textContent()).toContain('(öppnas i ny flik)')
})

test('is opened, talked with and closed by keyboard alone', async () => {
  const page = await look('/city')
  await launcher(page).waitFor()
  await launcher(page).focus()
  await page.keyboard.press('Enter')
  await field(page).waitFor()
  expect(await focused(page)).toContain('textarea#text')
  await replies(page).first().waitFor()
  await page.keyboard.type('rad ett')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('rad två')
  await page.keyboard.press('Enter')
  await heard(page, 'Du skrev: rad ett')
  expect(await focused(page)).toContain('textarea#text')
  await page.keyboard.press('Escape')
  expect(await page.locator('.frame').isVisible()).toBe(false)
  expect(await focused(page)).toContain('button.launcher')
})

test('lets a suggestion be chosen by keyboard, and the next Tab goes on from there', async () => {
  const page = await open()
  await button(page, 'Trasig gatlampa').focus()
  await page.keyboard.press('Enter')
  expect(await focused(page)).toContain('div.message.own')
  const said = await heard(page, 'Du valde start=street-light.')
  expect(said).toContain('Du: Trasig gatlampa')
  expect(await page.locator('.suggestions.retired').innerText()).toContain('Trasig gatlampa valt')
  expect(await page.locator('.suggestions button').count()).toBe(0)
})

test('traps no focus beside the page: Tab leaves the chat for the page', async () => {
  const page = await open()
  await page.locator('.phone a').focus()
  await page.keyboard.press('Tab')
  const away = await focused(page)
  expect(away).not.toContain('text')
  await page.getByRole('link', { name: 'Nästa sida' }).focus()
  expect(await focused(page)).toBe('a Nästa sida')
})

test('keeps the focus inside where it covers the page, and gives it back', async () => {
  const page = await open('/city', { viewport: { width: 320, height: 640 } })
  expect(await page.locator('.frame:modal').count()).toBe(1)
  await page.keyboard.press('Escape')
  expect(await focused(page)).toContain('button.launcher')
})

test.each([
  ['told to go back, as on a phone', 'requestClose'],
  ['closed by the browser itself', 'close'],
] as const)('is there again when it was %s, and stays open when its form changes', async (_how, call) => {
  const page = await open('/city', { viewport: { width: 320, height: 640 } })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.locator('.frame:modal').waitFor()
  expect(await launcher(page).isVisible()).toBe(false)
  await page.locator('.frame').evaluate((frame: object, way) => (frame as Dialog)[way](), call)
  await launcher(page).waitFor()
  expect(await focused(page)).toContain('button.launcher')
  await page.reload()
  await launcher(page).click()
  expect(await page.locator('.frame:modal').count()).toBe(1)
})

interface Dialog {
  close(): void
  requestClose(): void
}

test('closes the menu first and the chat after it', async () => {
  const page = await open()
  await button(page, 'Meny').click()
  expect(await button(page, 'Radera samtalet').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await button(page, 'Radera samtalet').isVisible()).toBe(false)
  expect(await page.locator('.frame').isVisible()).toBe(true)
  expect(await focused(page)).toContain('Meny')
})

test('shows an answer while it is written, and the reply in its place', async () => {
  const page = await open()
  await write(page, 'tyst')
  const interim = page.locator('.message.bot[inert]')
  // Not before the server has it.
  await page.locator('.typing', { hasText: 'Roboten skriver' }).waitFor()
  world.server.showInterim(1, 'Simhallen är öppen **vardagar**.')
  await interim.waitFor()
  expect(await interim.locator('strong').innerText()).toBe('vardagar')
  expect(await interim.locator('.bubble').getAttribute('lang')).toBe('sv')
  world.server.showInterim(
    2,
    'Simhallen är öppen **vardagar**.\n\nLäs mer om [priser](https://example.se/priser).',
  )
  await interim.filter({ hasText: 'priser' }).waitFor()
  expect(await interim.count()).toBe(1)
  expect((await lines(page)).slice(-2)).toEqual(['Du: tyst', 'Roboten: Simhallen är öppen vardagar.'])
  // Below it comes what the resident writes meanwhile, and it goes on below that.
  await write(page, 'hallå?')
  await page.locator('.message.own', { hasText: 'hallå?' }).waitFor()
  world.server.showInterim(3, 'Simhallen är öppen alla dagar.')
  await interim.filter({ hasText: 'alla dagar' }).waitFor()
  expect((await lines(page)).slice(-2)).toEqual(['Du: hallå?', 'Roboten: Simhallen är öppen alla dagar.'])
  world.server.release()
  await heard(page, 'Du skrev: hallå?')
  expect(await interim.count()).toBe(0)
  expect((await lines(page)).filter((line) => line.includes('Simhallen'))).toEqual([])
  expect(await page.locator('.typing').innerText()).toBe('')
  expect(world.complaints()).toEqual([])
})

test('shows the answer that is written in the whole of its length, and lets who reads above read on', async () => {
  const page = await open('/city', { viewport: { width: 360, height: 640 } })
  const sentences = (count: number): string => 'Simhallen är öppen alla dagar. '.repeat(count)
  const top = (): Promise<number> =>
    page.locator('.log').evaluate((log: { scrollTop: number }) => log.scrollTop)
  await write(page, 'tyst')
  await page.locator('.typing', { hasText: 'Roboten skriver' }).waitFor()
  const interim = page.locator('.message.bot[inert]')
  world.server.showInterim(1, sentences(10))
  await interim.waitFor()
  await page.locator('.log').evaluate((log: { scrollTop: number }) => void (log.scrollTop = 0))
  world.server.showInterim(2, sentences(40))
  await interim.filter({ hasText: sentences(40).trim() }).waitFor()
  expect(await top()).toBe(0)
  world.server.release()
  await heard(page, 'Du skrev: tyst')
})

test('counts answers that come while it is closed and says so politely', async () => {
  const page = await open()
  await write(page, 'tyst minut')
  await page.locator('.own:not(.pending)').waitFor()
  await button(page, 'Stäng').click()
  world.server.release()
  await page.locator('.badge', { hasText: '1' }).waitFor()
  expect(await page.getByRole('button', { name: /Chatta med oss.*Nya svar.*1/ }).isVisible()).toBe(true)
  expect(await page.locator('.widget > [role=status]').textContent()).toBe('Nya svar: 1')
  await launcher(page).click()
  expect(await page.locator('.widget > [role=status]').textContent()).toBe('')
})

test('reads several answers in the order they were given', async () => {
  const page = await open()
  await write(page, 'tre svar tack')
  const said = await heard(page, 'Tre.')
  expect(said.slice(-3)).toEqual(['Roboten: Ett.', 'Roboten: Två.', 'Roboten: Tre.'])
  const log = page.getByRole('log', { name: 'Samtalet' })
  expect(await log.getAttribute('aria-live')).toBe('polite')
  const times = await log.locator('time').allInnerTexts()
  expect(times.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time))).toBe(true)
})

test('stands whole in a page whose styles attack everything', async () => {
  world.host.page('/hostile', { head: '<link rel="stylesheet" href="/hostile.css">' })
  const page = await look('/hostile')
  await launcher(page).waitFor()
  const closed = await launcher(page).boundingBox()
  expect(closed!.height).toBeGreaterThan(44)
  expect(closed!.x + closed!.width).toBeLessThanOrEqual(1280)
  expect(closed!.y + closed!.height).toBeLessThanOrEqual(800)
  await launcher(page).click()
  await write(page, 'När töms mina sopor?')
  await heard(page, 'Vill du veta mer?')
  const frame = await page.locator('.frame').boundingBox()
  expect(frame).toMatchObject({ width: 448, height: 704, x: 808 })
  const looks = ['fontFamily', 'fontSize', 'letterSpacing', 'color', 'textTransform', 'visibility']
  expect(await stylesOf(page.locator('.bot .bubble').first(), looks)).toEqual([
    'system-ui, sans-serif',
    '16px',
    'normal',
    'rgb(21, 35, 45)',
    'none',
    'visible',
  ])
})

test('runs under the strictest policy without one complaint of the browser', async () => {
  const page = await open()
  await write(page, 'När töms mina sopor?')
  await heard(page, 'Vill du veta mer?')
  await button(page, 'Nej').click()
  await button(page, 'Meny').click()
  await button(page, 'Radera samtalet').click()
  await page.getByRole('dialog', { name: 'Radera samtalet?' }).waitFor()
  await page.keyboard.press('Escape')
  expect(world.complaints()).toEqual([])
  expect(await page.context().cookies()).toEqual([])
})

test('asks only the chat server, never a third party', async () => {
  const hosts = new Set<string>()
  const page = await look('/city')
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await launcher(page).click()
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  expect([...hosts]).toEqual([new URL(world.host.url).host])
})

test('a second script tag does not put a second chat on the page', async () => {
  world.host.page('/twice', { body: '<script src="/widget.js" defer></script>' })
  const page = await look('/twice')
  await launcher(page).waitFor()
  expect(await page.locator('dygnet-chat').count()).toBe(1)
  expect(await lines(page)).toEqual([])
})

test('works on another site than its server, resumes there and reads why it must wait', async () => {
  const chat = `http://localhost:${world.server.port()}`
  world.host.page('/abroad', { chat })
  const page = await open('/abroad')
  await write(page, 'hej')
  const before = await heard(page, 'Du skrev: hej')
  await page.clock.install()
  await page.reload()
  expect(await heard(page, 'Du skrev: hej')).toEqual(before)
  world.server.refuseNext(50_000)
  await write(page, 'igen')
  await page.locator('.notice', { hasText: 'om 50 sekunder' }).waitFor()
  await page.clock.runFor(50_100)
  await heard(page, 'Du skrev: igen')
  expect(world.complaints()).toEqual([])
})
