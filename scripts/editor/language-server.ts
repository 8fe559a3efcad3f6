// The Language Server of the dialog language: findings, mends, completion, definitions and explanations for any editor.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  CompletionItemKind,
  DidChangeWatchedFilesNotification,
  MarkupKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { completionsAt, type Offer } from './completions'
import { openWorkspace, type CheckedContent, type Workspace } from './content-workspace'
import { contextAt, type CursorContext } from './cursor-context'
import { definitionOf, wordAt, type Question } from './definitions'
import { mendsFor, toDiagnostic, toRange } from './diagnostics'
import { hoverOf } from './hovers'

/** Pause after a keystroke before everything is checked again, milliseconds: longer than between two of them. */
const checkPause = 150

const kinds: Readonly<Record<Offer['kind'], CompletionItemKind>> = {
  word: CompletionItemKind.Keyword,
  name: CompletionItemKind.Variable,
  code: CompletionItemKind.EnumMember,
  action: CompletionItemKind.Function,
  topic: CompletionItemKind.Reference,
}

/** The content of one editor window. Everything is checked anew after a change: names cross files. */
class ContentSession {
  private timer: NodeJS.Timeout | undefined
  private checkedNow: CheckedContent | undefined
  private shown = new Map<string, string>()

  constructor(
    private readonly connection: Connection,
    readonly workspace: Workspace,
  ) {}

  /** With every change so far in it. */
  get checked(): CheckedContent {
    this.checkedNow ??= this.workspace.check()
    return this.checkedNow
  }

  /** Checks soon, and tells the editor what is new. */
  changed(): void {
    this.checkedNow = undefined
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.publish(), checkPause)
  }

  async publish(): Promise<void> {
    const { findings } = this.checked
    for (const file of new Set([...findings.keys(), ...this.shown.keys()])) {
      const diagnostics = (findings.get(file) ?? []).map(toDiagnostic)
      const text = JSON.stringify(diagnostics)
      if ((this.shown.get(file) ?? '[]') === text) continue
      this.shown.set(file, text)
      await this.connection.sendDiagnostics({ uri: this.uriOf(file), diagnostics })
    }
  }

  uriOf(file: string): string {
    return pathToFileURL(this.workspace.pathOf(file)).href
  }

  stop(): void {
    clearTimeout(this.timer)
  }
}

/** Serves one editor over a connection; `listen` has not been called yet. */
export function serveLanguage(connection: Connection): void {
  const documents = new TextDocuments(TextDocument)
  let folders: readonly string[] = []
  let canWatch = false
  let session: Promise<ContentSession> | undefined

  const sessionFor = (uri: string): Promise<ContentSession> => {
    session ??= openWorkspace(rootFor(uri, folders)).then(
      (workspace) => new ContentSession(connection, workspace),
    )
    return session
  }
  connection.onInitialize((parameters) => {
    folders = foldersOf(parameters)
    canWatch = parameters.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
    return abilities
  })
  connection.onInitialized(() => {
    if (canWatch) {
      const watchers = [{ globPattern: '**/dialogs/*.yaml' }, { globPattern: '**/knowledge/*.md' }]
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    }
  })
  const take = async (document: TextDocument, text: string | undefined) => {
    const { workspace, ...rest } = await withName(document.uri)
    if (rest.name === undefined) return
    workspace.setBuffer(rest.name, text)
    rest.session.changed()
  }
  const withName = async (uri: string) => {
    const opened = await sessionFor(uri)
    return { session: opened, workspace: opened.workspace, name: opened.workspace.nameOf(fileURLToPath(uri)) }
  }
  const reread = async () => {
    const opened = await session
    await opened?.workspace.refresh()
    opened?.changed()
  }
  documents.onDidChangeContent(({ document }) => void take(document, document.getText()))
  documents.onDidClose(({ document }) => void take(document, undefined))
  documents.onDidSave(() => void reread())
  connection.onDidChangeWatchedFiles(() => void reread())
  connection.onShutdown(async () => (await session)?.stop())
  answerQuestions(connection, documents, withName)
  documents.listen(connection)
}

const abilities: InitializeResult = {
  serverInfo: { name: 'dygnet-dialogs' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    completionProvider: { triggerCharacters: [' ', '{', ':'] },
    hoverProvider: true,
    definitionProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix'] },
  },
}

const foldersOf = ({ workspaceFolders }: InitializeParams): readonly string[] =>
  (workspaceFolders ?? []).map(({ uri }) => fileURLToPath(uri))

/** The folder with `dialogs/` in it: one that the editor has opened, or the one around the file. */
const rootFor = (uri: string, folders: readonly string[]): string =>
  folders.find((folder) => existsSync(join(folder, 'dialogs'))) ?? dirname(dirname(fileURLToPath(uri)))

type WithName = (uri: string) => Promise<{
  readonly session: ContentSession
  readonly workspace: Workspace
  readonly name: string | undefined
}>

interface Asked extends Question {
  readonly session: ContentSession
  readonly start: number
}

function answerQuestions(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  withName: WithName,
): void {
  const asked = async ({
    textDocument,
    position,
  }: TextDocumentPositionParams): Promise<Asked | undefined> => {
    const document = documents.get(textDocument.uri)
    const { session, workspace, name } = await withName(textDocument.uri)
    if (document === undefined || name?.startsWith('dialogs/') !== true) return undefined
    const text = document.getText()
    workspace.setBuffer(name, text)
    const { word, start } = wordAt(text.split(/\r?\n/)[position.line] ?? '', position.character)
    const { checked } = session
    return {
      session,
      file: name,
      word,
      start,
      context: contextAt(text, position.line, position.character),
      checked,
      textOf: (file) => workspace.textOf(file),
    }
  }
  connection.onCompletion(async (parameters) => {
    const question = await asked(parameters)
    if (question === undefined) return []
    const { file, context, checked } = question
    return completionsAt(file, context, checked).map((offer) => toItem(offer, context, parameters.position))
  })
  connection.onHover(async (parameters) => {
    const question = await asked(parameters)
    const value = question === undefined ? undefined : hoverOf(question)
    return value === undefined ? null : { contents: { kind: MarkupKind.Markdown, value } }
  })
  connection.onDefinition(async (parameters) => {
    const question = await asked(parameters)
    const place = question === undefined ? undefined : definitionOf(question)
    if (question === undefined || place === undefined) return null
    return { uri: question.session.uriOf(place.file), range: toRange(place) }
  })
  connection.onCodeAction(async ({ textDocument, range }) => {
    const document = documents.get(textDocument.uri)
    const { session, name } = await withName(textDocument.uri)
    if (document === undefined || name === undefined) return []
    return [...mendsFor(session.checked.findings.get(name) ?? [], document, range)]
  })
}

function toItem(offer: Offer, { typed }: CursorContext, position: TextDocumentPositionParams['position']) {
  const written = /[\p{L}\d_.:-]*$/u.exec(typed)?.[0].length ?? 0
  const start = { line: position.line, character: position.character - written }
  return {
    label: offer.label,
    kind: kinds[offer.kind],
    textEdit: { range: { start, end: position }, newText: offer.insert ?? offer.label },
    ...(offer.detail !== undefined && { detail: offer.detail }),
    ...(offer.help !== undefined && { documentation: { kind: MarkupKind.Markdown, value: offer.help } }),
  }
}
