// Holds the texts of all languages against each other: missing ones, placeholders that differ, copies of the source.
import { textKey } from '../../../contracts/talk/texts'
import type { Severity } from '../../../contracts/basics/finding'
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import type { YamlMap } from '../../../yaml/node'
import { slice } from '../../../yaml/written-text'
import { nearest } from '../../../yaml/nearest'
import type { Variable } from '../../texts/compiled-message'
import { words } from '../../model/finding'
import { headOf } from './read-fields'
import type { Report } from './report'
import type { TextEntry } from './texts'
import { isStale, pairsIn, type Stamps } from './translation-stamps'

export interface TranslationSetting {
  readonly entries: ReadonlyMap<string, TextEntry>
  /** Languages that there should be a document in. */
  readonly languages: readonly Language[]
  /** Language → the document that translates. */
  readonly translated: ReadonlyMap<Language, YamlMap>
  /** Where a whole missing translation is told. */
  readonly at: YamlMap
  /** Which source text each translation was made from; undefined where nobody keeps that. */
  readonly stamps: (language: Language) => Stamps | undefined
  /** Placeholders a text may use. */
  readonly allowed: (id: string) => readonly string[]
  /** Something is missing because of another fault, which has its finding; then unknown names and gaps are not told. */
  readonly someUnknown?: boolean
  /** A text that may be missing in a language all the same. */
  readonly mayLack?: (id: string, language: Language) => boolean
  /** How severe a missing text is. */
  readonly severity: (language: Language) => Severity
  readonly report: Report
}

/** Longest part of a Swedish text that is shown beside its translation. */
const shownLength = 60

export function checkTranslations(setting: TranslationSetting): void {
  checkPlaceholders(setting)
  for (const language of setting.languages) {
    if (language !== sourceLanguage && !setting.translated.has(language))
      reportUntranslated(language, setting)
  }
  for (const [language, document] of setting.translated) {
    const stamps = setting.stamps(language)
    const isCompared = stamps === undefined || stamps.size > 0
    if (!isCompared && pairsIn(setting.entries, language).size > 0)
      reportUncompared(headOf(document), setting.report)
    const known = isCompared ? stamps : undefined
    for (const entry of setting.entries.values())
      checkEntry(entry, language, { document, stamps: known }, setting)
  }
}

const reportUntranslated = (language: Language, { at, report, severity }: TranslationSetting): void =>
  report.fault(
    'T020',
    headOf(at),
    words(
      `översättningen till "${language}" saknas`,
      `the translation to "${language}" is missing`,
      `Skriv ${translationOf(at, language)}. Tills dess får invånarna texterna på svenska.`,
      `Write ${translationOf(at, language)}. Until then residents get the texts in Swedish.`,
    ),
    { severity: severity(language) },
  )

const translationOf = ({ place: { file } }: YamlMap, language: Language): string =>
  file.replace(/\.ya?ml$/, `.${language}.yaml`)

/** T003: a placeholder that nothing fills. */
function checkPlaceholders({ entries, allowed, someUnknown, report }: TranslationSetting): void {
  if (someUnknown === true) return
  for (const entry of entries.values()) {
    const known = allowed(entry.texts.id)
    for (const { text, variables } of entry.written.values()) {
      for (const { name } of variables ?? []) {
        if (known.includes(name)) continue
        const meant = nearest(name, known)
        const start = Math.max(0, text.text.indexOf(`{${name}`) + 1)
        const at = slice(text, start, start + name.length)
        report.fault(
          'T003',
          at.place(0, name.length),
          words(
            `det finns inget svar som heter {${name}}`,
            `there is no answer called {${name}}`,
            meant === undefined ? `De som finns: ${known.join(', ')}.` : `Menade du {${meant}}?`,
            meant === undefined ? `Those that exist: ${known.join(', ')}.` : `Did you mean {${meant}}?`,
          ),
          meant === undefined ? {} : { fix: at.edit(0, name.length, meant) },
        )
      }
    }
  }
}

function checkEntry(
  entry: TextEntry,
  language: Language,
  { document, stamps }: { readonly document: YamlMap; readonly stamps: Stamps | undefined },
  setting: TranslationSetting,
): void {
  const { report, severity } = setting
  for (const [key, source] of entry.written) {
    const [keyLanguage, channel] = key.split('.')
    if (keyLanguage !== sourceLanguage) continue
    const own = channel === undefined ? language : `${language}.${channel}`
    const translation = entry.written.get(own)
    const name = channel === undefined ? entry.texts.id : `${entry.texts.id}.${channel}`
    if (translation === undefined) {
      if (setting.someUnknown === true || setting.mayLack?.(entry.texts.id, language) === true) continue
      report.fault(
        'T020',
        headOf(document),
        words(
          `"${name}" är inte översatt till "${language}"`,
          `"${name}" is not translated to "${language}"`,
          ...(entry.kind === 'text'
            ? [`Lägg till "${name}: …" under texts:.`, `Add "${name}: …" under texts:.`]
            : [
                'Lägg till det på samma plats som i den svenska filen.',
                'Add it in the same place as in the Swedish file.',
              ]),
        ),
        { severity: severity(language) },
      )
      continue
    }
    checkSame(entry, source, translation, setting)
    if (stamps !== undefined) checkStale(stamps.get(name), source, translation, report)
  }
  checkExtra(entry, language, report)
}

