// Nodes come from the templates of simulator.html; words only ever become text.

/** @throws Error when the page has no such template, or the template no content. */
export function fromTemplate(id: string): HTMLElement {
  const node = document.querySelector<HTMLTemplateElement>(`template#${id}`)?.content.firstElementChild
  if (!(node instanceof HTMLElement)) throw new Error(`no template ${id}`)
  return document.importNode(node, true)
}

/** @throws Error when there is no such part: the page and its script are not of one build. */
export function partOf(node: ParentNode, selector: string): HTMLElement
export function partOf<T extends HTMLElement>(node: ParentNode, selector: string, kind: new () => T): T
export function partOf(node: ParentNode, selector: string, kind = HTMLElement): HTMLElement {
  const part = node.querySelector(selector)
  if (part instanceof kind) return part
  throw new Error(`no part ${selector}`)
}
