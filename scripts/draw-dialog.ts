// Draws a dialog: Mermaid text, or a picture of its own.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { checkContent } from '../bot/content'
import { toLocalTime } from '../bot/hours/local-time'
import { findContent } from './content-files'
import { dialogGraph } from './graph/dialog-graph'
import { toMermaid } from './graph/mermaid'
import { toSvg } from './graph/svg'
import { projectRoot } from './project-root'

const usage = `Usage: npm run dialogs:graph -- <dialog> [--svg file] [--mermaid]

Draws a dialog of dialogs/, with its faults if it has any.

  --mermaid  as Mermaid text on standard output; also what comes without options
  --svg      as a picture into the file; - for standard output`

function leave(text: string, exitCode: number): never {
  ;(exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`)
  process.exit(exitCode)
}

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { svg: { type: 'string' }, mermaid: { type: 'boolean' }, help: { type: 'boolean' } },
    })
    if (values.help === true) return leave(usage, 0)
    const [id, ...others] = positionals
    if (id === undefined || others.length > 0) return leave(`one dialog at a time\n\n${usage}`, 2)
    return { id, svg: values.svg, mermaid: values.mermaid ?? values.svg === undefined }
  } catch (error) {
    return leave(`${(error as Error).message}\n\n${usage}`, 2)
  }
}

function writePicture(file: string, picture: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, picture)
  } catch (error) {
    leave(`Cannot write the picture to ${file}: ${(error as Error).message}`, 2)
  }
}

async function main(): Promise<void> {
  const { id, svg, mermaid } = readOptions()
  const files = await findContent(projectRoot, undefined)
  const { drafts } = checkContent(
    { dialogs: files.dialogs, articles: [] },
    toLocalTime(new Date(), 'Europe/Stockholm').date,
  )
  const dialog = drafts.get(id)
  if (dialog === undefined)
    return leave(
      `There is no dialog "${id}" that can be read. There are: ${[...drafts.keys()].join(', ')}`,
      2,
    )
  const graph = dialogGraph(dialog)
  if (mermaid) process.stdout.write(toMermaid(graph))
  if (svg === '-') process.stdout.write(toSvg(graph))
  else if (svg !== undefined) writePicture(svg, toSvg(graph))
}

void main()
