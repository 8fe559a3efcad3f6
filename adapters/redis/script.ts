// A Lua script: it runs in Redis as one step that nothing else comes between.
import { createHash } from 'node:crypto'

export interface Script {
  readonly lua: string
  /** Under which Redis keeps it. */
  readonly sha: string
}

export const defineScript = (lua: string): Script => ({
  lua,
  sha: createHash('sha1').update(lua).digest('hex'),
})
