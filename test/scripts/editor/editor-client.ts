// An editor as the language server sees it: the real server in a process of its own, spoken to over stdio.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type Location,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node'
import { writeSmallCity } from '../../support/small-city'

const root = join(__dirname, '../../..')

export interface Editor {
  /** The text that was opened or changed last. */
  text(file: string): string
  open(file: string, text?: string): Promise<void>
  /** Replaces a piece that is there exactly once. */
  change(file: string, piece: string, by: string): Promise<void>
  close(file: string): Promise<void>
  /** The next findings of a file that satisfy the test; those already told count too. */
  findings(file: string, test: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>
  /** Lines and columns count from 0. */
  complete(file: string, line: number, column: number): Promise<readonly CompletionItem[]>
  hover(file: string, line: number, column: number): Promise<string>
  definition(file: string, line: number, column: number): Promise<Location | null>
  fixes(file: string, finding: Diagnostic): Promise<readonly CodeAction[]>
  uri(file: string): string
  stop(): Promise<void>
}

/** Starts the server on a part of what is shipped: it checks all that lies there whenever a letter changes. */
export async function openEditor(): Promise<Editor> {
  const folder = mkdtempSync(join(tmpdir(), 'editor-'))
  await writeSmallCity(folder)
  cpSync(join(root, 'knowledge', 'biblioteket.md'), join(folder, 'knowledge', 'biblioteket.md'))
  const server = spawn(process.execPath, [join(root, 'dist', 'dialog-server.js')], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const line = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const uri = (file: string) => pathToFileURL(join(folder, file)).href
  const texts = new Map<string, string>()
  const told = new Map<string, readonly Diagnostic[]>()
  const waiting = new Set<() => void>()
  let version = 0
  line.onNotification('textDocument/publishDiagnostics', (sent: PublishDiagnosticsParams) => {
    told.set(sent.uri, sent.diagnostics)
    for (const look of waiting) look()
  })
  line.listen()
  await line.sendRequest('initialize', {
    processId: process.pid,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'staden' }],
  })
  await line.sendNotification('initialized', {})
  const at = (file: string, row: number, column: number) => ({
    textDocument: { uri: uri(file) },
    position: { line: row, character: column },
  })
  return {
    uri,
    text: (file) => texts.get(uri(file)) ?? readFileSync(join(folder, file), 'utf8'),
    open: async (file, text = readFileSync(join(folder, file), 'utf8')) => {
      texts.set(uri(file), text)
      const textDocument = { uri: uri(file), languageId: 'yaml', version: (version += 1), text }
      await line.sendNotification('textDocument/didOpen', { textDocument })
    },
    change: async (file, piece, by) => {
      const before = texts.get(uri(file)) ?? ''
      const parts = before.split(piece)
      if (parts.length !== 2) throw new Error(`"${piece}" is not once in ${file}`)
      texts.set(uri(file), parts.join(by))
      const start = positionAt(before, before.indexOf(piece))
      const end = positionAt(before, before.indexOf(piece) + piece.length)
      await line.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(file), version: (version += 1) },
        contentChanges: [{ range: { start, end }, text: by }],
      })
    },
    close: async (file) => {
      texts.delete(uri(file))
      await line.sendNotification('textDocument/didClose', { textDocument: { uri: uri(file) } })
    },
    findings: (file, test) =>
      new Promise((resolve) => {
        const look = () => {
          const found = told.get(uri(file))
          if (found === undefined || !test(found)) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    complete: (file, row, column) => line.sendRequest('textDocument/completion', at(file, row, column)),
    hover: async (file, row, column) => {
      const hover: Hover | null = await line.sendRequest('textDocument/hover', at(file, row, column))
      return hover === null ? '' : (hover.contents as { value: string }).value
    },
    definition: (file, row, column) => line.sendRequest('textDocument/definition', at(file, row, column)),
    fixes: (file, { range }) =>
      line.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uri(file) },
        range,
        context: { diagnostics: [] },
      }),
    stop: async () => {
      await line.sendRequest('shutdown')
      await line.sendNotification('exit')
      await ended
      line.dispose()
      rmSync(folder, { recursive: true })
    },
  }
}

export function positionAt(
  text: string,
  offset: number,
): { readonly line: number; readonly character: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
}
