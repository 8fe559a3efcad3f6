// Joins VS Code to the language server of the dialogs: starts it, tells it what is typed, and hands its answers on.
const { spawn } = require('node:child_process')
const { join } = require('node:path')
const vscode = require('vscode')
const {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} = require('vscode-languageserver/node')

const root = join(__dirname, '..', '..', '..')
const selector = { language: 'yaml', pattern: '**/dialogs/*.yaml' }
const isDialog = (document) => vscode.languages.match(selector, document) > 0

const toRange = ({ start, end }) => new vscode.Range(start.line, start.character, end.line, end.character)
const toPosition = ({ line, character }) => ({ line, character })
const fromRange = ({ start, end }) => ({ start: toPosition(start), end: toPosition(end) })
const named = (document) => ({ uri: document.uri.toString() })
const at = (document, position) => ({ textDocument: named(document), position: toPosition(position) })

function toDiagnostic({ range, message, severity, code, source }) {
  const diagnostic = new vscode.Diagnostic(toRange(range), message, severity - 1)
  return Object.assign(diagnostic, { code, source })
}

function toItem({ label, kind, detail, documentation, textEdit }) {
  const item = new vscode.CompletionItem(label, kind - 1)
  return Object.assign(item, {
    detail,
    documentation: documentation && new vscode.MarkdownString(documentation.value),
    insertText: textEdit.newText,
    range: toRange(textEdit.range),
  })
}

function toFix({ title, edit, diagnostics, isPreferred }) {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix)
  fix.edit = new vscode.WorkspaceEdit()
  for (const [uri, edits] of Object.entries(edit.changes))
    for (const { range, newText } of edits) fix.edit.replace(vscode.Uri.parse(uri), toRange(range), newText)
  return Object.assign(fix, { isPreferred, diagnostics: diagnostics.map(toDiagnostic) })
}

function register(connection) {
  const ask = (method, parameters) => connection.sendRequest(`textDocument/${method}`, parameters)
  return [
    vscode.languages.registerCompletionItemProvider(
      selector,
      {
        provideCompletionItems: async (document, position) =>
          (await ask('completion', at(document, position))).map(toItem),
      },
      ' ',
      '{',
      ':',
    ),
    vscode.languages.registerHoverProvider(selector, {
      provideHover: async (document, position) => {
        const hover = await ask('hover', at(document, position))
        return hover && new vscode.Hover(new vscode.MarkdownString(hover.contents.value))
      },
    }),
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition: async (document, position) => {
        const place = await ask('definition', at(document, position))
        return place && new vscode.Location(vscode.Uri.parse(place.uri), toRange(place.range))
      },
    }),
    vscode.languages.registerCodeActionsProvider(selector, {
      provideCodeActions: async (document, range) => {
        const parameters = {
          textDocument: named(document),
          range: fromRange(range),
          context: { diagnostics: [] },
        }
        return (await ask('codeAction', parameters)).map(toFix)
      },
    }),
  ]
}

function follow(connection) {
  const tell = (method, parameters) => void connection.sendNotification(`textDocument/${method}`, parameters)
  const open = (document) =>
    isDialog(document) &&
    tell('didOpen', {
      textDocument: {
        ...named(document),
        languageId: 'yaml',
        version: document.version,
        text: document.getText(),
      },
    })
  vscode.workspace.textDocuments.forEach(open)
  return [
    vscode.workspace.onDidOpenTextDocument(open),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isDialog(document) || contentChanges.length === 0) return
      tell('didChange', {
        textDocument: { ...named(document), version: document.version },
        contentChanges: [{ text: document.getText() }],
      })
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (isDialog(document)) tell('didSave', { textDocument: named(document) })
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (isDialog(document)) tell('didClose', { textDocument: named(document) })
    }),
  ]
}

let server

exports.activate = async (context) => {
  server = spawn('node', [join(root, 'dist', 'dialog-server.js')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const findings = vscode.languages.createDiagnosticCollection('dygnet')
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) =>
    findings.set(vscode.Uri.parse(uri), diagnostics.map(toDiagnostic)),
  )
  connection.listen()
  const folders = vscode.workspace.workspaceFolders ?? []
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: folders.map(({ uri, name }) => ({ uri: uri.toString(), name })),
  })
  await connection.sendNotification('initialized', {})
  context.subscriptions.push(findings, ...register(connection), ...follow(connection))
}

exports.deactivate = () => server?.kill()
