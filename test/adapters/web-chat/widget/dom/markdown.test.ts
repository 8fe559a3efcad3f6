// What a reply may look like, and what must never become more than text.
import type { Page } from 'playwright-core'
import type { Visit } from '../../../../support/browser'
import { heard, ownMessages, replies, useChatWorld, write } from '../../../../support/browser-chat'

const world = useChatWorld()
let visited: Visit
let page: Page
beforeAll(async () => {
  visited = await world.openChat()
  page = visited.page
})

interface ShownNode {
  readonly nodeType: number
  readonly localName: string
  readonly textContent: string
  readonly childNodes: Iterable<ShownNode>
  readonly children: Iterable<ShownNode>
  getAttribute(name: string): string | null
}

/** The test bot says back what it is told, so its reply is rendered as Markdown. @returns its nodes as `p(text strong(text))`. */
async function render(markdown: string, mark: string): Promise<string> {
  await write(page, markdown)
  await heard(page, mark)
  return replies(page)
    .last()
    .locator('.bubble')
    .evaluate((bubble: ShownNode) => {
      const show = (node: ShownNode): string => {
        if (node.nodeType === 3) return node.textContent
        const address = node.localName === 'a' ? `<${node.getAttribute('href') ?? ''}>` : ''
        return `${node.localName}${address}(${[...node.childNodes].map(show).join('')})`
      }
      return [...bubble.children].map(show).join(' ')
    })
}

test('shows paragraphs, lines and bold', async () => {
  expect(await render('ett **två *tre***\nfyra\n\nfem-1', 'fem-1')).toBe(
    'p(Du skrev: ett strong(två *tre)*br()fyra) p(fem-1)',
  )
})

test('shows lists with bullets and with numbers, also without an empty line before them', async () => {
  expect(await render('lista:\n- a\n- **b**\n\n3. c\n4. d-2', 'd-2')).toBe(
    'p(Du skrev: lista:) ul(li(a)li(strong(b))) ol(li(c)li(d-2))',
  )
})

test('makes links of web, telephone and mail addresses only', async () => {
  const shown = await render(
    '[a](https://example.se/x) [b](tel:0123) [c](mailto:a@example.se) [d](javascript:alert(1)) [e](data:text/html,x) slut-3',
    'slut-3',
  )
  expect(shown).toContain('a<https://example.se/x>(a')
  expect(shown).toContain('a<tel:0123>(b)')
  expect(shown).toContain('a<mailto:a@example.se>(c)')
  expect(shown).toContain('span(d)')
  expect(shown).toContain('span(e)')
  expect(shown).not.toContain('<javascript')
})

test('leaves HTML as the text it is', async () => {
  expect(await render('<img src=x onerror=alert(1)> <b>fet</b> slut-4', 'slut-4')).toBe(
    'p(Du skrev: <img src=x onerror=alert(1)> <b>fet</b> slut-4)',
  )
  expect(visited.complaints).toEqual([])
})

test('takes marks off that were meant literally', async () => {
  expect(await render('\\*\\*inte fet\\*\\* slut-5', 'slut-5')).toBe('p(Du skrev: **inte fet** slut-5)')
})

test('shows what a resident wrote as written when the bot says it back', async () => {
  const marks = '`~<&#>-+.*_[]()!|\\•'
  const forged = `${marks} [klicka](https://evil.example) **fet** <b>x</b> &amp; 1. a`
  const escaped = forged.replace(/[`~<&#>+.*_[\]()!|\\•-]/g, '\\$&')
  expect(await render(`${escaped} slut-6`, 'slut-6')).toBe(`p(Du skrev: ${forged} slut-6)`)
})

test('makes no list of a line whose mark was meant literally', async () => {
  expect(await render('så:\n\\- a\n\\+ b\n1\\. c slut-7', 'slut-7')).toBe(
    'p(Du skrev: så:br()- abr()+ bbr()1. c slut-7)',
  )
})

test('lets a literal mark neither end what is bold nor the text of a link', async () => {
  expect(await render('**5\\*** och [a\\]b](https://example.se/) slut-8', 'slut-8')).toMatch(
    /^p\(Du skrev: strong\(5\*\) och a<https:\/\/example.se\/>\(a\]b/,
  )
})

test('lets numbers of help be tapped in what the bot says, and nowhere else', async () => {
  const said = 'ring **112** eller 042-10 50 00 om F-2026-000001, 070-123 45 67 slut-9'
  expect(await render(said, 'slut-9')).toBe(
    'p(Du skrev: ring strong(a<tel:112>(112)) eller a<tel:042105000>(042-10 50 00) om F-2026-000001, 070-123 45 67 slut-9)',
  )
  expect(await page.getByRole('link', { name: '042-10 50 00', exact: true }).count()).toBe(1)
  expect(await ownMessages(page).last().locator('a').count()).toBe(0)
})

test('shows what the resident writes exactly as written', async () => {
  await write(page, '**inte** [länk](https://example.se)')
  await heard(page, 'inte')
  const own = ownMessages(page).last().locator('.bubble')
  expect(await own.textContent()).toBe('**inte** [länk](https://example.se)')
  expect(await own.locator('*').count()).toBe(0)
})
