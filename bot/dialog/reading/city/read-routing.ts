// `routing:`: which department gets which cases. Each rule is a map of what it asks and `to`; the first that fits decides.
import type { RoutingRule } from '../../../contracts/city/department'
import type { YamlMap, YamlNode } from '../../../yaml/node'
import { isEmpty, valueOf } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import { routingHours, routingProperties } from '../fields/field-words'
import {
  asText,
  checkKeys,
  headOf,
  optionalList,
  optionalText,
  optionalYesNo,
  reportUnusable,
  requireText,
  textsOf,
} from '../fields/read-fields'
import { reportUnknown, type Report } from '../fields/report'

export function readRouting(
  root: YamlMap,
  departments: readonly string[],
  report: Report,
): readonly RoutingRule[] {
  const rules: RoutingRule[] = []
  for (const item of optionalList(root, 'routing', report)?.items ?? []) {
    if (item.kind !== 'map') {
      reportUnusable(
        report,
        headOf(item),
        'en regel ska vara rader med namn: värde',
        'a rule must be lines of name: value',
        'Skriv till exempel { class: light, to: gata-park }.',
        'Write for example { class: light, to: gata-park }.',
      )
      continue
    }
    if (rules.some(asksNothing)) reportNeverReached(item, report)
    const rule = readRule(item, departments, report)
    if (rule !== undefined) rules.push(rule)
  }
  return rules
}

function readRule(written: YamlMap, departments: readonly string[], report: Report): RoutingRule | undefined {
  const map = checkKeys(written, routingProperties, { sv: 'i en regel', en: 'in a rule' }, report)
  const classes = readSome(map, 'class', report)
  const places = readSome(map, 'place', report)
  const roadOwners = readSome(map, 'road owner', report)
  const hours = readHoursWord(map, report)
  const urgent = valueOf(map, 'urgent') === undefined ? undefined : optionalYesNo(map, 'urgent', report)
  const to = requireText(map, 'to', report)
  if (to === undefined) return undefined
  if (!departments.includes(to.text)) {
    reportUnknown(report, 'D010', writtenText(to), departments, {
      sv: 'ingen enhet i city.yaml',
      en: 'no department of city.yaml',
    })
    return undefined
  }
  return {
    ...(classes && { classes }),
    ...(places && { places }),
    ...(roadOwners && { roadOwners }),
    ...(hours && { hours }),
    ...(urgent !== undefined && { urgent }),
    to: to.text,
  }
}

/** One word or a list of them. */
function readSome(map: YamlMap, key: string, report: Report): readonly string[] | undefined {
  const value: YamlNode | undefined = valueOf(map, key)
  if (value === undefined || isEmpty(value)) return undefined
  if (value.kind === 'list') return textsOf(value, key, report).map(({ text }) => text)
  const text = asText(value, key, report)
  return text === undefined ? undefined : [text.text]
}

function readHoursWord(map: YamlMap, report: Report): RoutingRule['hours'] {
  const scalar = optionalText(map, 'hours', report)
  const known = routingHours.find((word) => word === scalar?.text)
  if (scalar !== undefined && known === undefined)
    reportUnknown(report, 'D005', writtenText(scalar), routingHours, {
      sv: 'varken open eller closed',
      en: 'neither open nor closed',
    })
  return known
}

const asksNothing = (rule: RoutingRule): boolean => Object.keys(rule).length === 1

const reportNeverReached = (rule: YamlMap, report: Report): void =>
  report.fault(
    'D020',
    headOf(rule),
    words(
      'den här regeln används aldrig: en regel ovanför gäller alla ärenden',
      'this rule is never used: one above it holds for every case',
      'Sätt regeln utan villkor sist.',
      'Put the rule without conditions last.',
    ),
  )
