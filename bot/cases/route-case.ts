// Which department gets a case: the first rule of `routing:` in dialogs/city.yaml that fits, else who owns the dialog; pure.
import type { City } from '../contracts/city/city'
import { contactCentre, type RoutingRule } from '../contracts/city/department'
import type { CasePlace } from '../contracts/cases/case'
import { isOpen } from '../hours/opening-hours'
import { toLocalTime } from '../hours/local-time'
import { toFolded } from '../text/compared'

export interface ToRoute {
  readonly class: string
  readonly place?: CasePlace
  readonly urgent: boolean
  readonly at: Date
  /** Department that owns the dialog it was made in, if any. */
  readonly owner?: string
}

export function routeCase(toRoute: ToRoute, city: City): string {
  const rule = city.routing.find((one) => fits(one, toRoute, city))
  const department = rule?.to ?? toRoute.owner ?? contactCentre
  return city.departments.has(department) ? department : contactCentre
}

/** What a rule does not say, it does not ask. */
function fits(rule: RoutingRule, { class: caseClass, place, urgent, at }: ToRoute, city: City): boolean {
  return (
    (rule.classes === undefined || rule.classes.includes(caseClass)) &&
    (rule.places === undefined || isAtOne(place?.text ?? '', rule.places)) &&
    (rule.roadOwners === undefined || rule.roadOwners.includes(place?.roadOwner ?? '')) &&
    (rule.urgent === undefined || rule.urgent === urgent) &&
    (rule.hours === undefined ||
      (rule.hours === 'open') === isOpen(city.hours, toLocalTime(at, city.timeZone)))
  )
}

/** Whole words, so that "Ring" is no part of "Ringvägen". */
const isAtOne = (text: string, places: readonly string[]): boolean => {
  const line = wordLine(text)
  return places.some((place) => line.includes(wordLine(place)))
}

const wordLine = (text: string): string => ` ${(toFolded(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `
