// The bot's own texts in city.yaml and in its translations, where the names of departments and topics stand beside them.
import { sourceLanguage } from '../../../contracts/talk/language'
import { channels, type Channel } from '../../../contracts/talk/message'
import type { Texts } from '../../../contracts/talk/texts'
import { wordingKeys, type WordingKey } from '../../../contracts/talk/wording'
import type { YamlMap, YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import { cityTranslationProperties } from '../fields/field-words'
import { asText, checkKeys, optionalMap } from '../fields/read-fields'
import type { Translation } from '../fields/read-translated'
import { reportUnknown, type Report } from '../fields/report'
import type { AddedText, TextTable } from '../fields/texts'

export const isWordingKey = (text: string): text is WordingKey => Object.hasOwn(wordingKeys, text)

/** `welcome.sms` is the channel's own `welcome`; no key of the wording ends in a channel's name. */
function splitChannel(id: string): { readonly id: string; readonly channel?: Channel } {
  const channel = channels.find((one) => id.endsWith(`.${one}`))
  return channel === undefined ? { id } : { id: id.slice(0, -channel.length - 1), channel }
}

export function readTexts(root: YamlMap, table: TextTable, report: Report): ReadonlyMap<WordingKey, Texts> {
  const map = optionalMap(root, 'texts', report)
  addTexts(map, {}, table, report)
  const texts = new Map<WordingKey, Texts>()
  for (const key of Object.keys(wordingKeys).filter(isWordingKey)) {
    const entry = table.entries.get(key)
    if (entry?.written.has(sourceLanguage) === true) texts.set(key, entry.texts)
    else {
      report.fault(
        'D005',
        root.entries.find((entry) => entry.key.text === 'texts')?.key ?? root.entries[0]?.key ?? root,
        words(`texten "${key}" saknas`, `the text "${key}" is missing`),
      )
    }
  }
  return texts
}

type Origin = Pick<AddedText, 'language' | 'isMachine'>

function addTexts(map: YamlMap | undefined, origin: Origin, table: TextTable, report: Report): void {
  for (const { key, value } of map?.entries ?? []) {
    const text = asText(value, key.text, report)
    const { id, channel } = splitChannel(key.text)
    if (!isWordingKey(id)) {
      reportUnknown(report, 'D001', writtenText(key), Object.keys(wordingKeys), {
        sv: 'ingen av botens texter',
        en: "none of the bot's texts",
      })
    } else if (text !== undefined) {
      table.add({ ...origin, id, kind: 'text', text: writtenText(text), ...(channel && { channel }) })
    }
  }
}

/** What a translation of city.yaml says: names and texts. */
export function addTranslation(
  { language, root, isMachine }: Translation,
  table: TextTable,
  report: Report,
): void {
  checkKeys(
    root,
    cityTranslationProperties,
    { sv: 'i en översättning av city.yaml', en: 'in a translation of city.yaml' },
    report,
  )
  const origin = { language, isMachine }
  addNames(root, 'departments', 'departments', origin, table, report)
  addNames(root, 'welcome topics', 'topics', origin, table, report)
  addTexts(optionalMap(root, 'texts', report), origin, table, report)
}

function addNames(
  root: YamlMap,
  field: string,
  prefix: string,
  origin: Origin,
  table: TextTable,
  report: Report,
): void {
  for (const { key, value } of optionalMap(root, field, report)?.entries ?? []) {
    const text = asText(value, key.text, report)
    const id = `${prefix}.${key.text}`
    if (text === undefined) continue
    if (table.entries.has(id)) table.add({ ...origin, id, kind: 'name', text: writtenText(text) })
    else reportOrphan(key, report)
  }
}

const reportOrphan = (key: YamlScalar, report: Report): void =>
  report.fault(
    'T021',
    key,
    words(`"${key.text}" finns inte i city.yaml`, `"${key.text}" is not in city.yaml`),
  )
