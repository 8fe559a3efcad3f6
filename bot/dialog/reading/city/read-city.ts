// Reads city.yaml with its translations: what is true for the whole city.
import type { City } from '../../../contracts/city/city'
import { commands, type Command } from '../../../contracts/talk/command'
import type { Department } from '../../../contracts/city/department'
import type { Texts } from '../../../contracts/talk/texts'
import { wordingKeys, type WordingKey } from '../../../contracts/talk/wording'
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import { channels, type Channel } from '../../../contracts/talk/message'
import { retentionClasses } from '../../../contracts/store/store'
import type { YamlMap, YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { checkTranslations } from '../fields/check-translations'
import { words } from '../../model/finding'
import { readDuration } from '../fields/durations'
import { readHours } from './read-hours'
import {
  cityProperties,
  cityTranslationProperties,
  departmentProperties,
  quietProperties,
} from '../fields/field-words'
import {
  asText,
  checkKeys,
  optionalList,
  optionalMap,
  optionalText,
  requireText,
  textsOf,
} from '../fields/read-fields'
import { checkNoteDesks, readDesk, readQueue } from './read-desk'
import { readHomeCare } from './read-home-care'
import { readMinutes } from '../fields/read-minutes'
import { readQuietTime } from '../fields/read-quiet'
import { readRouting } from './read-routing'
import { reportUnknown, type Report } from '../fields/report'
import { readLanguages } from './read-languages'
import { readTranslated, type Translation } from '../fields/read-translated'
import { createTextTable, type AddedText, type TextTable } from '../fields/texts'
import type { Stamps, TextEntries } from '../fields/translation-stamps'

/** Placeholders that the bot fills in everywhere. */
export const everywhere = ['phone', 'city']

export interface ReadCity {
  /** Undefined when what nothing can do without is missing. */
  readonly city: City | undefined
  readonly texts: TextEntries
}

export function readCity(
  root: YamlMap,
  documents: ReadonlyMap<Language, YamlMap>,
  stamps: (language: Language) => Stamps | undefined,
  report: Report,
): ReadCity {
  checkKeys(root, cityProperties, { sv: 'i city.yaml', en: 'in city.yaml' }, report)
  const table = createTextTable(report)
  const name = requireText(root, 'city', report)
  const phone = requireText(root, 'phone', report)
  const { wholeLanguages, languages, allowsMachineTexts } = readLanguages(root, report)
  const hours = readHours(optionalMap(root, 'hours', report) ?? emptyLike(root), report)
  const departments = readDepartments(root, { phone: phone?.text ?? '', hours }, table, report)
  const welcomeTopics = readTopics(root, table, report)
  checkNoteDesks(root, departments, report)
  const texts = readTexts(root, table, report)
  const commandWords = new Map([[sourceLanguage, readWords(root, report)]])
  const translations = readTranslated(documents, allowsMachineTexts, report)
  for (const translation of translations) {
    addTranslation(translation, table, report)
    commandWords.set(translation.language, readWords(translation.root, report))
  }
  checkTranslations({
    entries: table.entries,
    languages: languages.filter((language) => !documents.has(language)),
    translated: new Map(translations.map(({ language, root: at }) => [language, at])),
    at: root,
    stamps,
    allowed: (id) => [...everywhere, ...(isWordingKey(id) ? wordingKeys[id] : [])],
    // A language is spoken at all when the bot's own texts are.
    severity: (language) =>
      wholeLanguages.includes(language) || !documents.has(language) ? 'error' : 'warning',
    report,
  })
  if (name === undefined || phone === undefined) return { city: undefined, texts: table.entries }
  const city = {
    name: name.text,
    timeZone: readTimeZone(root, report),
    languages,
    wholeLanguages,
    allowsMachineTexts,
    phone: phone.text,
    hours,
    departments,
    routing: readRouting(root, [...departments.keys()], report),
    texts,
    commandWords,
    welcomeTopics,
    callBackDialog: requireText(root, 'call-back dialog', report)?.text ?? '',
    personIdDialogs: listedTexts(root, 'person id dialogs', report),
    placesOutside: listedTexts(root, 'places outside', report),
    keepDays: readKeep(root, report),
    ...readQuiet(root, report),
    ...readHomeCare(root, departments, report),
  }
  return { city, texts: table.entries }
}

const emptyLike = (root: YamlMap): YamlMap => ({ ...root, entries: [] })

const listedTexts = (root: YamlMap, field: string, report: Report): readonly string[] =>
  textsOf(optionalList(root, field, report), field, report).map(({ text }) => text)

const isWordingKey = (text: string): text is WordingKey => Object.hasOwn(wordingKeys, text)

function readTimeZone(root: YamlMap, report: Report): string {
  const zone = requireText(root, 'time zone', report)
  const fallback = 'Europe/Stockholm'
  if (zone === undefined) return fallback
  try {
    new Intl.DateTimeFormat('sv', { timeZone: zone.text })
    return zone.text
  } catch {
    report.fault(
      'D005',
      zone,
      words(
        `"${zone.text}" är ingen tidszon`,
        `"${zone.text}" is no time zone`,
        `Skriv till exempel ${fallback}.`,
        `Write for example ${fallback}.`,
      ),
    )
    return fallback
  }
}

function readDepartments(
  root: YamlMap,
  city: Pick<Department, 'phone' | 'hours'>,
  table: TextTable,
  report: Report,
): ReadonlyMap<string, Department> {
  const departments = new Map<string, Department>()
  const entries = optionalMap(root, 'departments', report)?.entries ?? []
  for (const { key, value } of entries) {
    if (value.kind !== 'map') {
      asText(value, key.text, report)
      report.fault(
        'D005',
        key,
        words(`"${key.text}" saknar namn och telefon`, `"${key.text}" lacks name and phone`),
      )
      continue
    }
    checkKeys(value, departmentProperties, { sv: 'för en enhet', en: 'for a department' }, report)
    const name = requireText(value, 'name', report)
    const hours = optionalMap(value, 'hours', report)
    const desk = readDesk(value, report)
    const queue = readQueue(value, report)
    const silence = optionalText(value, 'silence', report)
    const silentMinutes = silence && readMinutes(silence, report)
    if (name === undefined) continue
    departments.set(key.text, {
      id: key.text,
      name: table.add({ id: `departments.${key.text}`, kind: 'name', text: writtenText(name) }),
      phone: optionalText(value, 'phone', report)?.text ?? city.phone,
      hours: hours === undefined ? city.hours : readHours(hours, report),
      ...(queue !== undefined && { queue }),
      ...(silentMinutes !== undefined && { silentMinutes }),
      ...(desk && { desk }),
    })
  }
  return departments
}

function readTopics(root: YamlMap, table: TextTable, report: Report): City['welcomeTopics'] {
  return (optionalMap(root, 'welcome topics', report)?.entries ?? []).flatMap(({ key, value }) => {
    const label = asText(value, key.text, report)
    if (!/^(dialog|article):./.test(key.text)) {
      report.fault(
        'D005',
        key,
        words(
          `"${key.text}" är varken dialog eller artikel`,
          `"${key.text}" is neither a dialog nor an article`,
          'Skriv dialog:namn eller article:namn.',
          'Write dialog:name or article:name.',
        ),
      )
      return []
    }
    if (label === undefined) return []
    const id = `topics.${key.text}`
    return [{ topic: key.text, label: table.add({ id, kind: 'name', text: writtenText(label) }) }]
  })
}

/** `welcome.sms` is the channel's own `welcome`; no key of the wording ends in a channel's name. */
function splitChannel(id: string): { readonly id: string; readonly channel?: Channel } {
  const channel = channels.find((one) => id.endsWith(`.${one}`))
  return channel === undefined ? { id } : { id: id.slice(0, -channel.length - 1), channel }
}

function readTexts(root: YamlMap, table: TextTable, report: Report): ReadonlyMap<WordingKey, Texts> {
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

function addTranslation({ language, root, isMachine }: Translation, table: TextTable, report: Report): void {
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

function readWords(root: YamlMap, report: Report): ReadonlyMap<Command, readonly string[]> {
  const map = optionalMap(root, 'words', report)
  const known: readonly string[] = commands
  if (map !== undefined) checkKeys(map, known, { sv: 'bland orden', en: 'among the words' }, report)
  const read = new Map<Command, readonly string[]>()
  for (const command of commands) {
    const list = map === undefined ? undefined : optionalList(map, command, report)
    const found = textsOf(list, command, report).map(({ text }) => text.toLowerCase())
    if (found.length > 0) read.set(command, found)
    else {
      report.fault(
        'D005',
        map?.entries[0]?.key ?? root.entries[0]?.key ?? root,
        words(`orden för "${command}" saknas`, `the words for "${command}" are missing`),
      )
    }
  }
  return read
}

function readQuiet(root: YamlMap, report: Report): Pick<City, 'quiet'> {
  const map = optionalMap(root, 'quiet', report)
  if (map === undefined) return {}
  checkKeys(map, quietProperties, { sv: 'under "quiet"', en: 'under "quiet"' }, report)
  const quiet = readQuietTime(map, report)
  return quiet === undefined ? {} : { quiet }
}

function readKeep(root: YamlMap, report: Report): Readonly<Record<string, number>> {
  const map = optionalMap(root, 'keep', report)
  if (map !== undefined) {
    checkKeys(map, retentionClasses, { sv: 'bland lagringstiderna', en: 'among the retention times' }, report)
  }
  const keep: Record<string, number> = {}
  for (const name of retentionClasses) {
    const duration = map === undefined ? undefined : requireText(map, name, report)
    const days = duration === undefined ? undefined : readDuration(duration, report)
    if (days !== undefined) keep[name] = days
  }
  return keep
}
