// The full page: the chat fills it, nothing is closed and nothing pops up.
import { adopt } from './dom/adopt'
import { createChatView } from './view/chat-view'
import { followScheme } from './dom/scheme'
import { element } from './dom/element'
import { readSetting } from './view/setting'
import fullPage from './full-page.css'
import { adoptStyles } from './view/style-sheets'

/**
 * `/?lang=ar`, the address that a city links to from its pages in that language. Taken out of the address bar, so that what
 * the resident chooses later holds after a reload.
 */
function takeWishedLanguage(): string | undefined {
  const wished = new URLSearchParams(location.search).get('lang')?.toLowerCase()
  if (wished === undefined || !/^[a-z]{2,3}$/.test(wished)) return undefined
  history.replaceState(null, '', location.pathname)
  return wished
}

async function showPage(script: HTMLScriptElement, host: HTMLElement): Promise<void> {
  const wished = takeWishedLanguage()
  const setting = await readSetting(script, wished)
  const { words, memory } = setting
  const isTalking = memory.get().access !== undefined && memory.get().language !== wished
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, setting.base)
  adopt(root, fullPage, `${setting.base}full-page.css`)
  followScheme(host, script.dataset['scheme'] ?? 'auto')
  const view = createChatView({ ...setting, headingLevel: 'h1' })
  view.node.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') view.escape()
  })
  const body = element('div', { class: 'page' }, view.node)
  words.mark(body)
  words.mark(document.documentElement)
  words.live(() => {
    document.title = view.node.querySelector('h1')?.textContent ?? document.title
  })
  root.append(body)
  view.start()
  if (wished && isTalking) view.choose(wished)
  else if (wished) memory.keep({ language: wished })
}

const script = document.currentScript
const host = document.querySelector<HTMLElement>('#chat')
if (script instanceof HTMLScriptElement && host) void showPage(script, host)
