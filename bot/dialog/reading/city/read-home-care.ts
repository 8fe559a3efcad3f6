// `home care:` in city.yaml: whom relatives ring, and how long is waited before something is said to be wrong.
import type { City } from '../../../contracts/city/city'
import type { HomeCarePolicy } from '../../../contracts/home-care/home-care-policy'
import type { YamlMap } from '../../../yaml/node'
import { homeCareProperties } from '../fields/field-words'
import { checkKeys, optionalMap, optionalText, requireText } from '../fields/read-fields'
import { readMinutes } from '../fields/read-minutes'
import { readMinuteOfDay } from '../fields/read-quiet'
import { reportUnknown, type Report } from '../fields/report'
import { writtenText } from '../../../yaml/written-text'

/** Nothing without the map; after a finding too. */
export function readHomeCare(
  root: YamlMap,
  departments: City['departments'],
  report: Report,
): Pick<City, 'homeCare'> {
  const map = optionalMap(root, 'home care', report)
  if (map === undefined) return {}
  checkKeys(map, homeCareProperties, { sv: 'under "home care"', en: 'under "home care"' }, report)
  const department = requireText(map, 'department', report)
  if (department !== undefined && !departments.has(department.text))
    reportUnknown(report, 'D010', writtenText(department), departments.keys(), {
      sv: 'ingen enhet i city.yaml',
      en: 'no department of city.yaml',
    })
  const minutes = (name: (typeof homeCareProperties)[number]) => {
    const written = requireText(map, name, report)
    return written && readMinutes(written, report)
  }
  const graceMinutes = minutes('grace')
  const relativeMinutes = minutes('tell relatives after')
  const silentMinutes = minutes('feed silent after')
  const gather = optionalText(map, 'gather texts', report)
  const gatherMinutes = gather && readMinutes(gather, report)
  const summary = optionalText(map, 'evening summary', report)
  const summaryMinute = summary && readMinuteOfDay(summary, report)
  if (department === undefined || graceMinutes === undefined) return {}
  if (relativeMinutes === undefined || silentMinutes === undefined) return {}
  const homeCare: HomeCarePolicy = {
    department: department.text,
    graceMinutes,
    relativeMinutes,
    silentMinutes,
    ...(gatherMinutes !== undefined && { gatherMinutes }),
    ...(summaryMinute !== undefined && { summaryMinute }),
  }
  return { homeCare }
}
