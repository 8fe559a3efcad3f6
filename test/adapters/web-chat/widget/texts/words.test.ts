// Languages: the page's own, the resident's choice, right to left, and a conversation in two of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { button, heard, launcher, replies, useChatWorld, write } from '../../../../support/browser-chat'

const textsFolder = join(__dirname, '../../../../../adapters/web-chat/widget/texts')
const world = useChatWorld()

const left = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).last().boundingBox())!.x

test('speaks the language the page names', async () => {
  world.host.page('/english', { script: 'data-lang="en"' })
  const visited = await world.visit('/english')
  expect(await launcher(visited.page).innerText()).toBe('Chat with us')
})

test('writes English dates as the rest of the city does, day first', async () => {
  world.host.page('/dates', { lang: 'en' })
  const { page } = await world.openChat('/dates')
  await write(page, 'När töms mina sopor?')
  await heard(page, 'Vill du veta mer?')
  expect(await page.locator('.sources .stamp').innerText()).toBe('Miljö och avfall, reviewed 2 October 2026')
})

test('speaks the language of the document when the page names none', async () => {
  world.host.page('/document', { lang: 'ar-SY' })
  const visited = await world.visit('/document')
  expect(await launcher(visited.page).innerText()).toBe('تحدّث معنا')
})

test('speaks English where the page speaks a language the city does not', async () => {
  world.host.page('/german', { lang: 'de' })
  const { page } = await world.openChat('/german')
  await page.getByRole('heading', { name: 'Chat with Exempelstad' }).waitFor()
  expect(await page.getByLabel('Language').inputValue()).toBe('en')
})

test('offers the languages of the city by their own names', async () => {
  const { page } = await world.openChat()
  const choice = page.getByLabel('Språk')
  await choice.locator('option').nth(2).waitFor({ state: 'attached' })
  expect(await choice.locator('option').allTextContents()).toEqual(['Svenska', 'English', 'العربية'])
})

test('turns everything round for Arabic, keeps what was said, and tells the bot', async () => {
  const { page } = await world.openChat()
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  expect(await left(page, '.own .bubble')).toBeGreaterThan(await left(page, '.bot .bubble'))
  await page.getByLabel('Språk').selectOption('ar')
  await heard(page, 'الآن أجيب بالعربية.')
  expect(await page.locator('.widget').getAttribute('dir')).toBe('rtl')
  expect(await page.locator('.own .byline b').innerText()).toBe('أنت')
  await write(page, 'مرحبا')
  await replies(page).filter({ hasText: 'مرحبا' }).waitFor()
  expect(await left(page, '.own .bubble')).toBeLessThan(await left(page, '.bot .bubble'))
  expect(await left(page, '.close')).toBeLessThan(await left(page, 'h2'))
  const swedish = replies(page).filter({ hasText: 'Du skrev: hej' }).locator('.bubble')
  expect(await swedish.getAttribute('lang')).toBe('sv')
  expect(await swedish.getAttribute('dir')).toBe('ltr')
  const arabic = replies(page).filter({ hasText: 'الآن أجيب بالعربية.' }).locator('.bubble')
  expect(await arabic.getAttribute('lang')).toBe('ar')
  expect(await arabic.getAttribute('dir')).toBe('rtl')
})

test("goes with the bot, right to left too, when the bot's offer of a language is tapped, and remembers it", async () => {
  const { page } = await world.openChat()
  await write(page, 'عربي؟')
  await button(page, 'العربية').click()
  await heard(page, 'الآن أجيب بالعربية.')
  await page.locator('.widget[lang=ar][dir=rtl]').waitFor({ state: 'attached' })
  expect(await page.getByLabel('اللغة').inputValue()).toBe('ar')
  expect(await page.locator('.own .byline b').first().innerText()).toBe('أنت')
  await page.goto(`${world.host.url}/next`)
  await page.getByRole('heading', { name: 'محادثة مع Exempelstad' }).waitFor()
})

const readTexts = (name: string): unknown =>
  JSON.parse(readFileSync(join(textsFolder, `${name}.json`), 'utf8'))
const places = (texts: unknown) =>
  Object.fromEntries(
    Object.entries(texts as Record<string, string>).map(([key, text]) => [
      key,
      (text.match(/\{\w+\}/g) ?? []).sort(),
    ]),
  )

describe.each(['en', 'ar', 'fi', 'so', 'uk', 'fa', 'pl', 'es', 'de'])('in %s', (language) => {
  test('has every text, with the same places to fill', () => {
    expect(places(readTexts(language))).toEqual(places(readTexts('sv')))
  })
  test.each(['files', 'deeds', 'reasons'])('has every text of %s too, and in its own words', (name) => {
    const texts = readTexts(name) as Record<string, Record<string, string>>
    expect(places(texts[language])).toEqual(places(texts['sv']))
    const others = Object.keys(texts).filter((other) => other !== language)
    for (const [key, text] of Object.entries(texts[language]!))
      expect(others.map((other) => texts[other]![key])).not.toContain(text)
  })
})

test('stays in the language of before when the texts of another cannot be had', async () => {
  const { page } = await world.openChat()
  await page.route('**/texts.ar.json', (route) => route.abort())
  await page.getByLabel('Språk').selectOption('ar')
  await heard(page, 'الآن أجيب بالعربية.')
  expect(await page.locator('.widget').getAttribute('lang')).toBe('sv')
  expect(await page.locator('.widget').getAttribute('dir')).toBe('ltr')
  expect(await page.getByRole('log', { name: 'Samtalet' }).isVisible()).toBe(true)
})

test('speaks the language of the page on another site than its server', async () => {
  world.host.page('/abroad-english', {
    lang: 'en',
    chat: `http://localhost:${world.server.port()}`,
  })
  const visited = await world.visit('/abroad-english')
  expect(await launcher(visited.page).innerText()).toBe('Chat with us')
  expect(world.complaints()).toEqual([])
})

test('remembers the chosen language on the next page', async () => {
  const { page } = await world.openChat()
  await page.getByLabel('Språk').selectOption('en')
  await heard(page, 'Now I answer in English.')
  await page.goto(`${world.host.url}/next`)
  await page.getByRole('heading', { name: 'Chat with Exempelstad' }).waitFor()
  expect(await page.getByRole('log', { name: 'The conversation' }).isVisible()).toBe(true)
})
