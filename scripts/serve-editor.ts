// Serves editors over stdio: the Language Server Protocol, as any editor speaks it.
import { createConnection } from 'vscode-languageserver/node'
import { serveLanguage } from './editor/language-server'

const connection = createConnection(process.stdin, process.stdout)
serveLanguage(connection)
connection.listen()
