// WCAG 2.2 AA as far as a machine sees it: every state of widget and page, three languages, light and dark, wide and narrow.
import type { BrowserContextOptions, Page } from 'playwright-core'
import { findBarriers, focused, innerOverflowX, overflowX, stylesOf } from '../../../support/browser'
import { field, heard, launcher, replies, useChatWorld, write } from '../../../support/browser-chat'

const world = useChatWorld()
beforeAll(() => {
  for (const lang of ['sv', 'en', 'ar'])
    for (const scheme of ['light', 'dark'])
      world.host.page(`/${lang}-${scheme}`, {
        lang,
        script: `data-lang="${lang}" data-scheme="${scheme}"`,
        body: scheme === 'dark' ? '' : '<p>Välkommen.</p>',
      })
})

const wide = { width: 1280, height: 800 }
const narrow = { width: 320, height: 640 }

/** Through everything the chat can show: an answer with sources, the question after "no", the menu, the dialog, trouble. */
async function walkThrough(page: Page, check: (state: string) => Promise<void>): Promise<void> {
  await write(page, 'När töms mina sopor?')
  await heard(page, 'Vill du veta mer?')
  await page.locator('.feedback .choice').nth(1).click()
  await page.context().setOffline(true)
  await field(page).fill('a'.repeat(1_010))
  await page.locator('.notice:not(:empty)').waitFor()
  await page.locator('.tools > .tool').click()
  await check('answered, asked why, offline, too long, menu open')
  await page.context().setOffline(false)
  await page.locator('.menu-item').nth(1).click()
  await page.locator('.confirm').waitFor()
  await check('dialog')
}

async function expectNoBarrier(page: Page, state: string): Promise<void> {
  expect({ state, barriers: await findBarriers(page) }).toEqual({ state, barriers: [] })
  expect({ state, overflow: await overflowX(page) }).toEqual({ state, overflow: 0 })
  expect({ state, overflow: await innerOverflowX(page.locator('.chat')) }).toEqual({ state, overflow: 0 })
}

describe.each([
  ['sv', 'light', wide],
  ['sv', 'light', narrow],
  ['en', 'light', wide],
  ['ar', 'light', wide],
  ['ar', 'light', narrow],
  ['sv', 'dark', wide],
  ['en', 'dark', narrow],
] as const)('the widget in %s, %s, %o', (lang, scheme, viewport) => {
  test('has no barrier that axe can find, and never scrolls sideways', async () => {
    const { page } = await world.visit(`/${lang}-${scheme}`, { viewport })
    await launcher(page).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await launcher(page).click()
    await replies(page).first().waitFor()
    await walkThrough(page, (state) => expectNoBarrier(page, state))
    expect(world.complaints()).toEqual([])
  })
})

describe.each<[string, BrowserContextOptions]>([
  ['light, wide', { viewport: wide }],
  ['dark, narrow', { viewport: narrow, colorScheme: 'dark' }],
])('the full page, %s', (_, options) => {
  test('has no barrier that axe can find, and never scrolls sideways', async () => {
    const visited = await world.openChat('/', options)
    await walkThrough(visited.page, (state) => expectNoBarrier(visited.page, state))
    expect(world.complaints()).toEqual([])
  })
})

