// Staff try the bot over SMS without a gateway: the page with phones in a real browser, against the whole city.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { request } from 'node:http'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { readSettings } from '../../../../adapters/settings'
import { openSqliteStore } from '../../../../adapters/sqlite'
import { systemClock } from '../../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../../bot/contracts/basics/logger'
import { textMessageEntry } from '../../../../bot/contracts/sms/text-message'
import type { RunningCity } from '../../../../main'
import { findBarriers, focused, launchBrowser, overflowX, visit, type Visit } from '../../../support/browser'
import { startTestCity } from '../../../support/start-city'

const quiet = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' }
let folder: string
let city: RunningCity
let browser: Browser
let visited: Visit | undefined
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dygnet-phones-'))
  const settings = readSettings({ ...quiet, DATA_DIR: folder })
  ;[city, browser] = await Promise.all([startTestCity(settings), launchBrowser()])
})
afterEach(async () => {
  await visited?.page.context().close()
  visited = undefined
})
afterAll(async () => {
  await browser.close()
  await city.stop()
  rmSync(folder, { recursive: true, force: true })
})

const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
  visited = await visit(browser, `${city.url}/simulator`, options)
  await phone(visited.page, 2).waitFor()
  return visited.page
}
const phone = (page: Page, place: number): Locator =>
  page.getByRole('region', { name: `Telefon ${place}`, exact: true })
const field = (one: Locator): Locator => one.getByLabel('Skriv ett sms')
const numberField = (one: Locator): Locator => one.getByLabel('Nummer')
const press = (one: Locator, name: string): Promise<void> =>
  one.getByRole('button', { name, exact: true }).click()
const replies = (one: Locator): Locator => one.locator('.reply')
const reply = (one: Locator, text: string | RegExp): Locator => replies(one).filter({ hasText: text }).last()

/** Each test has residents of its own. */
let lastNumber = 60
async function giveNumber(one: Locator): Promise<string> {
  lastNumber += 1
  const number = `070-174 06 ${lastNumber}`
  await numberField(one).fill(number)
  await numberField(one).press('Enter')
  await one
    .getByText(`Sms till och från`)
    .or(one.getByRole('log', { name: number }))
    .first()
    .waitFor()
  return number
}
async function write(one: Locator, text: string): Promise<void> {
  await field(one).fill(text)
  await field(one).press('Enter')
}
/** `kind: words` of every bubble and note, in order. */
const lines = (one: Locator): Promise<readonly string[]> =>
  one
    .locator('.thread > *')
    .evaluateAll((nodes: readonly LineNode[]) =>
      nodes.map((node) => `${node.className}: ${(node.querySelector('.bubble') ?? node).textContent}`),
    )
/** Without the note that a reply comes after its request, as it does from a machine that is very busy. */
const messages = async (one: Locator) => (await lines(one)).filter((line) => line !== 'note: (inget svar)')
interface LineNode {
  readonly className: string
  readonly textContent: string
  querySelector(selector: string): { readonly textContent: string } | null
}

