// Checks what staff saved beside the process that answers residents, so that it makes nobody wait.
import { join } from 'node:path'
import { runInChild } from '../child-process/run-in-child'
import type { CheckOptions } from './checked-before'
import type { CheckedContent } from './content'
import type { ContentFiles } from './content-files'

export interface CheckingOrder extends CheckOptions {
  readonly files: ContentFiles
}

/** What the checks give. Rejects with what went wrong. */
export const checkInChild = async (order: CheckingOrder): Promise<CheckedContent> =>
  (await runInChild(join(__dirname, 'checking-child'), order)) as CheckedContent