type Written = TextEntry['written'] extends ReadonlyMap<string, infer Value> ? Value : never

/** T022 and T024 for a translation against the text it translates. */
function checkSame(
  entry: TextEntry,
  source: Written,
  translation: Written,
  { allowed, report }: TranslationSetting,
): void {
  const place = translation.text.place(0, translation.text.text.length)
  const known = allowed(entry.texts.id)
  const isKnown = ({ name }: Variable): boolean => known.includes(name)
  // A misspelt placeholder has its own finding, and would differ from every translation.
  if ([source, translation].every(({ variables }) => variables?.every(isKnown) !== false)) {
    reportMismatch(source, translation, report)
  }
  const isCopy = source.text.text === translation.text.text
  if (isCopy && entry.kind === 'text' && /\p{L}{2,}\s+\S*\p{L}{2,}/u.test(source.text.text)) {
    report.fault(
      'T024',
      place,
      words(
        'översättningen är likadan som den svenska texten',
        'the translation is the same as the Swedish text',
        'Översätt den.',
        'Translate it.',
      ),
    )
  }
}

/** T028: nobody has seen yet that the two belong together, so a later change of the Swedish text could not be told. */
const reportUncompared = (at: Parameters<Report['fault']>[1], report: Report): void =>
  report.fault(
    'T028',
    at,
    words(
      'ingen har sett att översättningen hör ihop med den svenska texten',
      'nobody has seen that the translation belongs to the Swedish text',
      'Jämför dem och kör npm run dialogs:format.',
      'Compare them and run npm run dialogs:format.',
    ),
  )

/** T023, or T028 for a text without a stamp: somebody changed the Swedish text and left the translation as it was. */
function checkStale(stamp: string | undefined, source: Written, translation: Written, report: Report): void {
  const place = translation.text.place(0, translation.text.text.length)
  if (stamp === undefined) {
    reportUncompared(place, report)
    return
  }
  if (!isStale(stamp, source.text.text, translation.text.text)) return
  const now =
    source.text.text.length > shownLength ? `${source.text.text.slice(0, shownLength)} …` : source.text.text
  const command = `npm run dialogs:format -- --translated ${place.file}`
  report.fault(
    'T023',
    place,
    words(
      `den svenska texten har ändrats efter översättningen och är nu "${now}"`,
      `the Swedish text was changed after the translation and is now "${now}"`,
      `Ändra översättningen. Stämmer den ändå, kör ${command}`,
      `Change the translation. If it is right as it is, run ${command}`,
    ),
  )
}

function reportMismatch(source: Written, translation: Written, report: Report): void {
  if (source.variables === undefined || translation.variables === undefined) return
  const here = translation.variables.map(({ name }) => name)
  const there = source.variables.map(({ name }) => name)
  const braced = (names: readonly string[]) => names.map((name) => `{${name}}`).join(', ')
  const lacking = there.filter((name) => !here.includes(name))
  const extra = here.filter((name) => !there.includes(name))
  const place = translation.text.place(0, translation.text.text.length)
  if (lacking.length > 0) {
    report.fault(
      'T022',
      place,
      words(
        `översättningen saknar ${braced(lacking)}, som den svenska texten har`,
        `the translation lacks ${braced(lacking)}, which the Swedish text has`,
        'Skriv {namnen} som i den svenska texten; ordningen är fri.',
        'Write the {names} as in the Swedish text, in any order.',
      ),
    )
  }
  if (extra.length > 0) {
    report.fault(
      'T022',
      place,
      words(
        `översättningen har ${braced(extra)}, som den svenska texten inte har`,
        `the translation has ${braced(extra)}, which the Swedish text has not`,
        'Skriv {namnen} som i den svenska texten; ordningen är fri.',
        'Write the {names} as in the Swedish text, in any order.',
      ),
    )
  }
}

/** A channel's text that only the translation has stands in for the general one, and needs the same placeholders. */
function checkExtra(entry: TextEntry, language: Language, report: Report): void {
  const source = entry.written.get(sourceLanguage)
  if (source === undefined) return
  for (const channel of ['web', 'sms'] as const) {
    const own = entry.written.get(textKey(language, channel))
    if (own !== undefined && !entry.written.has(textKey(sourceLanguage, channel))) {
      reportMismatch(source, own, report)
    }
  }
}
