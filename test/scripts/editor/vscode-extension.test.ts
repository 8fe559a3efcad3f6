import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(__dirname, '../../..')

/** As much of VS Code as the extension asks for. */
type Provider = Readonly<Record<string, (document: object, at: object) => Promise<unknown>>>
const providers: Provider[] = []
const told: { uri: string; found: readonly { code: string; message: string }[] }[] = []
let onTold: () => void = () => undefined
const keep = (_: unknown, provider: Provider) => {
  providers.push(provider)
  return { dispose: () => undefined }
}
const never = () => ({ dispose: () => undefined })

const file = join(root, 'dialogs/felanmalan.yaml')
const text = readFileSync(file, 'utf8').replace('only if: kind is other', 'only if: kind is othr')
const document = { uri: { toString: () => pathToFileURL(file).href }, version: 1, getText: () => text }

const editor = {
  Range: class {
    constructor(
      readonly startLine: number,
      readonly startColumn: number,
    ) {}
  },
  Diagnostic: class {
    constructor(
      readonly range: unknown,
      readonly message: string,
      readonly severity: number,
    ) {}
  },
  CompletionItem: class {
    constructor(readonly label: string) {}
  },
  MarkdownString: class {
    constructor(readonly value: string) {}
  },
  Hover: class {
    constructor(readonly contents: { readonly value: string }) {}
  },
  Location: class {
    constructor(
      readonly uri: string,
      readonly range: { readonly startLine: number },
    ) {}
  },
  CodeAction: class {
    constructor(readonly title: string) {}
  },
  CodeActionKind: { QuickFix: 'quickfix' },
  WorkspaceEdit: class {
    readonly edits: unknown[] = []
    replace(...edit: readonly unknown[]) {
      this.edits.push(edit)
    }
  },
  Uri: { parse: (uri: string) => uri },
  languages: {
    match: () => 10,
    registerCompletionItemProvider: keep,
    registerHoverProvider: keep,
    registerDefinitionProvider: keep,
    registerCodeActionsProvider: keep,
    createDiagnosticCollection: () => ({
      set: (uri: string, found: readonly { code: string; message: string }[]) => {
        told.push({ uri, found })
        onTold()
      },
    }),
  },
  workspace: {
    workspaceFolders: [{ uri: { toString: () => pathToFileURL(root).href }, name: 'staden' }],
    textDocuments: [document],
    onDidOpenTextDocument: never,
    onDidChangeTextDocument: never,
    onDidSaveTextDocument: never,
    onDidCloseTextDocument: never,
  },
}
jest.mock('vscode', () => editor, { virtual: true })

interface Extension {
  activate(context: { readonly subscriptions: unknown[] }): Promise<void>
  deactivate(): void
}

beforeAll(() => {
  const code = "import('./scripts/build.mjs').then(({ buildDialogServer }) => buildDialogServer())"
  expect(spawnSync(process.execPath, ['-e', code], { cwd: root, stdio: 'inherit' }).status).toBe(0)
})

test('joins VS Code to the built server: findings, fixes, completion, explanations, definitions', async () => {
  const extension = jest.requireActual<Extension>('../../../scripts/editor/vscode/extension.cjs')
  await extension.activate({ subscriptions: [] })
  try {
    await new Promise<void>((resolve) => {
      onTold = () => {
        if (told.some(({ found }) => found.some(({ code }) => code === 'D040'))) resolve()
      }
    })
    const line = text.split('\n').findIndex((one) => one.includes('kind is othr'))
    const here = { line, character: text.split('\n')[line]!.indexOf('kind') + 1 }
    const ask = (name: string, at: object) =>
      providers.find((provider) => name in provider)![name]!(document, at)
    expect(await ask('provideHover', here)).toMatchObject({
      contents: { value: expect.stringContaining('Vad gäller felet?') as string },
    })
    const place = (await ask('provideDefinition', here)) as { readonly range: { readonly startLine: number } }
    expect(text.split('\n')[place.range.startLine]).toContain('ask: kind')
    const after = { line, character: here.character + 'ind is '.length }
    expect(await ask('provideCompletionItems', after)).toContainEqual(
      expect.objectContaining({ label: 'pothole', insertText: 'pothole' }),
    )
    const fixes = (await ask('provideCodeActions', { start: after, end: after })) as readonly {
      readonly edit: { readonly edits: readonly (readonly unknown[])[] }
    }[]
    expect(fixes[0]?.edit.edits[0]?.[2]).toBe('other')
  } finally {
    extension.deactivate()
  }
})
