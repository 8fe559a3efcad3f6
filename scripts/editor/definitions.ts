// Where the name under the cursor is written: the way from a use to what it stands for.
import type { Place } from '../../bot/contracts/basics/finding'
import type { Dialog } from '../../bot/dialog/model/model'
import { flatten } from '../../bot/dialog/model/step-tree'
import { entryOf, scalarOf, type YamlEntry, type YamlMap, type YamlNode } from '../../bot/yaml/node'
import { parseYaml } from '../../bot/yaml/parse-yaml'
import type { CheckedContent } from './content-workspace'
import type { CursorContext } from './cursor-context'
import { nameFor, namesOf, textsOf, type KnownName } from './dialog-names'
import { dialogAt, documentAt } from './place-in-language'

export interface Question {
  /** Of the file below the content's root. */
  readonly file: string
  /** The whole word the cursor is on. */
  readonly word: string
  readonly context: CursorContext
  readonly checked: CheckedContent
  readonly textOf: (file: string) => string | undefined
}

/** The word around a column of a line: a name, a code, `article:flytta`. */
export function wordAt(line: string, column: number): { readonly word: string; readonly start: number } {
  const before = /[\p{L}\d_.:-]*$/u.exec(line.slice(0, column))?.[0] ?? ''
  const after = /^[\p{L}\d_.:-]*/u.exec(line.slice(column))?.[0] ?? ''
  const word = (before + after).replace(/^[-:.]+/, '').replace(/[.:]+$/, '')
  return { word, start: column - before.length + (before + after).indexOf(word) }
}

/** Undefined when the word stands for nothing that is written anywhere. */
export function definitionOf(question: Question): Place | undefined {
  const { context, word } = question
  const last = context.levels.at(-1)
  const owning = context.at === 'key' ? undefined : last?.key
  const byKey = owning === undefined ? undefined : definitionByKey(question, owning)
  if (byKey !== undefined) return byKey
  const document = documentAt(question.file, context)
  if (word.startsWith('dialog:')) return dialogPlace(question, word.slice('dialog:'.length))
  if (word.startsWith('article:')) return articlePlace(question, word.slice('article:'.length))
  if (document === 'translation') return sourceOf(question)
  if (document === 'city-translation') return inCity(question, [...keysOf(context), word])
  if (context.at === 'key' && last?.key === 'with') return inActions(question, [last.entries.get('do') ?? ''])
  if (context.at === 'key' && last?.key === 'given') return definitionByKey(question, 'do')
  return nameOrText(question)
}

const keysOf = ({ levels }: CursorContext): readonly string[] => levels.map(({ key }) => key)

function definitionByKey(question: Question, key: string): Place | undefined {
  const { word } = question
  switch (key) {
    case 'do':
    case 'does':
      return inActions(question, [word])
    case 'owner':
      return inCity(question, ['departments', word])
    case 'call':
    case 'call-back dialog':
    case 'translates':
      return dialogPlace(question, word)
    default:
      return undefined
  }
}

function nameOrText(question: Question): Place | undefined {
  const { checked, word, context } = question
  const versions = dialogAt(context, checked)
  const known = nameFor(namesOf(versions, checked.content.actions), word)
  if (known !== undefined) return placeOfName(question, known, versions)
  return textsOf(versions).get(word)?.place
}

function placeOfName(question: Question, known: KnownName, versions: readonly Dialog[]): Place | undefined {
  if (known.role === 'result' && known.action !== undefined) {
    return inActions(question, [known.action, 'gives', known.name]) ?? inActions(question, [known.action])
  }
  if (known.role === 'value') return inDialog(question, versions, ['values', known.name])
  if (known.ask !== undefined) return known.ask.place
  const step = versions
    .flatMap((dialog) => flatten(dialog.steps))
    .find((one) => {
      if (one.kind === 'call') return one.gives.some(({ as }) => as === known.name)
      return one.kind === 'confirm' && one.name === known.name
    })
  return step?.place
}

/** From a translation to the text it translates. */
function sourceOf(question: Question): Place | undefined {
  const { context, checked, word } = question
  const versions = dialogAt(context, checked)
  const keys = keysOf(context)
  if (keys[0] === 'texts') {
    const id = context.at === 'value' ? (keys.at(-1) ?? '') : word
    const inValue = context.at === 'value' ? nameOrText(question) : undefined
    return inValue ?? textsOf(versions).get(id.replace(/\.(sms|web)$/, ''))?.place
  }
  if (keys[0] === 'labels' || word === 'title')
    return inDialog(question, versions, [...keys.slice(0, 1), word])
  const asked = keys[0] === 'choices' ? (keys[1] ?? word) : word
  const code = keys[0] === 'choices' && keys.length > 1 ? word : undefined
  const choice = code === undefined ? undefined : choicePlace(question, versions, code)
  return choice ?? versions.flatMap(({ asks }) => asks.get(asked) ?? [])[0]?.place
}

function choicePlace(question: Question, versions: readonly Dialog[], code: string): Place | undefined {
  const root = rootOf(question, versions[0]?.file ?? '')
  const found = root === undefined ? [] : choiceKeys(root)
  return found.find(({ text }) => text === code)?.place
}

function choiceKeys(node: YamlNode): readonly { readonly text: string; readonly place: Place }[] {
  if (node.kind === 'list') return node.items.flatMap(choiceKeys)
  if (node.kind !== 'map') return []
  return node.entries.flatMap(({ key, value }) =>
    key.text === 'choices' && value.kind === 'map' ? value.entries.map((one) => one.key) : choiceKeys(value),
  )
}

const inActions = (question: Question, keys: readonly string[]) =>
  placeIn(question, 'dialogs/actions.yaml', keys)
const inCity = (question: Question, keys: readonly string[]) => placeIn(question, 'dialogs/city.yaml', keys)
const inDialog = (question: Question, versions: readonly Dialog[], keys: readonly string[]) =>
  placeIn(question, versions[0]?.file ?? '', keys)

/** The key at the end of a way of keys through a file's first document. */
function placeIn(question: Question, file: string, keys: readonly string[]): Place | undefined {
  let node: YamlNode | undefined = rootOf(question, file)
  let place: Place | undefined
  for (const key of keys) {
    const entry: YamlEntry | undefined = node?.kind === 'map' ? entryOf(node, key) : undefined
    place = entry?.key.place
    node = entry?.value
  }
  return place
}

function rootOf({ textOf }: Question, file: string): YamlMap | undefined {
  const text = textOf(file)
  const root = text === undefined ? undefined : parseYaml(file, text).documents[0]?.root
  return root?.kind === 'map' ? root : undefined
}

function dialogPlace(question: Question, id: string): Place | undefined {
  const file = question.checked.dialogs.get(id)?.[0]?.file
  const root = file === undefined ? undefined : rootOf(question, file)
  return root === undefined ? undefined : scalarOf(root, 'dialog')?.place
}

function articlePlace({ textOf }: Question, id: string): Place | undefined {
  const file = `knowledge/${id}.md`
  return textOf(file) === undefined ? undefined : { file, line: 1, column: 1, endLine: 1, endColumn: 1 }
}
