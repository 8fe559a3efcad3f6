// `valid:`, the days on which a dialog may begin and the day on which it is due for review.
import { daysBetween, isIsoDate } from '../../../hours/calendar-day'
import { valueOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { words, type Words } from '../../model/finding'
import type { Dialog } from '../../model/model'
import type { DialogSetting } from '../names/dialog-setting'
import { validProperties } from '../fields/field-words'
import { checkKeys, optionalDate, optionalMap } from '../fields/read-fields'

/** An owner is told this long before the dialog begins no more, as of an article. */
const noticeDays = 30

/** A002 for days that pass by themselves, which must never stop the bot; A004 when the last day comes before the first. */
export function readValidity(root: YamlMap, { today, report }: DialogSetting): Dialog['valid'] {
  const map = optionalMap(root, 'valid', report)
  if (map === undefined) return {}
  checkKeys(map, validProperties, { sv: 'under "valid"', en: 'under "valid"' }, report)
  const dates = validProperties.flatMap((name) => {
    const date = optionalDate(map, name, report)
    return date === undefined ? [] : [[name, date] as const]
  })
  const [from, to, review] = (['from', 'to', 'review'] as const).map((name) => dateOf(map, name))
  if (from !== undefined && to !== undefined && to.text < from.text)
    report.fault('A004', to, reversed(from.text, to.text))
  else {
    if (from !== undefined && from.text > today) report.fault('A002', from, notYet(from.text))
    if (to !== undefined && daysBetween(today, to.text) <= noticeDays)
      report.fault('A002', to, isEnding(to.text, daysBetween(today, to.text)))
  }
  if (review !== undefined && review.text < today) report.fault('A002', review, isDue(review.text))
  return Object.fromEntries(dates)
}

/** Where it is a date; that it is none is told where it is read. */
function dateOf(map: YamlMap, name: string): YamlScalar | undefined {
  const value = valueOf(map, name)
  return value?.kind === 'scalar' && isIsoDate(value.text) ? value : undefined
}

const reversed = (from: string, to: string): Words =>
  words(
    `dialogen slutar gälla ${to}, innan den börjar gälla ${from}`,
    `the dialog ends on ${to}, before it begins on ${from}`,
    'Skriv den första dagen efter "from" och den sista efter "to".',
    'Write the first day after "from" and the last one after "to".',
  )

const notYet = (from: string): Words =>
  words(
    `dialogen börjar gälla först ${from}: den som vill börja den får kontaktcenters nummer`,
    `the dialog begins only on ${from}: whoever wants to begin it gets the contact centre's number`,
    'Vänta till dess, eller skriv en tidigare dag. Ska den gälla redan nu, ta bort "from".',
    'Wait until then, or write an earlier day. If it shall begin now, remove "from".',
  )

function isEnding(to: string, left: number): Words {
  const [sv, en] =
    left < 0
      ? [
          `dialogen gällde till och med ${to}: den som vill börja den får kontaktcenters nummer`,
          `the last day of the dialog was ${to}: whoever wants to begin it gets the contact centre's number`,
        ]
      : [`dialogen slutar gälla om ${inDays(left)}`, `the dialog ends in ${left} days`]
  return words(
    sv,
    en,
    'Skriv ett senare datum, ta bort "to", eller ta bort dialogen.',
    'Write a later date, remove "to", or remove the dialog.',
  )
}

const inDays = (count: number): string => (count === 1 ? '1 dag' : `${count} dagar`)

const isDue = (review: string): Words =>
  words(
    `dialogen skulle ha setts över den ${review}`,
    `the dialog was due for review on ${review}`,
    'Läs igenom den och sätt ett nytt datum.',
    'Read it through and set a new date.',
  )
