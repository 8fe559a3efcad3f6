// Reads city.yaml with its translations: what is true for the whole city.
import type { City } from '../../../contracts/city/city'
import { commands, type Command } from '../../../contracts/talk/command'
import type { Department } from '../../../contracts/city/department'
import { wordingKeys } from '../../../contracts/talk/wording'
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import { retentionClasses } from '../../../contracts/store/store'
import type { YamlMap } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { checkTranslations } from '../fields/check-translations'
import { words } from '../../model/finding'
import { readDuration } from '../fields/durations'
import { readHours } from './read-hours'
import { cityProperties, departmentProperties, quietProperties } from '../fields/field-words'
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
import type { Report } from '../fields/report'
import { readLanguages } from './read-languages'
import { addTranslation, isWordingKey, readTexts } from './read-wordings'
import { readTranslated } from '../fields/read-translated'
import { createTextTable, type TextTable } from '../fields/texts'
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
