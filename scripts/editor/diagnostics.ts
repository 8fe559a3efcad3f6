// Findings as editors show them, and their mends as quick fixes.
import {
  CodeActionKind,
  DiagnosticSeverity,
  type CodeAction,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding, Place } from '../../bot/contracts/basics/finding'

/** Lines and columns count from 1 in findings, from 0 in editors. */
export const toRange = ({ line, column, endLine, endColumn }: Place): Range => ({
  start: { line: line - 1, character: column - 1 },
  end: { line: endLine - 1, character: endColumn - 1 },
})

export const toDiagnostic = ({ code, severity, place, message, hint }: Finding): Diagnostic => ({
  code,
  source: 'dygnet',
  severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
  range: toRange(place),
  message: hint === undefined ? message.sv : `${message.sv}. ${hint.sv}`,
})

/** A quick fix for each finding in the range that has a mend. */
export const mendsFor = (
  findings: readonly Finding[],
  document: TextDocument,
  range: Range,
): readonly CodeAction[] =>
  findings.flatMap((finding) => {
    const { fix, place } = finding
    if (fix === undefined || !overlaps(toRange(place), range)) return []
    const at = { start: document.positionAt(fix.start), end: document.positionAt(fix.end) }
    return [
      {
        title: fix.text.trim() === '' ? 'Ta bort' : `Skriv ${shortened(fix.text)}`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(finding)],
        isPreferred: true,
        edit: { changes: { [document.uri]: [{ range: at, newText: fix.text }] } },
      },
    ]
  })

const shownLength = 40
const shortened = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  return line.length <= shownLength ? line : `${line.slice(0, shownLength)}…`
}

function overlaps(a: Range, b: Range): boolean {
  const isBefore = (one: Range, other: Range): boolean =>
    one.end.line < other.start.line ||
    (one.end.line === other.start.line && one.end.character < other.start.character)
  return !isBefore(a, b) && !isBefore(b, a)
}
