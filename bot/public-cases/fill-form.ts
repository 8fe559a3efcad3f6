// A report put into the form as if it had been answered in the dialog: the same rules, and the same inputs of the case.
import type { CasePlace } from '../contracts/cases/case'
import { noPlaces, type KnownPlace, type Places } from '../contracts/city/known-place'
import type { PublicReport, ReportFault } from '../contracts/cases/public-cases'
import type { Value } from '../contracts/talk/value'
import type { Worded } from '../contracts/talk/worded'
import { inputsOf } from '../dialog/walk/action-journal'
import { holds } from '../dialog/condition/evaluate'
import { knownValues } from '../dialog/walk/known-values'
import type { AskStep } from '../dialog/model/model'
import { readAnswer } from '../dialog/answers/read-answer'
import type { WalkEnvironment } from '../dialog/model/walk-environment'
import { wordInputs } from '../dialog/showing/word-inputs'
import { placeOfCase } from '../places/place-of-case'
import { showPosition } from '../text/read-position'
import type { ReportForm } from './report-form'

export type Filled =
  | {
      readonly kind: 'filled'
      readonly facts: Readonly<Record<string, Value>>
      readonly worded: Worded
      readonly place: CasePlace
      readonly description?: string
    }
  | { readonly kind: 'refused'; readonly why: ReportFault; readonly field?: string }

const refused = (why: ReportFault, field?: string): Filled => ({
  kind: 'refused',
  why,
  ...(field !== undefined && { field }),
})

/** A point further from all that is known is not in this city. */
const farthestMetres = 15_000
/** As far as a point may be from a house and still be told by it. */
const besideMetres = 100

export function fillForm(form: ReportForm, report: PublicReport, environment: WalkEnvironment): Filled {
  const { service, contact } = form
  if (!service.choices.some(({ code }) => code === report.service)) return refused('unknown-service')
  const known = knownValues(form.dialog, environment)
  known.set(service.name, report.service)

  const place = readPlace(report, environment)
  if (typeof place === 'string') return refused(place)
  known.set(form.place.name, place.text)
  if (form.place.must !== undefined && !holds(form.place.must, known.scope)) return refused('place-outside')

  const unusable = fillAttributes(form, report, known)
  if (unusable !== undefined) return refused('bad-value', `attribute[${unusable}]`)

  const description = environment.mask(report.description ?? '').trim()
  if (description === '' && mustBeDescribed(form, known)) return refused('description-missing')
  if (description !== '' && form.description !== undefined) known.set(form.description.name, description)

  const reply = report.contact === undefined ? undefined : readContact(contact, report.contact, environment)
  if (reply !== undefined && contact !== undefined) known.set(contact.name, reply)
  const facts = inputsOf(form.write.with, known.scope)
  return {
    kind: 'filled',
    facts,
    worded: wordInputs(form.dialog, form.write, facts, {}, environment),
    place,
    ...(description !== '' && { description }),
  }
}

type KnownValues = ReturnType<typeof knownValues>

/**
 * Gives the name of one that is answered as it cannot be. A system of another city may ask more than this one: what is not
 * asked here is not kept.
 */
function fillAttributes(form: ReportForm, report: PublicReport, known: KnownValues): string | undefined {
  for (const [code, answers] of report.attributes) {
    const ask = form.attributes.find(({ name }) => name === code)
    if (ask === undefined) continue
    const value = readAttribute(ask, answers)
    if (value === undefined) return code
    known.set(ask.name, value)
  }
  return undefined
}

/** Only where the dialog asks for it because of what was told before. */
const mustBeDescribed = ({ description }: ReportForm, { scope }: KnownValues): boolean =>
  description?.onlyIf !== undefined && !description.optional && holds(description.onlyIf, scope)

/** A point is told by the nearest house, an address by the register; both together are kept as they came. */
function readPlace(
  { address, point }: PublicReport,
  { places = noPlaces, mask }: WalkEnvironment,
): CasePlace | 'place-missing' | 'place-outside' {
  const written = address === undefined ? '' : mask(address).trim()
  if (point === undefined)
    return written === '' ? 'place-missing' : placeOfCase(spelled(written, places), places)
  if (places !== noPlaces && places.nearest(point, farthestMetres) === undefined) return 'place-outside'
  const beside = places.nearest(point, besideMetres)
  const text = written === '' ? (beside?.text ?? showPosition(point)) : written
  return { ...point, text, ...ownerOf(beside) }
}

const ownerOf = (beside: KnownPlace | undefined): Pick<CasePlace, 'roadOwner'> =>
  beside?.roadOwner === undefined ? {} : { roadOwner: beside.roadOwner }

function spelled(written: string, places: Places): string {
  const found = places.find(written)
  return found.kind === 'known' ? found.place.text : written
}

function readAttribute(ask: AskStep, answers: readonly string[]): Value | undefined {
  const [first = ''] = answers
  if (ask.types.includes('yes/no'))
    return new Map<string, Value>([
      ['yes', true],
      ['no', false],
    ]).get(first)
  if (ask.types.includes('number')) return /^-?\d{1,9}(\.\d{1,4})?$/.test(first) ? Number(first) : undefined
  const codes = new Set(ask.choices.map(({ code }) => code))
  if (!answers.every((answer) => codes.has(answer))) return undefined
  return ask.types.includes('choices') ? answers : first
}

/** What is neither an address nor a number to reach somebody at is left out. */
function readContact(
  contact: AskStep | undefined,
  written: string,
  environment: WalkEnvironment,
): Value | undefined {
  if (contact === undefined) return undefined
  const reading = readAnswer(contact, written, environment)
  return reading.kind === 'value' ? reading.value : undefined
}
