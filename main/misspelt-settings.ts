// A misspelt variable is no setting, and nobody would know: it is told at the start, by the names that it may be meant for.
import { settingRules } from '../adapters/settings/rules'
import { editDistance } from '../bot/places/edit-distance'

/** Behind it stands a department's id. */
const deskSecret = 'DESK_SECRET_'
/** Slips in a name; in a shorter one two would make another word of it. */
const mostSlips = 2
const shortest = 8

export interface Misspelt {
  readonly name: string
  readonly meant: string
}

/**
 * Names of variables that are none of ours and look like one, in the environment's order.
 * @param departments ids of those that the city has
 */
export function misspeltSettings(
  environment: NodeJS.ProcessEnv,
  departments: Iterable<string>,
): readonly Misspelt[] {
  const secrets = [...departments].map(
    (department) => `${deskSecret}${department.toUpperCase().replaceAll('-', '_')}`,
  )
  const known = new Set([...Object.keys(settingRules), ...secrets])
  return Object.keys(environment).flatMap((name) => {
    if (known.has(name) || name.length < shortest) return []
    const near = [...known].filter((one) => editDistance(name, one, mostSlips) <= mostSlips)
    if (near.length > 0) return [{ name, meant: near.join(' or ') }]
    return name.startsWith(deskSecret) ? [{ name, meant: `${deskSecret} and the id of a department` }] : []
  })
}