describe('phones', () => {
  test('talk at once without mixing, each with one bubble a reply, its parts and its price', async () => {
    const page = await open()
    const [first, second] = [phone(page, 1), phone(page, 2)]
    await giveNumber(first)
    await giveNumber(second)
    // One keyboard: the second is written while the first still waits for its reply.
    await write(first, 'gatlyktan på Storgatan 12 är trasig')
    await write(second, 'när öppnar biblioteket')
    await Promise.all([reply(first, 'skada sig').waitFor(), replies(second).first().waitFor()])
    await write(first, 'nej')
    await reply(first, 'Stämmer uppgifterna').waitFor()
    await reply(first, 'Stämmer uppgifterna')
      .getByText(/^\d sms \(GSM-7\), ca \d,\d\d kr$/)
      .waitFor()
    expect(await messages(first)).toEqual([
      'message own: gatlyktan på Storgatan 12 är trasig',
      expect.stringMatching(/^message reply: .*skada sig/s),
      'message own: nej',
      expect.stringMatching(/^message reply: .*Stämmer uppgifterna/s),
    ])
    expect(await messages(second)).toEqual([
      'message own: när öppnar biblioteket',
      expect.stringMatching(/^message reply: .*bibliotek/is),
    ])
  })

  test('are counted one by one and all together', async () => {
    const page = await open()
    for (const place of [1, 2]) await giveNumber(phone(page, place))
    const partsOf = async (where: Locator): Promise<number> =>
      Number(/: (\d+) sms, ca \d+,\d\d kr$/.exec(await where.innerText())?.[1])
    const total = (place: number) => phone(page, place).locator('.total')
    expect(await partsOf(total(1))).toBe(0)
    for (const place of [1, 2]) {
      await press(phone(page, place), 'MENY')
      await phone(page, place).locator('.reply .about', { hasText: ' kr' }).waitFor()
    }
    const [one, other] = [await partsOf(total(1)), await partsOf(total(2))]
    expect(one).toBeGreaterThan(0)
    expect(await partsOf(page.locator('#total'))).toBe(one + other)
  })

  test('show how many texts their own words take', async () => {
    const page = await open()
    await field(phone(page, 1)).fill('å'.repeat(161))
    await phone(page, 1).getByText('2 sms (GSM-7)').waitFor()
    await field(phone(page, 1)).fill('Привіт')
    await phone(page, 1).getByText('1 sms (UCS-2)').waitFor()
  })

  test('obey STOPP and START from their buttons, and show a silence', async () => {
    const page = await open()
    const one = phone(page, 1)
    await giveNumber(one)
    await press(one, 'STOPP')
    await reply(one, 'START').waitFor()
    await press(one, 'STOPP')
    await one.getByText('(inget svar)').waitFor()
    await press(one, 'START')
    await expect(replies(one).nth(1).waitFor()).resolves.toBeUndefined()
  })

  test('are answered with the same bytes when a reply is lost', async () => {
    const page = await open()
    const one = phone(page, 1)
    await giveNumber(one)
    const ids: (string | null)[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') ids.push(new URLSearchParams(request.postData() ?? '').get('id'))
    })
    const lose = 'Tappa svaret och skicka samma sms igen'
    await press(one, lose)
    await one.getByText('Skriv något först.').waitFor()
    await field(one).fill('när öppnar biblioteket')
    await press(one, lose)
    await one.getByText('likadant, tecken för tecken').waitFor()
    expect(await replies(one).count()).toBe(1)
    expect(ids).toEqual([ids[0], ids[0]])
    await press(one, lose)
    await one.getByText('likadant, tecken för tecken').nth(1).waitFor()
    expect(new Set(ids).size).toBe(1)
  })

  test('get what is sent unasked, with its time and price', async () => {
    const page = await open()
    const [one, other] = [phone(page, 1), phone(page, 2)]
    const number = await giveNumber(one)
    await giveNumber(other)
    const store = openSqliteStore({
      file: join(folder, 'dygnet.db'),
      clock: systemClock,
      logger: silentLogger,
    })
    const now = systemClock.now()
    await store.enqueue(
      textMessageEntry('a-code', now, {
        to: `+46${number.slice(1).replace(/\D/g, '')}`,
        text: 'Din kod är 123456.',
        notAfter: new Date(now.getTime() + 60_000).toISOString(),
        asked: true,
      }),
    )
    await store.close()
    await reply(one, 'Din kod är 123456.').waitFor()
    await one.getByText(/^Kom \d\d:\d\d\. 1 sms \(GSM-7\), ca \d,\d\d kr$/).waitFor()
    expect(await replies(other).count()).toBe(0)
  })

  test('read a right-to-left reply from the right', async () => {
    const page = await open()
    const one = phone(page, 1)
    await giveNumber(one)
    await write(one, 'arabiska')
    const bubble = reply(one, /\p{Script=Arabic}/u).locator('.bubble')
    await bubble.waitFor()
    expect(
      await bubble.evaluate((node: { matches(selector: string): boolean }) => node.matches(':dir(rtl)')),
    ).toBe(true)
  })

  test('keep a number that no other phone has, and refuse what is none', async () => {
    const page = await open()
    const one = phone(page, 1)
    const taken = await numberField(phone(page, 2)).inputValue()
    for (const [wanted, told] of [
      [taken.replace('070', '+46 70'), 'En annan telefon på sidan har det numret.'],
      ['Staden', 'Skriv ett nummer som 070-174 06 05.'],
    ] as const) {
      await numberField(one).fill(wanted)
      await numberField(one).press('Enter')
      await one.getByText(told).waitFor()
      const [box, words] = await Promise.all([
        numberField(one).boundingBox(),
        one.getByText(told).boundingBox(),
      ])
      expect(words!.y - box!.y - box!.height).toBeLessThan(30)
      expect(await numberField(one).inputValue()).toBe('070-174 06 05')
    }
  })

  test('can be added and removed', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'Lägg till telefon' }).click()
    await phone(page, 3).waitFor()
    expect(await numberField(phone(page, 3)).inputValue()).toBe('070-174 06 07')
    await press(phone(page, 1), 'Ta bort')
    expect(await page.getByRole('region').count()).toBe(2)
    await page.getByRole('button', { name: 'Lägg till telefon' }).click()
    expect(await numberField(phone(page, 4)).inputValue()).toBe('070-174 06 05')
  })
})

