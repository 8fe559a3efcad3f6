// Masking in one city at one moment: its own phone numbers stay, and its day is today.
import type { City } from '../contracts/city/city'
import { madeOnce } from '../contracts/basics/made-once'
import { toLocalTime } from '../hours/local-time'
import { maskPersonalData, type Masked, type MaskOptions } from './mask-personal-data'

const numbersOf = madeOnce(({ phone, departments }: City): readonly string[] => [
  phone,
  ...Array.from(departments.values(), (department) => department.phone),
])

export type MaskInCity = (text: string, options?: Omit<MaskOptions, 'today'>) => Masked

export const maskInCity =
  (city: City, now: Date): MaskInCity =>
  (text, options = {}) =>
    maskPersonalData(text, {
      ...options,
      today: toLocalTime(now, city.timeZone).date,
      known: [...numbersOf(city), ...(options.known ?? [])],
    })
