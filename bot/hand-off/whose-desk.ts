// Who is told of what is no case, and so may act on it: the department, or the contact centre in its stead.
import type { City } from '../contracts/city/city'
import { contactCentre } from '../contracts/city/department'

type Departments = City['departments']

/** Open311 knows cases and nothing else. Undefined where no desk takes anything else. */
export const whoseDesk = (departments: Departments, department: string): string | undefined =>
  [department, contactCentre].find((id) => {
    const kind = departments.get(id)?.desk?.kind
    return kind !== undefined && kind !== 'open311'
  })

/** Of what these have to do nobody is told: neither they nor the contact centre have a desk that takes it. */
export const toldNothing = (departments: Departments): readonly string[] =>
  [...departments.keys()].filter((id) => whoseDesk(departments, id) === undefined)

/** Its own, and what its desk is told of in the other's stead. */
export const mayActFor = (departments: Departments, acting: string, department: string): boolean =>
  acting === department || whoseDesk(departments, department) === acting

/** Itself first. */
export const actsFor = (departments: Departments, acting: string): readonly string[] => [
  acting,
  ...[...departments.keys()].filter((id) => id !== acting && mayActFor(departments, acting, id)),
]