describe('a text that the server did not take', () => {
  test.each([
    [
      'the server is away',
      (page: Page) => page.route('**/sms/simulator', (route) => route.abort()),
      'Servern svarar inte',
    ],
    [
      'it fails',
      (page: Page) => page.route('**/sms/simulator', (route) => route.fulfill({ status: 503 })),
      '(503)',
    ],
    [
      'it refuses',
      (page: Page) => page.route('**/sms/simulator', (route) => route.fulfill({ status: 413 })),
      '(413)',
    ],
  ] as const)('is told and sent again as the same text: %s', async (_why, fail, told) => {
    const page = await open()
    const one = phone(page, 1)
    await giveNumber(one)
    const ids: (string | null)[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') ids.push(new URLSearchParams(request.postData() ?? '').get('id'))
    })
    await fail(page)
    await write(one, 'när öppnar biblioteket')
    await one.getByText(told).waitFor()
    await page.unrouteAll()
    await press(one, 'Skicka igen')
    await reply(one, /bibliotek/i).waitFor()
    expect(ids).toEqual([ids[0], ids[0]])
    expect(await lines(one)).toHaveLength(2)
    expect(await focused(page)).toContain('textarea')
  })

  test('does not keep the page from saying that the server is away, until it is back', async () => {
    const page = await open()
    await page.route('**/simulator/sent?*', (route) => route.abort())
    await page.getByText('Servern svarar inte. Sidan försöker igen.').waitFor()
    await page.unrouteAll()
    await page.getByText('Servern svarar inte. Sidan försöker igen.').waitFor({ state: 'hidden' })
  })
})

test('a picture cannot be sent, and the page says so', async () => {
  const page = await open()
  await page.getByText('Bilder kan inte skickas härifrån.').first().waitFor()
  await page.evaluate(`(() => {
    const brought = new DataTransfer()
    brought.items.add(new File(['x'], 'hal.jpg', { type: 'image/jpeg' }))
    const paste = new ClipboardEvent('paste', { clipboardData: brought, cancelable: true, bubbles: true })
    document.querySelector('.text').dispatchEvent(paste)
  })()`)
  await phone(page, 1).getByText('Bilder kan inte skickas härifrån.').waitFor()
})

test('everything can be done with the keyboard alone', async () => {
  const page = await open()
  const tab = async (): Promise<string> => {
    await page.keyboard.press('Tab')
    return focused(page)
  }
  expect(await tab()).toBe('button#add Lägg till telefon')
  expect(await tab()).toContain('input.number')
  await page.keyboard.type(`070-174 06 98`)
  expect(await tab()).toContain('button.remove')
  expect(await tab()).toContain('div.thread')
  expect(await tab()).toContain('textarea.text')
  await page.keyboard.type('hej')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('när öppnar biblioteket')
  await page.keyboard.press('Enter')
  const one = phone(page, 1)
  await replies(one).first().waitFor()
  expect((await lines(one))[0]).toBe('message own: hej\nnär öppnar biblioteket')
  expect(await focused(page)).toContain('textarea.text')
  expect(await tab()).toBe('button.send Skicka')
  for (const name of ['STOPP', 'START', 'MENY', 'HJÄLP', 'MER']) expect(await tab()).toBe(`button ${name}`)
  expect(await tab()).toBe('button.lose Tappa svaret och skicka samma sms igen')
  await page.keyboard.press('Enter')
  await one.getByText('likadant, tecken för tecken').waitFor()
})

