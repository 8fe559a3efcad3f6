// Builds nodes. Nothing in this chat goes through an HTML parser, so what people write can never become markup.

type Attributes = Readonly<Record<string, string>>
type Child = Node | string

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  node.append(...children)
  return node
}

export function button(
  className: string,
  onPress: (event: MouseEvent) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const node = element('button', { type: 'button', class: className }, ...children)
  node.addEventListener('click', onPress)
  return node
}

/** A drawing from one path in a 24 by 24 box; hidden from screen readers, a text always stands beside it. */
export function icon(path: string): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(space, 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

const allowedSchemes = /^(https?|tel|mailto):/i

/**
 * A link, or only its text when the address is not http(s), tel or mailto. Another site opens in a new tab so that the
 * talk stays; a page of this site opens here, the talk follows.
 */
export function link(address: string, ...children: readonly Child[]): HTMLElement {
  if (!allowedSchemes.test(address)) return element('span', {}, ...children)
  const away = /^http/i.test(address) && !address.startsWith(`${location.origin}/`)
  return element(
    'a',
    { href: address, rel: 'noopener', ...(away && { target: '_blank', class: 'away' }) },
    ...children,
  )
}
