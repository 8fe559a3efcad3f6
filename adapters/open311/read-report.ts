// A posted service request in its parts. First and last name, device and account are not read: nobody here needs them.
import type { PublicReport } from '../../bot/contracts/cases/public-cases'
import { Fault } from './fault'
import { degreesField, textField } from './read-fields'

const longestDescription = 4_000
const longestAddress = 200
const longestAnswer = 200

/** @throws Fault naming the field that is missing or has the wrong form. */
export function readReport(fields: URLSearchParams, key: string): PublicReport {
  const service = textField(fields, 'service_code', 80)
  if (service === undefined) throw new Fault('service-missing')
  const [lat, lon] = [degreesField(fields, 'lat', 90), degreesField(fields, 'long', 180)]
  if ((lat === undefined) !== (lon === undefined)) throw new Fault('location-missing')
  const address = textField(fields, 'address_string', longestAddress)
  const description = textField(fields, 'description', longestDescription)
  const contact = textField(fields, 'phone', 40) ?? textField(fields, 'email', 254)
  return {
    service,
    key,
    attributes: readAttributes(fields),
    ...(lat !== undefined && lon !== undefined && { point: { lat, lon } }),
    ...(address !== undefined && { address }),
    ...(description !== undefined && { description }),
    ...(contact !== undefined && { contact }),
  }
}

/** `attribute[danger]=yes`, and `attribute[kinds][]=a&attribute[kinds][]=b`. */
function readAttributes(fields: URLSearchParams): ReadonlyMap<string, readonly string[]> {
  const attributes = new Map<string, readonly string[]>()
  for (const name of new Set(fields.keys())) {
    const code = /^attribute\[([\w-]{1,60})\](?:\[\])?$/.exec(name)?.[1]
    if (code === undefined) continue
    const answers = fields.getAll(name).filter((answer) => answer !== '')
    if (answers.some((answer) => answer.length > longestAnswer)) throw new Fault('value-bad', name)
    if (answers.length > 0) attributes.set(code, [...(attributes.get(code) ?? []), ...answers])
  }
  return attributes
}
