// The notation of a phrase, read into a tree. It is described in phrase-table.ts.
import { readWords } from '../text/normalise'
import { foldWord } from './read-tokens'

export type PatternNode =
  /** One word of these; `skog*` and `*brand` keep their star, and the end of a clause stands among them as `clauseEnd`. */
  | { readonly kind: 'word'; readonly words: readonly string[] }
  /** Any `most` words or fewer. */
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'one-of'; readonly choices: readonly PatternNode[] }
  | { readonly kind: 'optional'; readonly part: PatternNode }

export interface Pattern {
  readonly tree: PatternNode
  readonly fromClauseStart: boolean
  /** Whether an errand in the text outweighs it. */
  readonly isWeak: boolean
  /** Whether what follows in the clause belongs to it. */
  readonly takesRest: boolean
}

/** Name → what stands for it. */
export type WordSets = ReadonlyMap<string, PatternNode>

const gaps: ReadonlyMap<string, number> = new Map([
  ['.', 1],
  ['..', 3],
])
const piece = /[()|]\??|[^\s()|]+/g

/** No word is written so. */
export const clauseEnd = '$'

const plainWord = /^[a-z0-9]+$/
/** Most words of the tables; nothing in them needs more than its dots taken off. */
const latinWord = /^[a-z0-9ß-öø-ÿ]+$/

/** As texts are read, so that a phrase may be written with its dots, accents and apostrophes. */
export function foldPatternWord(written: string): string {
  if (plainWord.test(written) || written === clauseEnd) return written
  const known = folded.get(written)
  if (known !== undefined) return known
  const word = fold(written)
  folded.set(written, word)
  return word
}

/** The tables have most words many times, and folding each anew costs a quarter of the time that reading them takes. */
const folded = new Map<string, string>()

function fold(written: string): string {
  if (latinWord.test(written)) return foldWord(written)
  const star = { before: written.startsWith('*') ? '*' : '', after: written.endsWith('*') ? '*' : '' }
  return star.before + readWords(written).map(foldWord).join('') + star.after
}

/** @throws Error for a bracket left open or a name that `sets` lacks: a fault of the table, found by any test. */
export function parsePattern(written: string, sets: WordSets): Pattern {
  const pieces = written.match(piece) ?? []
  const fromClauseStart = pieces[0] === '^'
  const takesRest = pieces.at(-1) === '...'
  const isWeak = pieces.at(-1) === '~'
  const inner = pieces.slice(fromClauseStart ? 1 : 0, takesRest || isWeak ? -1 : undefined)
  const reader = new PatternReader(inner, sets, written)
  return { tree: reader.readAll(), fromClauseStart, isWeak, takesRest }
}

/** Single words are one place together; named ones stay as they are, for many phrases share them. */
function oneOf(choices: readonly PatternNode[]): PatternNode {
  const [only] = choices
  if (choices.length === 1 && only !== undefined) return only
  const flat = choices.flatMap((choice) => (choice.kind === 'one-of' ? choice.choices : [choice]))
  const isSingle = (node: PatternNode): boolean => node.kind === 'word' && node.words.length === 1
  const words = flat.flatMap((node) => (node.kind === 'word' && isSingle(node) ? node.words : []))
  const others = flat.filter((node) => !isSingle(node))
  const all: readonly PatternNode[] = words.length === 0 ? others : [{ kind: 'word', words }, ...others]
  return all.length === 1 && all[0] !== undefined ? all[0] : { kind: 'one-of', choices: all }
}

function oneAfterAnother(words: readonly string[]): PatternNode {
  const parts = words.map((word): PatternNode => ({ kind: 'word', words: [word] }))
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'sequence', parts }
}

/** Name → words, of which `min_man` is two, and `<name>` those of one listed before. */
export function readWordSets(written: Readonly<Record<string, string>>): WordSets {
  const sets = new Map<string, PatternNode>()
  for (const [name, list] of Object.entries(written)) {
    sets.set(name, parsePattern(list.trim().replace(/\s+/g, '|'), sets).tree)
  }
  return sets
}

class PatternReader {
  private at = 0

  constructor(
    private readonly pieces: readonly string[],
    private readonly sets: WordSets,
    private readonly written: string,
  ) {}

  readAll(): PatternNode {
    const tree = this.readChoices()
    if (this.at < this.pieces.length) throw this.fault('a bracket is closed that was not opened')
    return tree
  }

  private readChoices(): PatternNode {
    const choices = [this.readSequence()]
    while (this.pieces[this.at] === '|') {
      this.at += 1
      choices.push(this.readSequence())
    }
    return oneOf(choices)
  }

  private readSequence(): PatternNode {
    const parts: PatternNode[] = []
    for (let next = this.pieces[this.at]; next !== undefined && !/^[|)]/.test(next);) {
      parts.push(this.readPart(next))
      next = this.pieces[this.at]
    }
    const [only] = parts
    if (only === undefined) throw this.fault('an alternative is empty')
    return parts.length === 1 ? only : { kind: 'sequence', parts }
  }

  private readPart(first: string): PatternNode {
    this.at += 1
    if (first === '(') return this.readBracket()
    const most = gaps.get(first)
    if (most !== undefined) return { kind: 'gap', most }
    const isOptional = first.endsWith('?')
    const node = this.readWord(isOptional ? first.slice(0, -1) : first)
    return isOptional ? { kind: 'optional', part: node } : node
  }

  private readBracket(): PatternNode {
    const part = this.readChoices()
    const end = this.pieces[this.at]
    this.at += 1
    if (end === ')?') return { kind: 'optional', part }
    if (end !== ')') throw this.fault('a bracket is left open')
    return part
  }

  private readWord(written: string): PatternNode {
    const name = /^<(.+)>$/.exec(written)?.[1]
    if (name === undefined) return oneAfterAnother(written.split('_').map(foldPatternWord))
    const node = this.sets.get(name)
    if (node === undefined) throw this.fault(`there are no words named ${name}`)
    return node
  }

  private fault(what: string): Error {
    return new Error(`phrase "${this.written}": ${what}`)
  }
}
