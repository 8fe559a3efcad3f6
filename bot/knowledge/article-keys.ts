// The keys at the head of an article, of a translation and of a twin, and how a head is held against them.
import type { Finding, Place } from '../contracts/basics/finding'
import { isEmpty, type YamlEntry, type YamlMap } from '../yaml/node'
import { findingOf } from './article-finding'
import { nearest } from '../yaml/nearest'

interface KeyRule {
  readonly holds: 'text' | 'list'
  readonly needed: boolean
}

const neededText: KeyRule = { holds: 'text', needed: true }
const optionalText: KeyRule = { holds: 'text', needed: false }
const neededList: KeyRule = { holds: 'list', needed: true }

export type KeyRules = Readonly<Record<string, KeyRule>>

export const articleKeys: KeyRules = {
  id: neededText,
  title: neededText,
  owner: neededText,
  department: neededText,
  source: neededText,
  /** The dialog that takes the errand. */
  dialog: optionalText,
  /** What who asks may be in the middle of: a kind of emergency. */
  danger: optionalText,
  reviewed: neededText,
  validUntil: neededText,
  /** Which facts are made up for a pilot; the text must say so too. */
  sample: optionalText,
  questions: neededList,
}

/** Everything a translation does not say is its article's. */
export const translationKeys: KeyRules = {
  translates: neededText,
  language: neededText,
  /** `machine`, as long as nobody has read it through. */
  translated: optionalText,
  title: neededText,
  reviewed: optionalText,
  questions: neededList,
}

/** A translation without a text: it only says what residents ask. */
export const askedKeys: KeyRules = { ...translationKeys, title: optionalText }

/** Everything a twin in easy language does not say is its article's too. Nothing leads to it but that, so it has no questions. */
export const twinKeys: KeyRules = {
  simplifies: neededText,
  title: neededText,
  reviewed: neededText,
}

const everyKey: ReadonlySet<string> = new Set(
  [articleKeys, translationKeys, twinKeys].flatMap((rules) => Object.keys(rules)),
)

const ownerKeys: ReadonlySet<string> = new Set(['owner', 'department'])

/** D001 for each key that is unknown, in the wrong kind of file, missing, empty or of the wrong form; A001 for owners. */
export function checkKeys(head: YamlMap, rules: KeyRules): readonly Finding[] {
  const written = head.entries.map(({ key }) => key.text)
  const meant = head.entries.flatMap(({ key }) =>
    Object.hasOwn(rules, key.text) ? [] : (nearest(key.text, missingOf(written, rules)) ?? []),
  )
  return [
    ...head.entries.flatMap((entry) => checkEntry(entry, written, rules)),
    ...missingOf(written, rules)
      .filter((key) => rules[key]?.needed === true && !meant.includes(key))
      .map((key) => missing(key, firstLineOf(head))),
  ]
}

const missingOf = (written: readonly string[], rules: KeyRules): readonly string[] =>
  Object.keys(rules).filter((key) => !written.includes(key))

const firstLineOf = ({ source, start }: YamlMap): Place => {
  const end = source.text.indexOf('\n', start)
  return source.place(start, end === -1 ? source.text.length : end)
}

function checkEntry(
  { key, value }: YamlEntry,
  written: readonly string[],
  rules: KeyRules,
): readonly Finding[] {
  const rule = Object.hasOwn(rules, key.text) ? rules[key.text] : undefined
  if (rule === undefined) return [unknown(key.text, key.place, written, rules)]
  if (value.damaged) return []
  if (isEmpty(value) || (value.kind === 'scalar' && value.text.trim() === ''))
    return [missing(key.text, key.place)]
  if (rule.holds === 'list')
    return value.kind === 'list' ? value.items.flatMap(checkItem) : [wrongForm(key.text, value.place, 'list')]
  return value.kind === 'scalar' ? [] : [wrongForm(key.text, value.place, 'text')]
}

const checkItem = (item: YamlEntry['value']): readonly Finding[] => {
  if (item.damaged || (item.kind === 'scalar' && item.text.trim() !== '')) return []
  const hint = {
    sv: 'Skriv en fråga på varje rad, efter "- ".',
    en: 'Write one question a line, after "- ".',
  }
  const sv = 'det här är ingen fråga utan en tom rad eller en lista'
  return [findingOf('D001', item.place, { sv, en: 'this is no question but an empty line or a list' }, hint)]
}

function unknown(key: string, place: Place, written: readonly string[], rules: KeyRules): Finding {
  const likely = nearest(key, missingOf(written, rules)) ?? nearest(key, Object.keys(rules))
  const isElsewhere = everyKey.has(key)
  const known = Object.keys(rules).join(', ')
  const sv = isElsewhere ? `"${key}" hör inte hemma i den här sortens fil` : `"${key}" är ingen känd nyckel`
  const en = isElsewhere ? `"${key}" does not belong in this kind of file` : `"${key}" is no known key`
  if (isElsewhere || likely === undefined)
    return findingOf(
      'D001',
      place,
      { sv, en },
      {
        sv: `Ta bort raden, eller skriv någon av: ${known}.`,
        en: `Remove the line, or write one of: ${known}.`,
      },
    )
  return findingOf(
    'D001',
    place,
    { sv, en },
    { sv: `Menade du "${likely}"?`, en: `Did you mean "${likely}"?` },
  )
}

const missing = (key: string, place: Place): Finding =>
  findingOf(
    ownerKeys.has(key) ? 'A001' : 'D001',
    place,
    { sv: `"${key}" saknas`, en: `"${key}" is missing` },
    {
      sv: `Skriv en rad med "${key}:" överst i filen.`,
      en: `Write a line with "${key}:" at the top of the file.`,
    },
  )

const wrongForm = (key: string, place: Place, holds: 'text' | 'list'): Finding =>
  holds === 'list'
    ? findingOf(
        'D001',
        place,
        { sv: `"${key}" ska vara en lista`, en: `"${key}" should be a list` },
        { sv: 'Börja varje rad med "- ".', en: 'Begin each line with "- ".' },
      )
    : findingOf(
        'D001',
        place,
        { sv: `"${key}" ska vara en text`, en: `"${key}" should be a text` },
        { sv: 'Skriv texten på samma rad.', en: 'Write the text on the same line.' },
      )
