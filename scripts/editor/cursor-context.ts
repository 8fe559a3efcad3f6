// What the cursor is on: the names on the way in, and whether a name or a value is being written.
import { flowPosition } from './flow-position'
import { mapAround, readLine, type YamlLine } from './yaml-lines'

export interface Level {
  readonly key: string
  /** What else stands in the same map: for a property of a step, the step. */
  readonly entries: ReadonlyMap<string, string>
}

export interface CursorContext {
  /** Outermost first. For a value the last one is its own key. */
  readonly levels: readonly Level[]
  readonly at: 'key' | 'value'
  /** Key or value, up to the cursor. */
  readonly typed: string
  /** Of the map that a key is being written into. */
  readonly entries: ReadonlyMap<string, string>
  /** Of the document. */
  readonly root: ReadonlyMap<string, string>
}

/** `line` and `column` count from 0, in UTF-16 code units, as editors send them. */
export function contextAt(text: string, line: number, column: number): CursorContext {
  const texts = text.split(/\r?\n/)
  const lines = texts.map(readLine)
  const own = lines[line] ?? readLine('')
  const before = (texts[line] ?? '').slice(0, column)
  const indent = own.isBlank ? column : own.indent
  if (own.key !== undefined && column >= own.valueAt) {
    const { levels, root } = climb(lines, line, own.indent)
    return inValue(levels, root, before.slice(own.valueAt))
  }
  const map = mapAround(lines, line, indent)
  const parent = map.parent === undefined ? undefined : lines[map.parent]
  if (parent !== undefined && map.parent !== undefined && isContinued(parent, own)) {
    const { levels, root } = climb(lines, map.parent, parent.indent)
    const between = texts.slice(map.parent + 1, line)
    return inValue(levels, root, [parent.value, ...between, before].join('\n'))
  }
  const { levels, root } =
    map.parent === undefined || parent === undefined
      ? { levels: [], root: map.entries }
      : climb(lines, map.parent, parent.indent)
  const typed = before.slice(own.isBlank ? column : own.indent)
  if (/^[{[]/.test(typed)) return inValue(levels, root, typed)
  return { levels, at: 'key', typed, entries: map.entries, root }
}

/** The line goes on with what its parent's line began: a long text, or a bracket. */
const isContinued = (parent: YamlLine, own: YamlLine): boolean =>
  parent.value !== '' && !parent.value.startsWith('#') && own.key === undefined

function climb(
  lines: readonly YamlLine[],
  line: number,
  indent: number,
): Pick<CursorContext, 'levels' | 'root'> {
  const { entries, parent } = mapAround(lines, line, indent)
  const own = lines[line]
  const all = new Map(entries)
  if (own?.key !== undefined) all.set(own.key, own.value)
  const level = { key: own?.key ?? '', entries: all }
  if (parent === undefined) return { levels: [level], root: all }
  const outer = climb(lines, parent, lines[parent]?.indent ?? 0)
  return { levels: [...outer.levels, level], root: outer.root }
}

function inValue(levels: readonly Level[], root: ReadonlyMap<string, string>, typed: string): CursorContext {
  const flow = /^[{[]/.test(typed) ? flowPosition(typed) : undefined
  if (flow === undefined) return { levels, at: 'value', typed, entries: new Map(), root }
  return { ...flow, levels: [...levels, ...flow.levels], root }
}
