// Styles in a shadow tree without any inline style, so that a strict Content-Security-Policy is content.
import { element } from './element'

/**
 * Browsers without constructable sheets fetch the same sheet from the server, which `style-src` must then allow.
 * @param address of the same sheet
 */
export function adopt(root: ShadowRoot, sheetText: string, address: string): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(sheetText)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  } catch {
    root.append(element('link', { rel: 'stylesheet', href: address }))
  }
}

/** For a script that is fetched later. @returns puts its sheet once into the tree in which the node stands. */
export function createLateStyles(sheetText: string, address: () => string): (node: Node) => void {
  const styled = new WeakSet<Node>()
  return (node) => {
    const root = node.getRootNode()
    if (styled.has(root)) return
    styled.add(root)
    adopt(root as ShadowRoot, sheetText, address())
  }
}
