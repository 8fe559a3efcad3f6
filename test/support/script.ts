// The command line tools as people run them, but built: from TypeScript one takes three times as long to start.
import { spawnSync } from 'node:child_process'
import type { Tool } from '../../scripts/command/terminal'
import { childArguments } from './child'
import { projectRoot } from './project-root'

/** What `node` is told in order to run `scripts/<name>.ts` with these words. */
export const scriptArguments = (name: string, ...words: readonly string[]): readonly string[] =>
  childArguments('script-child', name, ...words)

export interface ScriptResult {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs one to its end. @param variables of the environment, beside the present ones */
export function runScript(
  name: string,
  words: readonly string[],
  { input, variables }: { readonly input?: string; readonly variables?: NodeJS.ProcessEnv } = {},
): ScriptResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, scriptArguments(name, ...words), {
    cwd: projectRoot,
    encoding: 'utf8',
    ...(input !== undefined && { input }),
    env: { ...process.env, ...variables },
  })
  return { status, stdout, stderr }
}

/** Runs one within this process, where what it read before is known: each process would read all that is shipped anew. */
export async function runTool(tool: Tool, words: readonly string[]): Promise<ScriptResult> {
  const said = { stdout: '', stderr: '' }
  const status = await tool(words, {
    say: (text) => {
      said.stdout += `${text}\n`
    },
    complain: (text) => {
      said.stderr += `${text}\n`
    },
  })
  return { status, ...said }
}
