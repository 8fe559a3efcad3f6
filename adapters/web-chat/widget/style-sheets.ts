// Puts the chat's styles into its shadow tree without any inline style, so that a strict Content-Security-Policy is content.
import css from './chat.css'
import { element } from './element'

/** Browsers without constructable sheets fetch the same sheet from the server, which `style-src` must then allow. */
export function adoptStyles(root: ShadowRoot, base: string): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
  } catch {
    root.append(element('link', { rel: 'stylesheet', href: `${base}chat.css` }))
  }
}
