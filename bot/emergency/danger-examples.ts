// What signs of danger are learnt from: the texts of `examples/`, which people wrote as residents would.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DangerKind } from '../contracts/talk/danger'
import type { EmergencyKind } from '../contracts/talk/emergency-kind'
import { parseTextList } from './text-list'

export interface DangerExample {
  readonly text: string
  /** Null without danger. */
  readonly kind: DangerKind | null
  /** The same of examples that tell of the same scene. */
  readonly group: string
}

/**
 * Few kinds, each with the help that its people need: told apart more finely, of a hundred alarms that no phrase hears two
 * to seven fewer are found.
 */
const kindOf: Readonly<Record<EmergencyKind | 'calm', DangerExample['kind']>> = {
  fire: 'accident',
  gas: 'accident',
  'life-in-danger': 'accident',
  'lost-person': 'accident',
  'stuck-in-lift': 'accident',
  violence: 'violence',
  'violence-nearby': 'violence',
  'child-in-danger': 'violence',
  'self-harm': 'self-harm',
  calm: null,
}

const isLabelled = (kind: string): kind is keyof typeof kindOf => Object.hasOwn(kindOf, kind)

const folder = join(__dirname, 'examples')

/** One for each language. */
export const dangerExampleFiles = (): readonly string[] =>
  readdirSync(folder)
    .sort()
    .map((file) => join(folder, file))

/** Neighbours in a file are mostly of one writer, and often of one scene. */
const neighbours = 15

/** @throws Error for a heading that is no kind, or when a file cannot be read */
export const readDangerExamples = (): readonly DangerExample[] => dangerExampleFiles().flatMap(readExamples)

function readExamples(file: string): readonly DangerExample[] {
  const listed = new Map<string, number>()
  return parseTextList(readFileSync(file, 'utf8'), 'no heading').map(({ text, kind }) => {
    if (!isLabelled(kind)) throw new Error(`${file}: "${kind}" above "${text}" is no kind`)
    const at = listed.get(kind) ?? 0
    listed.set(kind, at + 1)
    // The smaller languages tell the same scenes in the same order.
    return { text, kind: kindOf[kind], group: `${kind} ${Math.floor(at / neighbours)}` }
  })
}
