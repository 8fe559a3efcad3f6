// Reads `body:` of a request: which input stands in which field of the JSON.
import type { BodyPart, HttpQuestion } from '../../../contracts/cases/http-action'
import { isEmpty, valueOf, type YamlMap, type YamlNode, type YamlScalar } from '../../../yaml/node'
import { slice, writtenText } from '../../../yaml/written-text'
import { headOf, reportUnusable } from '../fields/read-fields'
import { reportUnknown, type Report } from '../fields/report'

interface BodySetting {
  readonly takes: readonly string[]
  readonly report: Report
}

export function readBody(
  map: YamlMap,
  method: HttpQuestion['method'] | undefined,
  setting: BodySetting,
): BodyPart | undefined {
  const node = valueOf(map, 'body')
  if (node === undefined || isEmpty(node)) return undefined
  if (method === 'GET')
    reportUnusable(setting.report, headOf(node), 'en GET har ingen "body"', 'a GET has no "body"')
  return readPart(node, setting)
}

/** A text in quotes is that text; anything else is the name of an input. */
function readPart(node: YamlNode, setting: BodySetting): BodyPart | undefined {
  if (node.kind === 'map') {
    const fields = node.entries.flatMap(({ key, value }) => {
      const part = readPart(value, setting)
      return part === undefined ? [] : [[key.text, part] as const]
    })
    return { kind: 'fields', fields: new Map(fields) }
  }
  if (node.kind === 'list') {
    reportUnusable(
      setting.report,
      headOf(node),
      'här ska ett namn eller fler fält stå',
      'a name or more fields must stand here',
    )
    return undefined
  }
  if (node.style !== 'plain') return { kind: 'fixed', text: node.text }
  reportUnknownInput(node.text, node, setting)
  return { kind: 'input', name: node.text }
}

/** D011 for a name that the action does not take. */
export function reportUnknownInput(name: string, at: YamlScalar, { takes, report }: BodySetting): void {
  if (takes.includes(name)) return
  const start = Math.max(0, at.text.indexOf(name))
  reportUnknown(report, 'D011', slice(writtenText(at), start, start + name.length), takes, {
    sv: 'inget som handlingen tar emot',
    en: 'nothing that the action takes',
  })
}
