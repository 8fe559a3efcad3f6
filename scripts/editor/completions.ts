// What could be written where the cursor is.
import { wordingKeys } from '../../bot/contracts/talk/wording'
import { deskKinds } from '../../bot/contracts/cases/case-desk'
import { answerTypes } from '../../bot/contracts/talk/value'
import { everyQuestion, questionOf } from '../../bot/dialog/model/list-question'
import type { ActionType, Dialog } from '../../bot/dialog/model/model'
import * as language from '../../bot/dialog/reading/fields/field-words'
import { everywhere } from '../../bot/dialog/reading/city/read-city'
import { flatten } from '../../bot/dialog/model/step-tree'
import { typeHelp } from './city-help'
import type { CheckedContent } from './content-workspace'
import type { CursorContext, Level } from './cursor-context'
import { nameFor, namesOf, textsOf, type KnownName } from './dialog-names'
import { helpText } from './help-entry'
import {
  dialogAt,
  documentAt,
  holdsSteps,
  isCondition,
  isInNotice,
  isProse,
  placeholderIn,
  stepWordIn,
  type Document,
} from './place-in-language'
import { helpFor } from './word-help'

export interface Offer {
  readonly label: string
  readonly kind: 'word' | 'name' | 'code' | 'action' | 'topic'
  readonly detail?: string
  /** Markdown. */
  readonly help?: string
  /** What is put in when that is more than the label. */
  readonly insert?: string
}

interface Scene {
  readonly context: CursorContext
  readonly document: Document
  readonly checked: CheckedContent
  readonly versions: readonly Dialog[]
  readonly names: ReadonlyMap<string, KnownName>
  readonly actions: ReadonlyMap<string, ActionType>
}

/** @param name of the file below the content's root: `dialogs/felanmalan.yaml` */
export function completionsAt(
  name: string,
  context: CursorContext,
  checked: CheckedContent,
): readonly Offer[] {
  const versions = dialogAt(context, checked)
  const { actions } = checked.content
  const document = documentAt(name, context)
  const scene = { context, document, checked, versions, actions, names: namesOf(versions, actions) }
  const taken = context.at === 'key' ? context.entries : new Map<string, string>()
  const offers = context.at === 'key' ? offersForKey(scene) : offersForValue(scene)
  return offers.filter(({ label }) => !taken.has(label))
}

const wordsOf = (place: string, words: readonly string[]): readonly Offer[] =>
  words.map((word) => {
    const help = helpFor(place, word)
    return { label: word, kind: 'word', insert: `${word}: `, ...(help && { help: helpText(help) }) }
  })

const key = (label: string, kind: Offer['kind'], detail: string): Offer => ({
  label,
  kind,
  detail,
  insert: `${label}: `,
})

const documentWords: Readonly<Record<Document, readonly string[]>> = {
  dialog: language.dialogProperties,
  translation: language.translationProperties,
  city: language.cityProperties,
  'city-translation': language.cityTranslationProperties,
  actions: [],
  unknown: ['dialog', 'translates'],
}

function offersForKey(scene: Scene): readonly Offer[] {
  const { context, document } = scene
  const { levels, entries } = context
  const last = levels.at(-1)
  if (last === undefined) return wordsOf(document, documentWords[document])
  if (document === 'dialog' && levels[0]?.key === 'steps') return offersInSteps(scene, last, entries)
  if (document === 'dialog') return offersInDialog(scene, last)
  if (document === 'translation') return offersInTranslation(scene, last)
  if (document === 'actions' && levels.length === 1) return wordsOf('action', language.actionProperties)
  return offersInCity(scene, last)
}

function offersInSteps(scene: Scene, last: Level, entries: ReadonlyMap<string, string>): readonly Offer[] {
  const { levels } = scene.context
  const word = stepWordIn(entries)
  if (last.key === 'with') return offersOfInputs(scene, last)
  if (last.key === 'if fails' && word === undefined) {
    const failures = scene.actions.get(last.entries.get('do') ?? '')?.fails ?? []
    return [
      ...[...failures, 'unavailable', 'else'].map((failure) => key(failure, 'code', 'fel')),
      ...wordsOf('step', language.stepWords),
    ]
  }
  if (last.key === 'sms' || last.key === 'web') {
    const owner = stepWordIn(last.entries) ?? ''
    return wordsOf(owner, language.channelProperties[owner] ?? [])
  }
  if (!holdsSteps(levels)) return []
  if (word === undefined) return wordsOf('step', language.stepWords)
  return wordsOf(word, language.stepProperties[word])
}

