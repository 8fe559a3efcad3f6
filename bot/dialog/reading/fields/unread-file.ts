// D064: what lies among the dialogs or articles and is not read: a file whose name ends in another way, or a folder.
import { words } from '../../model/finding'
import type { Report } from './report'

export const nameOf = (file: string): string => file.replace(/^.*\//, '')

export const isDialogFile = (path: string): boolean => /\.ya?ml$/.test(path)

/** D064: an editor has put another ending on the name, or it does not belong here. @param path of a folder with a slash at its end */
export function reportUnread(path: string, report: Report): void {
  const place = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 }
  report.fault('D064', place, path.endsWith('/') ? folderWords(path) : fileWords(path))
}

function fileWords(path: string) {
  const name = nameOf(path)
  const ending = path.startsWith('knowledge/') ? '.md' : '.yaml'
  const stem = name.replace(/\.(?:ya?ml|md)\b.*$|\.[^.]*$/i, '')
  return words(
    `${name} läses inte: namnet ska sluta på ${ending}`,
    `${name} is not read: the name shall end with ${ending}`,
    `Döp om filen till ${stem}${ending}, eller flytta den härifrån.`,
    `Rename the file to ${stem}${ending}, or move it away from here.`,
  )
}

function folderWords(path: string) {
  const [parent = '', name = ''] = path.split('/')
  return words(
    `Inget i mappen ${name} läses: bara filer direkt i ${parent} läses`,
    `Nothing in the folder ${name} is read: only files directly in ${parent} are`,
    `Flytta filerna till ${parent}, eller flytta mappen härifrån.`,
    `Move its files into ${parent}, or move the folder away from here.`,
  )
}
