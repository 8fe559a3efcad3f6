// A test's own city: chat server, the page around the widget, a browser, and the words to drive them.
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { launchBrowser, visit, type Visit } from './browser'
import { startChatServer, type ChatServer } from './browser-chat-server'
import type { CityMap } from '../../bot/contracts/talk/reply'
import { startHost, type Host } from './browser-host'

export interface ChatWorld {
  readonly browser: Browser
  readonly server: ChatServer
  readonly host: Host
  /** Opens a path of the host and waits for nothing. */
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>
  /** Opens the chat in the widget, ready to be written in. */
  openChat(path?: string, options?: BrowserContextOptions): Promise<Visit>
  /** The same on a clock that stands still until the test moves it. */
  openChatOnClock(path?: string): Promise<Visit>
  /** What the browser complained of at the visits of this test. */
  complaints(): readonly string[]
}

/**
 * One for all tests of a file, there from its `beforeAll` on. What a test visits is closed after it.
 * @param map asked for when those `beforeAll` have run that stand before it
 */
export function useChatWorld(map?: () => CityMap): ChatWorld {
  let running: RunningWorld
  let visits: Visit[] = []
  beforeAll(async () => {
    running = await startWorld(map?.())
  })
  beforeEach(() => {
    visits = []
  })
  afterEach(async () => {
    await Promise.all(visits.map(({ page }) => page.context().close()))
  })
  afterAll(async () => {
    await running.browser.close()
    await running.host.stop()
    await running.server.stop()
  })
  const world: ChatWorld = {
    get browser() {
      return running.browser
    },
    get server() {
      return running.server
    },
    get host() {
      return running.host
    },
    async visit(path, options) {
      const visited = await visit(running.browser, running.host.url + path, options)
      visits.push(visited)
      return visited
    },
    async openChat(path = '/city', options) {
      const visited = await world.visit(path, options)
      await openLauncher(visited.page, path)
      return visited
    },
    async openChatOnClock(path = '/city') {
      const visited = await world.visit(path)
      await visited.page.clock.install()
      await visited.page.reload()
      await openLauncher(visited.page, path)
      return visited
    },
    complaints: () => visits.flatMap(({ complaints }) => complaints),
  }
  return world
}

async function openLauncher(page: Page, path: string): Promise<void> {
  if (path !== '/') await launcher(page).click()
  await replies(page).first().waitFor()
}

type RunningWorld = Pick<ChatWorld, 'browser' | 'server' | 'host'>

async function startWorld(map: CityMap | undefined): Promise<RunningWorld> {
  const host = await startHost(() => server.port())
  const [browser, server] = await Promise.all([launchBrowser(), startChatServer(host.url, map)])
  return { browser, server, host }
}

export const launcher = (page: Page): Locator => page.locator('.launcher')
export const field = (page: Page): Locator => page.locator('#text')
export const replies = (page: Page): Locator => page.locator('.message.bot')
export const ownMessages = (page: Page): Locator => page.locator('.message.own')
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

export async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await field(page).press('Enter')
}

/** Waits until a reply with this text has come, and gives all lines of the log: `Du: …`, `Roboten: …`. */
export async function heard(page: Page, text: string): Promise<readonly string[]> {
  await replies(page).filter({ hasText: text }).first().waitFor()
  return lines(page)
}

export async function lines(page: Page): Promise<readonly string[]> {
  return page.locator('.message').evaluateAll((nodes: readonly MessageNode[]) =>
    nodes.map((node) => {
      const author = node.querySelector('.byline b').textContent
      const bubble = node.querySelector('.bubble')
      const first = bubble.firstElementChild?.textContent ?? bubble.textContent
      return `${author}: ${first}`
    }),
  )
}

interface MessageNode {
  querySelector(selector: string): {
    readonly textContent: string
    readonly firstElementChild?: { readonly textContent: string } | null
  }
}