function offersOfInputs({ actions }: Scene, { entries }: Level): readonly Offer[] {
  const action = actions.get(entries.get('do') ?? '')
  return (action?.takes ?? []).map((input) =>
    key(input, 'name', action?.optionalTakes.includes(input) === true ? 'får saknas' : 'behövs'),
  )
}

function offersInDialog({ names, actions, context }: Scene, last: Level): readonly Offer[] {
  const known = [...names.values()]
  const asKeys = (some: readonly KnownName[]) => some.map(({ name, detail }) => key(name, 'name', detail))
  if (last.key === 'labels') return asKeys(known.filter(({ role }) => role === 'answer'))
  if (last.key === 'expect') return asKeys(known)
  if (isInNotice(context.levels)) return wordsOf('notice', language.noticeProperties)
  if (last.key === 'desk') return wordsOf('desk', deskKinds)
  if (last.key === 'routing') return wordsOf('routing', language.routingProperties)
  if (last.key === 'quiet') return wordsOf('quiet', language.noticeQuietProperties)
  if (last.key === 'valid') return wordsOf('valid', language.validProperties)
  if (last.key === 'given') return [...actions.keys()].map((action) => key(action, 'action', 'handling'))
  if (last.key === 'chat') return wordsOf('chat', language.chatWords)
  if (last.key === 'tests') return wordsOf('test', language.testProperties)
  const given = context.levels.at(-2)?.key === 'given' ? actions.get(last.key) : undefined
  return [...(given?.gives ?? [])].map(([name, type]) => key(name, 'name', type))
}

function offersInTranslation({ versions, context }: Scene, last: Level): readonly Offer[] {
  const [dialog] = versions
  const asked = (name: string) =>
    versions.map((version) => questionOf(version, name)).find((ask) => ask !== undefined)
  if (last.key === 'texts')
    return [...textsOf(versions)].flatMap(([id, { texts }]) => textOffers(id, texts.byKey))
  if (last.key === 'labels') {
    return [...(dialog?.labels ?? [])].map(([name, texts]) => key(name, 'name', swedish(texts.byKey)))
  }
  if (last.key === 'choices') {
    return everyQuestion(dialog?.asks.values() ?? [])
      .filter(({ choices }) => choices.length > 0)
      .map(({ name, question }) => key(name, 'name', swedish(question.byKey)))
  }
  if (context.levels[0]?.key !== 'choices') return []
  return (asked(last.key)?.choices ?? []).map(({ code, label }) => key(code, 'code', swedish(label.byKey)))
}

/** A text of its own for each channel that has one. */
const textOffers = (id: string, byKey: ReadonlyMap<string, string>): readonly Offer[] =>
  [...byKey]
    .filter(([variant]) => /^sv(\.|$)/.test(variant))
    .map(([variant, text]) => key(`${id}${variant.slice('sv'.length)}`, 'name', text))

const swedish = (byKey: ReadonlyMap<string, string>): string => byKey.get('sv') ?? ''

function offersInCity({ checked, context }: Scene, last: Level): readonly Offer[] {
  if (last.key === 'texts') return Object.keys(wordingKeys).map((one) => key(one, 'name', 'botens text'))
  if (last.key === 'quiet') return wordsOf('quiet', language.quietProperties)
  if (last.key === 'home care') return wordsOf('home-care', language.homeCareProperties)
  if (last.key === 'welcome topics') return topicsOf(checked).map((topic) => key(topic, 'topic', ''))
  if (context.levels.at(-2)?.key === 'departments')
    return wordsOf('department', language.departmentProperties)
  return []
}

const departmentsOf = ({ content }: CheckedContent): readonly Offer[] =>
  [...(content.city?.departments.values() ?? [])].map(({ id, name }) => ({
    label: id,
    kind: 'code',
    detail: swedish(name.byKey),
  }))

const topicsOf = ({ dialogs, articles }: CheckedContent): readonly string[] => [
  ...[...dialogs.keys()].map((id) => `dialog:${id}`),
  ...articles.map((id) => `article:${id}`),
]

