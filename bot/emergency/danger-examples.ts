// What signs of danger are learnt from: the texts of `examples/`, which people wrote as residents would.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DangerKind } from '../contracts/danger'
import type { EmergencyKind } from './phrase-table'
import { parseTextList } from './text-list'

/** The label of a text without danger, in the examples and of the classifier that learns them. */
export const calm = 'calm'

export interface DangerExample {
  readonly text: string
  readonly label: DangerKind | typeof calm
}

/**
 * Few kinds, each with the help that its people need: told apart more finely, of a hundred alarms that no phrase hears two
 * to seven fewer are found.
 */
const labelOf: Readonly<Record<EmergencyKind | typeof calm, DangerExample['label']>> = {
  fire: 'accident',
  gas: 'accident',
  'life-in-danger': 'accident',
  violence: 'violence',
  'child-in-danger': 'violence',
  'self-harm': 'self-harm',
  calm,
}

const isLabelled = (kind: string): kind is keyof typeof labelOf => Object.hasOwn(labelOf, kind)

const folder = join(__dirname, 'examples')

/** One for each language. */
export const dangerExampleFiles = (): readonly string[] =>
  readdirSync(folder)
    .sort()
    .map((file) => join(folder, file))

/** @throws Error for a heading that is no kind, or when a file cannot be read */
export const readDangerExamples = (): readonly DangerExample[] =>
  dangerExampleFiles()
    .flatMap((file) => parseTextList(readFileSync(file, 'utf8'), 'no heading'))
    .map(({ text, kind }) => {
      if (!isLabelled(kind)) throw new Error(`bot/emergency/examples: "${kind}" above "${text}" is no kind`)
      return { text, label: labelOf[kind] }
    })