describe('a screen reader is told', () => {
  /** What Chromium hands to the system's accessibility interface of this role, with the properties in question. */
  async function exposed(page: Page, role: string): Promise<readonly object[]> {
    const session = await page.context().newCDPSession(page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    return nodes
      .filter((node) => !node.ignored && node.role?.value === role)
      .map(({ name, description, properties = [] }) => ({
        name: name?.value as string,
        ...(description?.value ? { description: description.value as string } : {}),
        ...Object.fromEntries(
          properties
            .filter((property) => ['expanded', 'hasPopup', 'live', 'atomic'].includes(property.name))
            .map((property) => [property.name, property.value.value as unknown]),
        ),
      }))
  }

  test('what the button in the corner opens, and that it is closed', async () => {
    const { page } = await world.visit('/sv-light')
    await launcher(page).waitFor()
    expect(await exposed(page, 'button')).toEqual([
      { name: 'Chatta med oss', expanded: false, hasPopup: 'dialog' },
    ])
  })

  test('nothing of an answer that is half written, and the keyboard comes into no link that will be gone', async () => {
    const { page } = await world.openChat('/city')
    await write(page, 'tyst')
    await page.locator('.typing', { hasText: 'Roboten skriver' }).waitFor()
    const texts = async (): Promise<string> => JSON.stringify(await exposed(page, 'StaticText'))
    const before = await texts()
    world.server.showInterim(1, 'Läs mer om [priser](https://example.se/priser).')
    await page.locator('.message.bot[inert] a').waitFor()
    expect(await texts()).toBe(before)
    await expectNoBarrier(page, 'while it is written')
    await field(page).focus()
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).toMatch(/^div\.log /)
    world.server.release()
    await heard(page, 'Du skrev: tyst')
    expect(await texts()).toContain('Du skrev: tyst')
  })

  test('who said what and when, in the order it was said, and what can be chosen', async () => {
    const { page } = await world.openChat('/city')
    const time = /- time: \d\d:\d\d/
    const shown = async (): Promise<string> =>
      (await page.getByRole('log').ariaSnapshot()).replace(new RegExp(time, 'g'), '- time')
    expect(await shown()).toBe(
      [
        '- log "Samtalet":',
        '  - paragraph: I dag',
        '  - paragraph:',
        '    - text: Roboten',
        '    - time',
        '  - paragraph: Hej! Vad undrar du?',
        '  - list "Förslag":',
        '    - listitem:',
        '      - button "Trasig gatlampa"',
        '    - listitem:',
        '      - button "När töms soporna?"',
      ].join('\n'),
    )
    await write(page, 'hej')
    await heard(page, 'Du skrev: hej')
    const said = (await shown()).split('\n').map((line) => line.trim())
    expect(said.slice(said.indexOf('- text: Du'))).toEqual([
      '- text: Du',
      '- time',
      '- text: hej',
      '- paragraph:',
      '- text: Roboten',
      '- time',
      '- paragraph: "Du skrev: hej"',
    ])
    expect(await exposed(page, 'log')).toEqual([{ name: 'Samtalet', live: 'polite', atomic: false }])
  })

  test('what the field is for, and what not to write in it', async () => {
    const visited = await world.openChat('/city')
    expect(await exposed(visited.page, 'textbox')).toEqual([
      { name: 'Skriv din fråga', description: 'Skriv inte personnummer.' },
    ])
  })

  test('that suggestions are a list, also where a list without bullets counts as none', async () => {
    // WebKit drops the role of a list that is drawn without bullets unless it is written out.
    const visited = await world.openChat('/city')
    expect(await visited.page.locator('.suggestions').getAttribute('role')).toBe('list')
  })
})

test('at 400 % zoom everything can be reached by scrolling one way', async () => {
  const { page } = await world.openChat('/city', { viewport: { width: 320, height: 256 } })
  await write(page, 'När töms mina sopor?')
  await heard(page, 'Vill du veta mer?')
  expect(await overflowX(page)).toBe(0)
  expect(await innerOverflowX(page.locator('.chat'))).toBe(0)
  for (const part of [
    page.locator('h2'),
    page.locator('.sources a'),
    field(page),
    page.locator('.phone a'),
  ]) {
    await part.scrollIntoViewIfNeeded()
    const box = await part.boundingBox()
    expect(box!.y).toBeGreaterThanOrEqual(0)
    expect(box!.y + box!.height).toBeLessThanOrEqual(256)
  }
})

test('gives fingers targets of 44 pixels, and every pointer at least 24', async () => {
  for (const [hasTouch, least] of [
    [true, 44],
    [false, 24],
  ] as const) {
    const { page } = await world.openChat('/city', {
      hasTouch,
      isMobile: hasTouch,
      viewport: { width: 400, height: 800 },
    })
    await write(page, 'När töms mina sopor?')
    await heard(page, 'Vill du veta mer?')
    const heights = await page
      .locator('.chat :is(button, select, textarea, .phone a):visible')
      .evaluateAll((nodes: readonly { getBoundingClientRect(): { height: number } }[]) =>
        nodes.map((node) => Math.round(node.getBoundingClientRect().height)),
      )
    expect(heights.length).toBeGreaterThan(6)
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(least)
    await page.context().close()
  }
})

test('moves nothing for those who ask for less motion', async () => {
  const { page } = await world.openChat('/city', { reducedMotion: 'reduce' })
  await write(page, 'tyst')
  await page.locator('.typing:not(:empty)').waitFor()
  expect(await page.evaluate('document.querySelector("dygnet-chat").shadowRoot.getAnimations().length')).toBe(
    0,
  )
})

test('draws borders where forced colours take the backgrounds away', async () => {
  const { page } = await world.openChat('/city', { forcedColors: 'active' })
  await write(page, 'hej')
  await heard(page, 'Du skrev: hej')
  for (const part of ['.bot .bubble', '.own .bubble', '.tool', '.send']) {
    const [width, color] = await stylesOf(page.locator(part).first(), ['borderTopWidth', 'borderTopColor'])
    expect({ part, width: Number.parseFloat(width!) >= 1 }).toEqual({ part, width: true })
    expect({ part, color }).toEqual({ part, color: 'rgb(0, 0, 0)' })
  }
})
