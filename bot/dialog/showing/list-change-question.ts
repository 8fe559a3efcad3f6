// What is asked when a list is opened again: it is shown, with a button to remove each of its items.
import { textKey } from '../../contracts/talk/texts'
import type { Texts } from '../../contracts/talk/texts'
import type { WordingKey } from '../../contracts/talk/wording'
import { isBlank } from '../model/list-records'
import type { OptionLabels } from '../../contracts/talk/conversation'
import type { ListRecord } from '../model/list-records'
import { formatMessage } from '../texts/message-text'
import type { MessageValues } from '../texts/message-text'
import type { AskStep, ChoiceOption, ListStep } from '../model/model'
import { note } from '../texts/said'
import type { Said } from '../texts/said'
import { itemInWords, listInWords } from './show-value'
import { stableHash } from '../model/stable-hash'
import type { WalkEnvironment } from '../model/walk-environment'

export const doneCode = 'done'

/** Names the item and where it stands, so that an old button removes nothing else. */
export const removeCode = (record: ListRecord, index: number): string =>
  `remove-${String(index)}-${stableHash(record).slice(0, 8)}`

export function changeQuestion(
  step: ListStep,
  records: readonly ListRecord[],
  environment: WalkEnvironment,
  labels?: OptionLabels,
): { readonly step: AskStep; readonly question: Said } {
  const list = listInWords(step, records, environment, labels)
  const question: Said = { ...note(environment.city, 'list.change', { list }), kind: 'question' }
  const removals = records.flatMap((record, index) => {
    if (isBlank(record)) return []
    const item = itemInWords(step, record, environment, labels)
    return [option(removeCode(record, index), 'list.remove', { item }, environment)]
  })
  const choices = [...removals, option(doneCode, 'list.done', {}, environment)]
  return { step: { ...step, question: question.text, choices }, question }
}

function option(
  code: string,
  key: WordingKey,
  values: MessageValues,
  { city, language, channel }: WalkEnvironment,
): ChoiceOption {
  const text = city.texts.get(key) ?? { id: key, byKey: new Map<string, string>() }
  const label: Texts = {
    id: key,
    byKey: new Map([[textKey(language), formatMessage(text, language, channel, values).text]]),
  }
  return { code, label, synonyms: new Map() }
}
