// What is wrong in the content, told when it is loaded: a dialog or article with an error is left out of the answers.
import { findingLine, type Finding } from '../contracts/basics/finding'
import type { Logger } from '../contracts/basics/logger'

/** One line for each error, with its place. Warnings are for `npm run dialogs:check`. */
export function logFaults(findings: readonly Finding[], logger: Logger): void {
  for (const finding of findings) {
    const { severity, code, place } = finding
    if (severity !== 'error') continue
    logger.error(
      { code, file: place.file, line: place.line, column: place.column },
      findingLine(finding, 'en'),
    )
  }
}
