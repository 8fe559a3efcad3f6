// Where a command line tool says things, and how it ends: apart from the tool, so that it can be run without a process of its own.

export interface Terminal {
  /** One or more lines, without the last line's end. */
  readonly say: (text: string) => void
  readonly complain: (text: string) => void
}

/** Told its words, resolves with its exit code. */
export type Tool = (words: readonly string[], terminal: Terminal) => Promise<number>

/** Ends a tool from anywhere inside it, with a last text. */
export class LeftEarly extends Error {
  constructor(
    readonly text: string,
    readonly exitCode: number,
  ) {
    super(text)
  }
}

/** @throws LeftEarly always; the text is said when the code is 0, else complained of. */
export function leave(text: string, exitCode: number): never {
  throw new LeftEarly(text, exitCode)
}

/** A tool that may leave from inside. */
export const leavingEarly =
  (tool: Tool): Tool =>
  async (words, terminal) => {
    try {
      return await tool(words, terminal)
    } catch (error) {
      if (!(error instanceof LeftEarly)) throw error
      terminal[error.exitCode === 0 ? 'say' : 'complain'](error.text)
      return error.exitCode
    }
  }

/** Ends this process in silence when nobody reads on: who reads the beginning only (`| head`) has seen enough. */
export function leaveWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

/** As the process that this is. */
export async function runInTerminal(tool: Tool): Promise<void> {
  leaveWithReader()
  process.exitCode = await tool(process.argv.slice(2), {
    say: (text) => {
      console.log(text)
    },
    complain: (text) => {
      console.error(text)
    },
  })
}
