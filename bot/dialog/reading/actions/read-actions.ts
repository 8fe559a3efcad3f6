// Reads actions.yaml: what developers promise that a `do` can do.
import { answerTypes } from '../../../contracts/talk/value'
import type { YamlMap, YamlNode } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import type { ActionType } from '../../model/model'
import { actionProperties } from '../fields/field-words'
import {
  asText,
  checkKeys,
  optionalList,
  optionalMap,
  optionalText,
  requireText,
  reportUnusable,
  textsOf,
} from '../fields/read-fields'
import { checkFollowUps } from './check-follow-ups'
import { readHttp } from './read-http'
import { reportUnknown, type Report } from '../fields/report'

const resultTypes = [...answerTypes, 'list']

/** Reads the actions by name; a faulty one is left out after its findings. */
export function readActions(root: YamlMap, report: Report): ReadonlyMap<string, ActionType> {
  const actions = new Map<string, ActionType>()
  for (const { key, value } of root.entries) {
    if (value.kind === 'map') actions.set(key.text, readAction(key.text, value, report))
    else reportUnusable(report, key, `"${key.text}" saknar innehåll`, `"${key.text}" has no content`)
  }
  checkFollowUps(root, actions, report)
  return actions
}

function readAction(name: string, map: YamlMap, report: Report): ActionType {
  checkKeys(map, actionProperties, { sv: 'i en handling', en: 'in an action' }, report)
  const inputs = textsOf(optionalList(map, 'takes', report), 'takes', report).map(({ text }) => text)
  const takes = inputs.map((input) => input.replace(/\?$/, ''))
  const gives = new Map<string, string>()
  const givesCodes = new Map<string, readonly string[]>()
  for (const { key, value } of optionalMap(map, 'gives', report)?.entries ?? []) {
    const { type, codes } = readResultType(key.text, value, report)
    gives.set(key.text, type)
    if (codes !== undefined) givesCodes.set(key.text, codes)
  }
  const effect = readEffect(map, report)
  const fails = textsOf(optionalList(map, 'fails', report), 'fails', report).map(({ text }) => text)
  const undo = optionalText(map, 'undo', report)
  const update = optionalText(map, 'update', report)
  const http = readHttp(map, { effect, takes, gives: [...gives.keys()], fails, report })
  return {
    name,
    effect,
    takes,
    optionalTakes: takes.filter((_, index) => inputs[index]?.endsWith('?')),
    gives,
    givesCodes,
    fails,
    ...(http && { http }),
    ...(undo && { undo: undo.text }),
    ...(update && { update: update.text }),
  }
}

/** An action without a readable effect counts as a write: the careful reading. */
function readEffect(map: YamlMap, report: Report): 'read' | 'write' {
  const effect = requireText(map, 'effect', report)
  if (effect?.text === 'read') return 'read'
  if (effect !== undefined && effect.text !== 'write') {
    reportUnknown(report, 'D005', writtenText(effect), ['read', 'write'], {
      sv: 'varken read eller write',
      en: 'neither read nor write',
    })
  }
  return 'write'
}

/** `text`, or `[a, b]` for one of these words. */
export function readResultType(
  name: string,
  value: YamlNode,
  report: Report,
): { readonly type: string; readonly codes?: readonly string[] } {
  if (value.kind === 'list')
    return { type: 'choice', codes: textsOf(value, name, report).map(({ text }) => text) }
  const type = asText(value, name, report)
  if (type === undefined) return { type: 'text' }
  if (!resultTypes.includes(type.text)) {
    reportUnknown(report, 'D005', writtenText(type), resultTypes, {
      sv: 'inget slag av svar',
      en: 'no type of answer',
    })
  }
  return { type: type.text }
}
