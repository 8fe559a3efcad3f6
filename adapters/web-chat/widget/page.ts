// The full page: the chat fills it, nothing is closed and nothing pops up.
import { createChatView } from './chat-view'
import { followScheme } from './scheme'
import { element } from './element'
import { readSetting } from './setting'
import { adoptStyles } from './style-sheets'
import { directionOf } from './words'

async function showPage(script: HTMLScriptElement, host: HTMLElement): Promise<void> {
  const setting = await readSetting(script)
  const { words } = setting
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, setting.base)
  followScheme(host, script.dataset['scheme'] ?? 'auto')
  const view = createChatView({ ...setting, headingLevel: 'h1' })
  view.node.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') view.escape()
  })
  const body = element('div', { class: 'page' }, view.node)
  words.live(() => {
    body.dir = directionOf(words.uiLanguage())
    document.documentElement.lang = words.uiLanguage()
    document.documentElement.dir = directionOf(words.uiLanguage())
    document.title = view.node.querySelector('h1')?.textContent ?? document.title
  })
  root.append(body)
  view.start()
}

const script = document.currentScript
const host = document.querySelector<HTMLElement>('#chat')
if (script instanceof HTMLScriptElement && host) void showPage(script, host)
