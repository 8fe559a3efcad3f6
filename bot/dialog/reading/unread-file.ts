// D064: a file that lies among the dialogs or articles and is not read, for its name ends in another way.
import { words } from '../finding'
import type { Report } from './report'

export const nameOf = (file: string): string => file.replace(/^.*\//, '')

export const isDialogFile = (path: string): boolean => /\.ya?ml$/.test(path)

/** D064: an editor has put another ending on the name, or the file does not belong here. */
export function reportUnread(path: string, report: Report): void {
  const name = nameOf(path)
  const ending = path.startsWith('knowledge/') ? '.md' : '.yaml'
  const stem = name.replace(/\.(?:ya?ml|md)\b.*$|\.[^.]*$/i, '')
  report.fault(
    'D064',
    { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 },
    words(
      `${name} läses inte: namnet ska sluta på ${ending}`,
      `${name} is not read: the name shall end with ${ending}`,
      `Döp om filen till ${stem}${ending}, eller flytta den härifrån.`,
      `Rename the file to ${stem}${ending}, or move it away from here.`,
    ),
  )
}
