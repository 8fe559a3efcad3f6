// Takes the pictures of the README and of docs/for-hub-staff.md: a real city, a real browser, and on each page a street light
// that is reported to its case number.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Locator, type Page } from 'playwright-core'
import { serveChild } from './bench/serve-child'
import { projectRoot } from '../main/project-root'

const browserPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-sync',
  '--no-first-run',
]

/** What the resident writes, and the words of the reply that are waited for. */
const talk = [
  ['gatlyktan på Storgatan 12 är trasig', 'skada sig'],
  ['nej', 'med en bild'],
  ['hoppa över', 'besked'],
  ['hoppa över', 'Stämmer uppgifterna'],
  ['ja', 'Ditt ärende har nummer'],
] as const

/** Another one over SMS, where no picture is asked for; and what is on the other phone meanwhile. */
const phoneTalks = [
  [
    ['gatlyktan på Drottninggatan 4 är trasig', 'skada sig'],
    ['2', 'Stämmer uppgifterna'],
    ['ja', 'är registrerat'],
  ],
  [
    ['när öppnar biblioteket', 'Svara MER'],
    ['mer', 'Lämna böcker'],
  ],
] as const

async function report(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByText('robot').first().waitFor()
  await say(page.locator('body'), talk)
}

async function textOnPhones(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/simulator`)
  for (const [index, lines] of phoneTalks.entries())
    await say(page.getByRole('region', { name: `Telefon ${index + 1}` }), lines)
  const priced = page.locator('.thread > :last-child .about', { hasText: 'kr' })
  for (const index of phoneTalks.keys()) await priced.nth(index).waitFor()
}

async function say(where: Locator, lines: readonly (readonly [string, string])[]): Promise<void> {
  const field = where.locator('textarea')
  for (const [text, reply] of lines) {
    await field.fill(text)
    await field.press('Enter')
    await where.getByText(reply).last().waitFor()
  }
}

async function takePictures(): Promise<void> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? browserPaths.find(existsSync)
  if (executablePath === undefined)
    throw new Error('No Chromium found: install it, or set CHROMIUM_PATH to it.')
  const city = await serveChild(['dist/main.js'])
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    const page = await browser.newPage({ viewport: { width: 760, height: 1180 }, locale: 'sv-SE' })
    await report(page, city.url)
    await page.screenshot({ path: join(projectRoot, 'docs', 'page.png') })
    await page.setViewportSize({ width: 900, height: 1140 })
    await textOnPhones(page, city.url)
    await page.screenshot({ path: join(projectRoot, 'docs', 'simulator.png') })
  } finally {
    await browser.close()
    await city.stop()
  }
}

takePictures().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 1
})
