// How a list reads to a resident: "2 × Soffa eller fåtölj, Kyl eller frys".
import { listFormat } from '../../contracts/basics/formats'
import type { Value } from '../../contracts/talk/value'
import { alikeTogether, countAskOf, fieldOf, recordsOf } from '../model/list-records'
import type { ListRecord } from '../model/list-records'
import type { AskStep, ListStep } from '../model/model'
import { showNumber } from '../texts/show-number'
import type { WalkEnvironment } from '../model/walk-environment'

/** Shows one answer as words; handed in, because a list shows answers and is one. */
export type ShowAnswer = (ask: AskStep, value: Value, environment: WalkEnvironment) => string

export function showList(
  step: ListStep,
  value: Value,
  environment: WalkEnvironment,
  show: ShowAnswer,
): string {
  const records = alikeTogether(step, recordsOf(step, value))
  const items = records.map((record) => showItem(step, record, environment, show))
  const shown = items.filter((item) => item !== '')
  return listFormat(environment.language, { type: 'unit', style: 'short' }).format(shown)
}

/** "2 × Byrå (vit)": the count only when there are several, other fields in brackets. */
export function showItem(
  step: ListStep,
  record: ListRecord,
  environment: WalkEnvironment,
  show: ShowAnswer,
): string {
  const count = countAskOf(step)
  const number = count === undefined ? undefined : record[fieldOf(count)]
  const times =
    typeof number === 'number' && number > 1 ? `${showNumber(number, environment.language)} × ` : ''
  const [name = '', ...others] = step.list.each
    .filter((ask) => ask !== count)
    .map((ask) => {
      const value = record[fieldOf(ask)]
      return value === undefined ? '' : show(ask, value, environment)
    })
  const more = others.filter((word) => word !== '')
  return more.length === 0 ? `${times}${name}` : `${times}${name} (${more.join(', ')})`
}
