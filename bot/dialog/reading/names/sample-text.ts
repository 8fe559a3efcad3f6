// A text with its placeholders filled in as long as they can become, to see how much room it needs.
import { textKey } from '../../../contracts/talk/texts'
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import { compileMessage, kindOf, type MessagePart } from '../../texts/compiled-message'
import type { AskStep } from '../../model/model'
import type { NameTable } from './name-table'

/** Characters of the longest value of a type that residents are likely to give. */
const lengths: Readonly<Record<string, number>> = {
  address: 30,
  date: 27,
  time: 5,
  phone: 16,
  email: 30,
  money: 12,
  number: 6,
  'yes/no': 3,
  consent: 3,
  text: 30,
  list: 60,
}
const usualLength = 20

export interface SampleSources {
  readonly names: NameTable
  readonly asks: ReadonlyMap<string, AskStep>
}

/** The longest form of a message; undefined when it is broken, which has its finding. */
export function longestForm(message: string, language: Language, sources: SampleSources): string | undefined {
  try {
    return longestOf(compileMessage(message, language).parts, language, sources)
  } catch {
    return undefined
  }
}

const longestOf = (parts: readonly MessagePart[], language: Language, sources: SampleSources): string =>
  parts.map((part) => longestPart(part, language, sources)).join('')

function longestPart(part: MessagePart, language: Language, sources: SampleSources): string {
  if (kindOf(part) === 'pound') return '999'
  if (!('value' in part)) return ''
  if (kindOf(part) === 'literal') return part.value
  if (!('options' in part)) return sampleOf(part.value, language, sources)
  return Object.values(part.options)
    .map(({ value }) => longestOf(value, language, sources))
    .reduce((longest, one) => (one.length > longest.length ? one : longest), '')
}

/** Letters that every phone has, except where the labels of choices are known. */
function sampleOf(name: string, language: Language, { names, asks }: SampleSources): string {
  const ask = asks.get(name)
  const labels = (ask?.choices ?? []).map(
    ({ label }) => label.byKey.get(textKey(language)) ?? label.byKey.get(textKey(sourceLanguage)) ?? '',
  )
  if (ask?.types.includes('choices') === true) return labels.join(', ')
  if (labels.length > 0) return labels.reduce((longest, one) => (one.length > longest.length ? one : longest))
  if (ask?.length !== undefined && ask.types.includes('text')) return 'x'.repeat(ask.length.to)
  if (ask?.range !== undefined) return String(ask.range.to)
  const types = names.get(name)?.types ?? []
  return 'x'.repeat(Math.max(0, ...types.map((type) => lengths[type] ?? usualLength)) || usualLength)
}
