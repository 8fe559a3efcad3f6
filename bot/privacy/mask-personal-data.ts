// Personal data in a text, each piece replaced by a word in brackets. For what residents write, before it is kept, logged,
// learnt from or sent anywhere. Pure; in time that grows with the text's length.
import { keepLast } from '../contracts/basics/keep-last'
import type { PersonalDataKind } from '../contracts/talk/personal-data'
import { findAccounts, findGiros, findIbans } from './find-accounts'
import { findCards } from './find-cards'
import { findEmails } from './find-emails'
import { findOrganisations } from './find-organisations'
import { findPassports } from './find-passports'
import { findInterimIds, findMistypedPersonIds, findPersonIds } from './find-person-ids'
import { findMobiles, findPhones, toPhoneValue } from './find-phones'
import { findPlates } from './find-plates'
import type { Find, Hit } from './hit'
import { readLettersAsDigits, toSkeleton, type Skeleton } from './skeleton'

export interface MaskOptions {
  /** ISO date: nobody is born later. */
  readonly today: string
  /** Kinds that are left as they are: what a question asks for. */
  readonly readable?: readonly PersonalDataKind[]
  /** Phone numbers in any form, and e-mail addresses, that are left as they are: the city's own. */
  readonly known?: readonly string[]
  /** What the same resident wrote just before: a personal identity number that begins in it is masked here. */
  readonly before?: string
}

export interface Masked {
  readonly text: string
  /** What was masked, each kind once, in the order of the text. */
  readonly kinds: readonly PersonalDataKind[]
}

const masks: Readonly<Record<PersonalDataKind, string>> = {
  'person-id': '[personnummer]',
  organisation: '[organisationsnummer]',
  phone: '[telefon]',
  email: '[e-post]',
  card: '[kortnummer]',
  iban: '[iban]',
  giro: '[giro]',
  account: '[kontonummer]',
  passport: '[passnummer]',
  plate: '[regnummer]',
}
const anyMask = new RegExp(
  Object.values(masks)
    .map((mask) => mask.replace(/[[\]]/g, '\\$&'))
    .join('|'),
  'g',
)

/** The resident's own words: masks are ours, and say nothing of language or topic. */
export const withoutMasks = (text: string): string => text.replace(anyMask, ' ')

/** Where two see something in the same place, the earlier one of these is right. */
const finders: readonly Find[] = [
  findEmails,
  findIbans,
  findCards,
  findPersonIds,
  findInterimIds,
  findOrganisations,
  findGiros,
  findAccounts,
  findPassports,
  findPhones,
  // Behind all that prove more, and not among those that read letters as digits.
  findMistypedPersonIds,
  findPlates,
]
/** Their last digit, or how they begin and how long they are, is proof enough to read a letter as the digit that it looks like. */
const proven: readonly Find[] = [findCards, findPersonIds, findMobiles]
/** Without one of these signs there is nothing to find; most messages have none. */
const tellsSomething = /[\p{N}\p{Ps}@＠﹫]|snabel/iu

export function maskPersonalData(text: string, options: MaskOptions): Masked {
  if (!tellsSomething.test(text)) return { text, kinds: [] }
  const { today, readable = [], known = [], before = '' } = options
  const { skeleton, hits } = findAll(text, today, numberBegunIn(before))
  if (hits.length === 0) return { text, kinds: [] }
  const left = new Set(known.map(toKnown))
  const isMasked = ({ kind, value }: Hit): boolean =>
    !readable.includes(kind) && !(value !== undefined && left.has(value))
  return replaceAll(text, skeleton, hits.filter(isMasked))
}

/** A turn masks the same text again and again, each time with other kinds left readable. */
const findAll = keepLast((text: string, today: string, begun: string) => {
  const skeleton = toSkeleton(text)
  return { skeleton, hits: hitsIn(skeleton.text, today, restOf(begun, skeleton.text, today)) }
})

const toKnown = (value: string): string => (value.includes('@') ? value.toLowerCase() : toPhoneValue(value))

/** From left to right, none over another. */
function hitsIn(skeleton: string, today: string, first: readonly Hit[]): readonly Hit[] {
  const taken = new Uint8Array(skeleton.length)
  const hits: Hit[] = []
  const inDigits = readLettersAsDigits(skeleton)
  const behindLetters = inDigits === skeleton ? [] : proven.map((find) => find(inDigits, today))
  for (const found of [first, ...finders.map((find) => find(skeleton, today)), ...behindLetters])
    for (const hit of found) {
      if (taken.subarray(hit.start, hit.end).includes(1)) continue
      taken.fill(1, hit.start, hit.end)
      hits.push(hit)
    }
  return hits.sort((one, other) => one.start - other.start)
}

/** What is hidden behind the last sign of a hit goes with it. */
function replaceAll(text: string, { starts, length }: Skeleton, hits: readonly Hit[]): Masked {
  const kinds = new Set<PersonalDataKind>()
  const parts: string[] = []
  let done = 0
  for (const { kind, start, end } of hits) {
    parts.push(text.slice(done, starts[start] ?? length), masks[kind])
    done = starts[end] ?? length
    kinds.add(kind)
  }
  return { text: parts.join('') + text.slice(done), kinds: [...kinds] }
}

/** Longer than any number, its spaces included. */
const longestBegun = 40

/** How a message ends that may have begun a number; nothing for all others. */
function numberBegunIn(message: string): string {
  const end = toSkeleton(message.slice(-longestBegun)).text.trimEnd()
  return /[\d+-]$/.test(end) ? end : ''
}

/** The rest of a personal identity number whose first digits ended the message before. */
function restOf(begun: string, skeleton: string, today: string): readonly Hit[] {
  const start = skeleton.startsWith(' ') ? 1 : 0
  const rest = skeleton.slice(start, longestBegun)
  if (begun === '' || !/^[\d+-]/.test(rest)) return []
  for (const gap of ['', ' ']) {
    const joint = begun.length + gap.length
    const crossing = findPersonIds(begun + gap + rest, today).find(
      (hit) => hit.start < begun.length && hit.end > joint && !/\d[-+ ./]?$/.test(begun.slice(0, hit.start)),
    )
    if (crossing !== undefined) return [{ kind: 'person-id', start, end: crossing.end - joint + start }]
  }
  return []
}
