// A real Chromium for tests of what residents see.
import AxeBuilder from '@axe-core/playwright'
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core'

const commonPaths = [
  // Without windows of its own, which cost four fifths of the processor and no test looks at.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** @throws Error that says what to set, when no Chromium is found. */
export function chromiumPath(): string {
  const path = [process.env['CHROMIUM_PATH'] ?? '', ...commonPaths].find((each) => each && existsSync(each))
  if (path === undefined)
    throw new Error(
      `No Chromium found. Set CHROMIUM_PATH to the browser's file, or install one of: ${commonPaths.join(', ')}`,
    )
  return path
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: quiet })

export interface Visit {
  readonly page: Page
  /** What the browser complained of: script errors and breaches of the Content-Security-Policy. */
  readonly complaints: readonly string[]
}

/** Opens an address in a tab of its own, with nothing left from other tests. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    ...options,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text())
  })
  await page.goto(url)
  return { page, complaints }
}

const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against WCAG 2.2 AA: `rule: where`, empty when nothing. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag22AA).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')} ${failureSummary ?? ''}`),
  )
}

/** The element that has the focus, also inside shadow trees, as `tag#id.class "text"`. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at ? at.localName + (at.id && '#' + at.id) + [...at.classList].map((c) => '.' + c).join('') + ' ' + at.textContent.trim() : ''
  })()`)

/** Known inside the browser only, where the functions handed to `evaluate` run. */
declare const getComputedStyle: (node: unknown) => Readonly<Record<string, string>>

/** Computed values of these properties. */
export const stylesOf = (locator: Locator, names: readonly string[]): Promise<readonly string[]> =>
  locator.evaluate((node, given) => given.map((name) => getComputedStyle(node)[name] ?? ''), names)

/** How many pixels a page is wider than its window: above 0 it scrolls sideways. */
export const overflowX = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** The same inside one element. */
export const innerOverflowX = (locator: Locator): Promise<number> =>
  locator.evaluate(
    (node: { scrollWidth: number; clientWidth: number }) => node.scrollWidth - node.clientWidth,
  )