function offersForValue(scene: Scene): readonly Offer[] {
  const { context, document, names } = scene
  if (isProse(context, document)) return placeholderIn(context.typed) === undefined ? [] : placeholders(scene)
  if (document === 'dialog' && isCondition(context)) {
    const own = namesOfNotice(scene).map((known) => [known.name, known] as const)
    return offersInCondition(context.typed, new Map([...names, ...own]))
  }
  return offersByKey(scene, context.levels.at(-1)?.key ?? '')
}

/** What the notice around the cursor is given by its event. */
function namesOfNotice({ context: { levels }, versions }: Scene): readonly KnownName[] {
  if (levels[0]?.key !== 'notify') return []
  const notice = versions[0]?.notices.get(levels[1]?.key ?? '')
  return [...(notice?.gives ?? [])].map(([name, type]) => ({
    name,
    role: 'result',
    codes: type === 'yes/no' ? ['yes', 'no'] : [],
    detail: `från händelsen, ${type}`,
  }))
}

function placeholders(scene: Scene): readonly Offer[] {
  const { document, context, names } = scene
  const id = (context.levels.at(-1)?.key ?? '').replace(/\.(sms|web)$/, '')
  const inWording = Object.entries(wordingKeys).find(([known]) => known === id)?.[1] ?? []
  const own = document.startsWith('city')
    ? inWording.map((name) => ({ name, detail: '' }))
    : [...names.values(), ...namesOfNotice(scene)].filter(({ role }) => role !== 'confirmation')
  return [...own, ...everywhere.map((name) => ({ name, detail: 'ur city.yaml' }))].map(
    ({ name, detail }) => ({
      label: name,
      kind: 'name',
      detail,
    }),
  )
}

/** Behind a comparison the words that its left side can be; otherwise names. */
function offersInCondition(typed: string, names: ReadonlyMap<string, KnownName>): readonly Offer[] {
  const [, left] = /([\p{L}\d_.]+)\s+(?:is(?:\s+not)?|in(?:\s+\[[^\]]*)?)\s+[\p{L}\d_-]*$/u.exec(typed) ?? []
  const compared = left === undefined ? undefined : nameFor(names, left)
  if (compared !== undefined && compared.codes.length > 0) {
    return compared.codes.map((code) => ({ label: code, kind: 'code', detail: choiceLabel(compared, code) }))
  }
  return [...names.values()]
    .filter(({ role }) => role !== 'confirmation')
    .map(({ name, detail }) => ({ label: name, kind: 'name', detail }))
}

const choiceLabel = ({ ask }: KnownName, code: string): string =>
  swedish(ask?.choices.find((choice) => choice.code === code)?.label.byKey ?? new Map<string, string>())

function offersByKey(scene: Scene, word: string): readonly Offer[] {
  const { actions, checked, names, versions, document } = scene
  const named = (kind: Offer['kind'], labels: Iterable<string>): readonly Offer[] =>
    [...labels].map((label) => ({ label, kind }))
  const roles = (...wanted: readonly KnownName['role'][]) =>
    [...names.values()].filter(({ role }) => wanted.includes(role)).map(({ name }) => name)
  const steps = versions.flatMap((dialog) => flatten(dialog.steps))
  switch (word) {
    case 'do':
    case 'does':
      return [...actions.values()].map(({ name, effect }) => ({
        label: name,
        kind: 'action',
        detail: effect,
      }))
    case 'owner':
      return departmentsOf(checked)
    case 'to':
      return scene.context.levels.some(({ key: above }) => above === 'routing') ? departmentsOf(checked) : []
    case 'type':
      return answerTypes.map((type) => {
        const help = typeHelp[type]
        return { label: type, kind: 'code', ...(help && { help: helpText(help) }) }
      })
    case 'call':
    case 'call-back dialog':
    case 'translates':
      return named('topic', checked.dialogs.keys())
    case 'forget':
      return named('name', roles('answer'))
    case 'asks':
      return named('name', roles('answer', 'confirmation'))
    case 'ends':
      return named('code', new Set(steps.flatMap((step) => (step.kind === 'end' ? step.status : []))))
    case 'says':
      return named('name', textsOf(versions).keys())
    case 'interrupt':
      return named('code', language.interruptions)
    case 'translated':
      return named('code', language.translators)
    case 'machine translations':
      return named('code', language.machinePermissions)
    case 'channel':
      return named('code', ['web', 'sms'])
    case 'optional':
    case 'sensitive':
      return named('code', ['true', 'false'])
    case 'effect':
      return document === 'actions' ? named('code', ['read', 'write']) : []
    default:
      return []
  }
}
