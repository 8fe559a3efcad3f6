// Takes the README's picture of the resident's page: a real city, a real browser, a street light reported to its case number.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
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

async function report(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByText('robot').first().waitFor()
  for (const [text, reply] of talk) {
    await page.getByRole('textbox').fill(text)
    await page.getByRole('textbox').press('Enter')
    await page.getByText(reply).last().waitFor()
  }
}

async function takePicture(): Promise<void> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? browserPaths.find(existsSync)
  if (executablePath === undefined)
    throw new Error('No Chromium found: install it, or set CHROMIUM_PATH to it.')
  const city = await serveChild(['dist/main.js'])
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  try {
    const page = await browser.newPage({ viewport: { width: 760, height: 1180 }, locale: 'sv-SE' })
    await report(page, city.url)
    await page.screenshot({ path: join(projectRoot, 'docs', 'page.png') })
  } finally {
    await browser.close()
    await city.stop()
  }
}

takePicture().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 1
})
