// Fetches what pictures, documents and maps need, when a question first takes them.
import type { Takes } from '../line/activity'
import type { Answer } from '../line/direct-line'
import { createScriptFetch } from '../dom/fetch-script'
import type { Words } from '../texts/words'

type Received = Answer<{ readonly id?: string }>

/** Files of one message, as long as the page lives that they were chosen on. */
export interface FilesToSend {
  /** Said when they are gone before they were sent. */
  readonly lost: string
  readonly pictures: readonly Node[]
  /** @param tell gets how far they have come, in words */
  readonly post: (activity: object, tell: (said: string) => void) => Promise<Received>
}

export interface FileWorld {
  /** Has a place for the button. */
  readonly composer: { readonly files: HTMLElement; readonly focus: () => void }
  readonly words: Words
  /** Of the server, as far as it is known. */
  readonly config: () => { readonly maxFileBytes?: number }
  readonly session: {
    readonly send: (text: string) => void
    readonly sendFiles: (text: string, files: FilesToSend) => void
    /** Runs a call with an address and a token that hold. */
    readonly upload: (call: (address: string, token: string) => Promise<Received>) => Promise<Received>
  }
}

export interface Tools<Taken> {
  /** Undefined when the question that waits takes words alone. */
  readonly offer: (takes: Taken | undefined) => void
}

export type FileTools = Tools<Takes>

interface FilesScript {
  readonly createFileTools: (world: FileWorld) => FileTools
}

/** @param base address of the chat server, with a slash at the end. */
export function createFileOffer(base: string, world: FileWorld): FileTools {
  const fetchScript = createScriptFetch<FilesScript>(`${base}files.js`)
  let tools: Promise<FileTools> | undefined
  return {
    offer(takes) {
      if (!takes && !tools) return
      tools ??= fetchScript().then((script) => script.createFileTools(world))
      // Not to be had just now: the next question tries again, and this one can be answered otherwise.
      tools.then(
        (ready) => ready.offer(takes),
        () => (tools = undefined),
      )
    },
  }
}
