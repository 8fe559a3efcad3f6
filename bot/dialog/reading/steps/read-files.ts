// Reads what belongs to a question for pictures or documents: how many may be sent.
import { entryOf, valueOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import type { AskStep } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { optionalText, reportUnusable } from '../fields/read-fields'
import { takesFiles } from '../fields/types'

const most = 10

/** D005 for a `max` that is no number of files, and for a `default`: nobody can send one beforehand. */
export function readFiles(
  step: YamlMap,
  types: readonly string[],
  { report }: DialogReading,
): Pick<AskStep, 'files'> {
  if (!takesFiles(types)) return {}
  const stray = entryOf(step, 'default')
  if (stray !== undefined)
    reportUnusable(
      report,
      stray.key,
      '"default" kan inte stå vid en bild eller fil',
      '"default" cannot stand with a picture or file',
      'Ta bort raden.',
      'Remove the line.',
    )
  const max = valueOf(step, 'max') === undefined ? undefined : optionalText(step, 'max', report)
  const number = max === undefined ? 1 : /^\d{1,2}$/.test(max.text) ? Number(max.text) : 0
  if (number >= 1 && number <= most) return { files: { max: number } }
  if (max !== undefined)
    reportUnusable(
      report,
      max,
      `"max" ska vara ett tal från 1 till ${most}`,
      `"max" must be a number from 1 to ${most}`,
    )
  return { files: { max: 1 } }
}

/** D005 for `photo or text`: what is sent and what is written are answers to two questions. */
export function checkAlone(parts: readonly string[], type: YamlScalar, { report }: DialogReading): void {
  if (parts.length < 2 || !takesFiles(parts)) return
  reportUnusable(
    report,
    type,
    'en bild eller fil kan inte vara ett svar av annat slag också',
    'a picture or file cannot be an answer of another type too',
    'Ställ två frågor. type: file tar emot både bilder och pdf-filer.',
    'Ask two questions. type: file takes both pictures and PDF files.',
  )
}
