// Checks what staff saved beside the process that answers residents, so that it makes nobody wait.
import { join } from 'node:path'
import { KeptChild } from '../child-process/kept-child'
import { minuteMs } from '../contracts/basics/durations'
import type { CheckOptions } from './checked-before'
import type { CheckedContent } from './content'
import type { ContentFiles } from './content-files'

export interface CheckingOrder extends CheckOptions {
  readonly files: ContentFiles
}

/** Whoever saves once saves again soon: by then all that did not change is known, and the checks take a tenth of the time. */
const usualKeptMs = 10 * minuteMs

export const checkingChild = (keptMs = usualKeptMs): KeptChild<CheckingOrder, CheckedContent> =>
  new KeptChild(join(__dirname, 'checking-child'), keptMs)