test.each([
  ['light', 1280, 'no-preference'],
  ['dark', 1280, 'no-preference'],
  ['light', 320, 'reduce'],
  ['dark', 320, 'reduce'],
] as const)(
  'has no barrier and keeps the policy: %s, %i pixels wide, motion %s',
  async (colorScheme, width, reducedMotion) => {
    const page = await open({ colorScheme, reducedMotion, viewport: { width, height: 800 } })
    const one = phone(page, 1)
    await giveNumber(one)
    await page.route('**/sms/simulator', (route) => route.abort())
    await write(one, `går inte fram ${'x'.repeat(80)}`)
    await one.getByText('Servern svarar inte').waitFor()
    await page.unrouteAll()
    await write(one, 'när öppnar biblioteket')
    await one.locator('.reply .about', { hasText: ' kr' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(await overflowX(page)).toBe(0)
    expect(visited?.complaints).toEqual([])
  },
)

describe('the page is not there', () => {
  const everyAddress = [
    '/simulator',
    '/simulator/simulator.js',
    '/simulator/sent',
    '/simulator/price',
    '/simulator.html',
  ]
  async function statusesOf(settings: Readonly<Record<string, string>>): Promise<readonly number[]> {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'dygnet-no-phones-'))
    const other = await startTestCity(readSettings({ ...quiet, DATA_DIR: dataDirectory, ...settings }))
    try {
      const post = fetch(`${other.url}/sms/simulator`, {
        method: 'POST',
        headers: { 'x-simulator': '1' },
        body: new URLSearchParams({ id: '1', from: '070-174 06 05', text: 'hej' }),
      })
      const answers = await Promise.all([...everyAddress.map((path) => fetch(other.url + path)), post])
      return answers.map(({ status }) => status)
    } finally {
      await other.stop()
      rmSync(dataDirectory, { recursive: true, force: true })
    }
  }
  const notThere = [...everyAddress, 'post'].map(() => 404)

  test.each([
    '/simulator',
    '/Simulator/sent?to=%2B46701234567',
    '/SIMULATOR/sent/?to=%2B46701234567',
    '/simulator/?',
    '//simulator/sent',
    '/%73imulator/sent',
    '/%53imulator/sent',
    '/simulator/./sent',
    '/x/../Simulator/simulator.js',
    '/sms/../simulator/price',
    '/simulator.html',
  ])('for whoever comes from elsewhere, spelt as %s', async (path) => {
    const { hostname, port } = new URL(city.url)
    // fetch would tidy the address up.
    const status = (headers: Readonly<Record<string, string>>, method = 'GET', asked = path) =>
      new Promise<number | undefined>((resolve, reject) => {
        request({ hostname, port, path: asked, method, headers }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .once('error', reject)
          .end()
      })
    const elsewhere = { 'x-forwarded-for': '198.51.100.7' }
    expect(await status(elsewhere)).toBe(404)
    expect(await status({ ...elsewhere, 'x-simulator': '1' }, 'POST', path.replace('/', '/sms/'))).toBe(404)
    expect(await status({}, 'GET', '/Simulator/price')).toBe(200)
  })

  test('beside a gateway', async () => {
    expect(
      await statusesOf({
        ELKS_WEBHOOK_PATH: 'a-path-that-nobody-guesses',
        ELKS_WEBHOOK_USER: 'elks',
        ELKS_WEBHOOK_PASSWORD: 'a-long-password-of-a-gateway',
      }),
    ).toEqual(notThere)
  })

  test('in production', async () => {
    const before = process.env['NODE_ENV']
    process.env['NODE_ENV'] = 'production'
    try {
      expect(await statusesOf({})).toEqual(notThere)
    } finally {
      process.env['NODE_ENV'] = before
    }
  })
})
