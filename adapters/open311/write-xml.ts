// Writes XML 1.0 from plain data. Nothing of the house reads XML, so there is nothing to bomb.
import { escapeMarkup } from '../escape-markup'

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain }

/** What an item of a list is called: `<attributes><attribute>`. */
const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

/** @param root name of the outermost element; names come from the house, never from a request. */
export const writeXml = (root: string, value: Plain): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`

function element(name: string, value: Plain): string {
  if (value === null || value === '') return `<${name}/>`
  const inside =
    typeof value !== 'object'
      ? escapeMarkup(String(value))
      : Array.isArray(value)
        ? value.map((item: Plain) => element(itemNames[name] ?? 'item', item)).join('')
        : Object.entries(value)
            .map(([key, part]) => element(key, part))
            .join('')
  return `<${name}>${inside}</${name}>`
}
