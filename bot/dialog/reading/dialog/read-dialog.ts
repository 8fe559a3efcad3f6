// Reads one dialog with its translations: from YAML to the checked, compiled form that the walk runs on.
import type { Texts } from '../../../contracts/talk/texts'
import { sourceLanguage, type Language } from '../../../contracts/talk/language'
import { scalarOf, valueOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { writtenText, type WrittenText } from '../../../yaml/written-text'
import { namesIn, type Expression } from '../../model/condition'
import { words } from '../../model/finding'
import { fieldsForText } from '../../model/list-question'
import type { AskStep, Dialog, Step } from '../../model/model'
import { asksWithin, flatten, mapAskBranches } from '../../model/step-tree'
import { checkTranslations } from '../fields/check-translations'
import { checkFinished } from '../checks/check-finished'
import { checkFlow } from '../checks/check-flow'
import { checkMarks } from '../checks/check-marks'
import { checkChoiceWords } from '../checks/check-choice-words'
import { checkCorrectionLabels } from '../checks/check-correction-labels'
import { checkUse } from '../checks/check-use'
import { hashShape, hashTexts } from '../names/hash-dialog'
import { readExpression, reportConstant, type DialogReading } from '../names/dialog-reading'
import type { DialogSetting } from '../names/dialog-setting'
import { dialogProperties } from '../fields/field-words'
import { readMayAskPersonId } from '../steps/read-person-id'
import { readInterrupt, readOwner, readPin, readRenamed } from './read-dialog-head'
import { readValidity } from './read-validity'
import { collectNames } from '../names/name-table'
import {
  checkKeys,
  optionalList,
  optionalMap,
  optionalYesNo,
  requireText,
  textsOf,
  asText,
} from '../fields/read-fields'
import { everywhere } from '../city/read-city'
import { readNotices, type ReadNotice } from '../actions/read-notices'
import { readPhrase, type WrittenPhrase } from '../names/read-phrases'
import { readSteps, withVariables } from '../steps/read-steps'
import { readTests } from './read-tests'
import { readTranslated, type Translation } from '../fields/read-translated'
import { isOfConsent, readTranslation } from './read-translation'
import { reportUnknown } from '../fields/report'
import { isEmptyField, reportMissing } from '../steps/report-missing'
import { createTextTable } from '../fields/texts'
import type { TextEntries } from '../fields/translation-stamps'

export interface ReadDialog {
  readonly dialog: Dialog
  /** With their places, for the checks across dialogs. */
  readonly phrases: ReadonlyMap<Language, readonly WrittenPhrase[]>
  readonly texts: TextEntries
}

/** Reads a dialog; undefined when it has no id. Whether it may run, the findings' severity says. */
export function readDialog(
  written: YamlMap,
  translations: ReadonlyMap<Language, YamlMap>,
  setting: DialogSetting,
): ReadDialog | undefined {
  const { report } = setting
  const root = checkKeys(written, dialogProperties, { sv: 'i en dialog', en: 'in a dialog' }, report)
  const id = requireText(root, 'dialog', report)
  const reading = startReading(root, setting)
  const title = readTitle(root, reading)
  const labels = readLabels(root, reading)
  const values = readValues(root, reading)
  const steps = readSteps(valueOf(root, 'steps'), reading)
  const phrases = new Map([[sourceLanguage, readPhrases(root, reading)]])
  const asks = collectAsks(steps)
  const notices = readNotices(root, { steps, asks }, reading)
  const translated = readTranslated(translations, setting.allowsMachineTexts, report)
  for (const translation of translated)
    phrases.set(translation.language, readTranslation(translation, asks, reading))
  checkTexts(root, translated, { setting, documents: translations, asks, notices }, reading)
  const tests = readTests(root, { languages: setting.languages, endings: endingsIn(steps) }, reading)
  const owner = readOwner(root, setting)
  if (id === undefined) return undefined
  const has = { hasSteps: steps.length > 0, hasTests: tests.length > 0 }
  reportMissing(root, id, { ...has, phrases, translations }, setting)
  const draft = {
    id: id.text,
    file: root.source.file,
    title,
    owner: owner ?? '',
    valid: readValidity(root, setting),
    sensitive: optionalYesNo(root, 'sensitive', report),
    interrupt: readInterrupt(root, report),
    pinHours: readPin(root, report),
    renamed: readRenamed(root, reading.names, report),
    start: new Map([...phrases].map(([language, ofLanguage]) => [language, ofLanguage.map(toPhrase)])),
    labels,
    values,
    steps: steps.map(finishStep),
    notices: new Map([...notices].map(([event, { notice }]) => [event, notice])),
    tests,
  }
  checkWords(asks, root, translations, setting, reading)
  if (reading.dropped.size === 0) checkMarks(phrases, asks, report)
  const dialog = {
    ...draft,
    asks: collectAsks(draft.steps),
    shapeHash: '',
    textHash: hashTexts(reading.texts),
  }
  checkFlow(dialog, root, reading)
  if (reading.dropped.size === 0 && !reading.names.someUnknown) {
    checkUse(dialog, setting.callable.takenFrom(id.text) ?? new Set(), reading)
    checkFinished(dialog, { id, isShared: isEmptyField(root, 'start'), notices }, setting, reading)
  }
  return { dialog: { ...dialog, shapeHash: hashShape(dialog) }, phrases, texts: reading.texts.entries }
}

function checkWords(
  asks: ReturnType<typeof collectAsks>,
  root: YamlMap,
  translations: ReadonlyMap<Language, YamlMap>,
  { commandWords }: DialogSetting,
  reading: DialogReading,
): void {
  checkChoiceWords(asks, root, translations, commandWords, reading)
  checkCorrectionLabels(root, translations, reading)
}

const toPhrase = ({ text, masked, marks }: WrittenPhrase) => ({ text, masked, marks })

function startReading(root: YamlMap, setting: DialogSetting): DialogReading {
  const { actions, callable, report } = setting
  const counts = new Map<string, number>()
  return {
    report,
    actions,
    callable,
    keepDays: setting.keepDays,
    mayAskPersonId: readMayAskPersonId(root, setting),
    names: collectNames(root, { actions, callable, report }),
    texts: createTextTable(report),
    written: new Map<Expression, WrittenText>(),
    dropped: new Set(),
    ids: new Set(),
    count: (kind) => {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      return count
    },
  }
}

function readTitle(root: YamlMap, { report, texts }: DialogReading): Texts {
  const title = requireText(root, 'title', report)
  if (title === undefined) return { id: 'title', byKey: new Map() }
  return texts.add({ id: 'title', kind: 'name', text: writtenText(title) })
}

/** D040 for a label of something the dialog does not know. */
function readLabels(root: YamlMap, { report, texts, names }: DialogReading): ReadonlyMap<string, Texts> {
  const labels = new Map<string, Texts>()
  for (const { key, value } of optionalMap(root, 'labels', report)?.entries ?? []) {
    const text = asText(value, key.text, report)
    if (names.someUnknown && !names.has(key.text)) continue
    if (!names.has(key.text)) {
      reportUnknown(report, 'D040', writtenText(key), names.keys(), {
        sv: 'inget svar i dialogen',
        en: 'no answer of the dialog',
      })
    } else if (text !== undefined) {
      labels.set(key.text, texts.add({ id: `labels.${key.text}`, kind: 'name', text: writtenText(text) }))
    }
  }
  return labels
}

/** Reads `values:` in order; what they are is known to the conditions that come after. */
function readValues(root: YamlMap, reading: DialogReading): Dialog['values'] {
  const { report, names } = reading
  const entries = optionalMap(root, 'values', report)?.entries ?? []
  const later = new Set(entries.map(({ key }) => key.text))
  return entries.flatMap(({ key, value }) => {
    const scalar = asText(value, key.text, report)
    const before = report.count()
    const read = scalar === undefined ? undefined : readExpression(scalar, reading)
    const isSound = report.count() === before
    const known = names.get(key.text)
    if (scalar !== undefined && read !== undefined) {
      reportEarlyUse(read.expression, scalar, later, reading)
      const { types, codes } = read.kind
      if (types.includes('yes/no') && isSound)
        reportConstant(read.expression, writtenText(scalar), reading, true)
      if (known?.role === 'value') names.set(key.text, { ...known, types, codes })
    }
    later.delete(key.text)
    return read === undefined ? [] : [{ name: key.text, expression: read.expression }]
  })
}

/** D040: a value may use the answers and the values above it. */
function reportEarlyUse(
  expression: Expression,
  scalar: YamlScalar,
  later: ReadonlySet<string>,
  { report }: DialogReading,
): void {
  const early = namesIn(expression).find((name) => later.has(name))
  if (early === undefined) return
  report.fault(
    'D040',
    scalar,
    words(
      `"${early}" räknas ut senare än det används`,
      `"${early}" is worked out later than it is used`,
      'Flytta upp den rad som räknar ut det.',
      'Move up the line that works it out.',
    ),
  )
}

const readPhrases = (root: YamlMap, { report, names }: DialogReading): readonly WrittenPhrase[] =>
  textsOf(optionalList(root, 'start', report), 'start', report).map((scalar) =>
    readPhrase(scalar, names, report),
  )

function checkTexts(
  root: YamlMap,
  translations: readonly Translation[],
  {
    setting: { wholeLanguages, stamps, report },
    documents,
    asks,
    notices,
  }: {
    readonly setting: DialogSetting
    /** Those that may not be read among them. */
    readonly documents: ReadonlyMap<Language, YamlMap>
    readonly asks: Dialog['asks']
    readonly notices: ReadonlyMap<string, ReadNotice>
  },
  { names, texts, dropped }: DialogReading,
): void {
  const machineMade = new Set(translations.flatMap(({ language, isMachine }) => (isMachine ? language : [])))
  const allowed = [...names.values()].filter(({ role }) => role !== 'confirmation').map(({ name }) => name)
  checkTranslations({
    entries: texts.entries,
    languages: wholeLanguages.filter((language) => !documents.has(language)),
    translated: new Map(translations.map(({ language, root: document }) => [language, document])),
    at: root,
    stamps: (language) => stamps(scalarOf(root, 'dialog')?.text ?? '', language),
    allowed: (id) => {
      const notice = id.startsWith('notify.') ? notices.get(id.slice('notify.'.length)) : undefined
      const own = notice?.names.keys() ?? [...fieldsForText(asks.values(), id), ...allowed]
      return [...own, ...everywhere]
    },
    someUnknown: names.someUnknown || dropped.size > 0,
    mayLack: (id, language) => machineMade.has(language) && isOfConsent(id, asks),
    severity: () => 'warning',
    report,
  })
}

const collectAsks = (steps: readonly Step[]): ReadonlyMap<string, AskStep> =>
  new Map(asksWithin(steps).map((ask) => [ask.name, ask]))

/** Where the last `end` is missing, D021 says so; a test that waits for it is right. */
const endingsIn = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set([
    ...flatten(steps).flatMap((step) => (step.kind === 'end' ? step.status : [])),
    ...(['end', 'handoff', 'if'].includes(steps.at(-1)?.kind ?? 'end') ? [] : ['done']),
  ])

/** The placeholders of a text are known when its translations are. */
function finishStep(step: Step): Step {
  if (step.kind === 'say') return withVariables(step)
  if (step.kind === 'if') {
    return { ...step, then: step.then.map(finishStep), else: step.else.map(finishStep) }
  }
  if (step.kind === 'ask') return mapAskBranches(step, (steps) => steps.map(finishStep))
  if (step.kind !== 'do' && step.kind !== 'call') return step
  return {
    ...step,
    ifFails: new Map([...step.ifFails].map(([failure, steps]) => [failure, steps.map(finishStep)])),
  }
}
