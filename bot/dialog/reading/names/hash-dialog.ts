// Two fingerprints of a dialog: its shape, which an open conversation notices, and its texts, which it does not.
import { createHash } from 'node:crypto'
import type { Dialog } from '../../model/model'
import type { TextTable } from '../fields/texts'

/** Sixteen hex digits: enough for a few hundred dialogs, short enough for a log line. */
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Fields that say nothing about what the dialog does. */
const shapeless = new Set([
  'place',
  'span',
  'bare',
  'file',
  'start',
  'tests',
  'title',
  'variables',
  'synonyms',
  'answersOnly',
  'valid',
  'daysOfCalled',
  'show',
  'pinHours',
  'renamed',
  'notices',
])

/** Logic, names, types and rules; texts count by their names only. */
export const hashShape = (dialog: Omit<Dialog, 'shapeHash' | 'textHash'>): string =>
  hash(
    JSON.stringify(
      { ...dialog, asks: undefined, textHash: undefined, shapeHash: undefined },
      (key: string, value: unknown) => {
        if (shapeless.has(key)) return undefined
        if (value instanceof Map) return [...(value as ReadonlyMap<string, unknown>)]
        return isTexts(value) ? value.id : value
      },
    ),
  )

const isTexts = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'byKey' in value && 'id' in value

export const hashTexts = ({ entries }: TextTable): string =>
  hash(JSON.stringify([...entries].map(([id, { texts }]) => [id, [...texts.byKey].sort()])))

export const hashFiles = (files: readonly { readonly path: string; readonly text: string }[]): string =>
  hash(JSON.stringify(files.map(({ path, text }) => [path, text]).sort()))

/** A dialog that others' steps were put into, with fingerprints that cover those too. */
export const hashLinked = (dialog: Dialog, called: readonly Dialog[]): Dialog => ({
  ...dialog,
  shapeHash: hashShape(dialog),
  textHash: hash(JSON.stringify([dialog.textHash, ...called.map(({ textHash }) => textHash)])),
})
