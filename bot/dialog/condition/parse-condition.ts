// Parses the word grammar of conditions by recursive descent: linear in its length, bounded in its depth.
//
//   any     = all { "or" all }                     all     = negated { "and" negated }
//   negated = "not" negated | compared             compared = sum [ comparison operand | "given" | "missing" ]
//   sum     = atom { ("+" | "-") atom }            operand  = sum | "(" sum { "," sum } ")"
//   atom    = literal | name | "(" any ")" | "given" name | "missing" name
//           | "if" "(" any "," any "," any ")" | "today" "(" ")" | "size" "(" sum ")"
import type { Finding } from '../../contracts/basics/finding'
import { looseText, type WrittenText } from '../../yaml/written-text'
import { createTokenReader, type Token } from './condition-tokens'
import type { Comparison, Expression, Span } from '../model/condition'
import {
  comparisonChain,
  ConditionFault,
  numberWithBlank,
  numberWithComma,
  tooDeep,
  tooManyTerms,
  unexpectedToken,
  unknownCall,
} from './condition-fault'
import { finding } from '../model/finding'

const maxDepth = 40
/** A sum is a tree as deep as it is long, and whoever evaluates it goes down all of it. */
const maxTerms = 1_000

export type ParsedCondition =
  | { readonly kind: 'parsed'; readonly expression: Expression }
  | { readonly kind: 'faulty'; readonly findings: readonly Finding[] }

/**
 * Parses a condition or a value. Never throws; a fault is finding D041 with its place.
 *
 * @param at where the text stands in its file; without it places count in the text alone
 */
export function parseCondition(text: string, at: WrittenText = looseText(text)): ParsedCondition {
  const parser = new ConditionParser(createTokenReader(text))
  try {
    return { kind: 'parsed', expression: parser.parseWhole() }
  } catch (error) {
    if (error instanceof ConditionFault) return faulty(at, error)
    throw error
  }
}

const faulty = (at: WrittenText, { span, words, fix }: ConditionFault): ParsedCondition => ({
  kind: 'faulty',
  findings: [
    finding('D041', at.place(span.start, span.end), words, {
      ...(fix !== undefined && { fix: at.edit(span.start, span.end, fix) }),
    }),
  ],
})

const comparisonWords = new Set(['in', 'contains', 'inside', 'has'])
const comparisonSigns = new Set(['<', '<=', '>', '>='])
/** Words that have a meaning of their own and can never be a name. */
export const reservedWords: ReadonlySet<string> = new Set([
  'is',
  'not',
  'in',
  'contains',
  'inside',
  'has',
  'given',
  'missing',
  'and',
  'or',
  'yes',
  'no',
])
class ConditionParser {
  private next: Token
  private before: Token | undefined
  /** Where the token before `next` ends. */
  private taken = 0
  private depth = 0

  constructor(private readonly read: () => Token) {
    this.next = read()
  }

  parseWhole(): Expression {
    const expression = this.parseAny()
    if (this.next.kind !== 'end') throw this.splitNumber() ?? this.unexpected()
    return expression
  }

  private take(): void {
    this.taken = this.next.end
    this.before = this.next
    this.next = this.read()
  }

  private parseAny(): Expression {
    return this.deeper(() =>
      this.parseSeries('any', 'or', () => this.parseSeries('all', 'and', this.negated)),
    )
  }

  private parseSeries(kind: 'all' | 'any', word: string, parsePart: () => Expression): Expression {
    const first = parsePart()
    const parts = [first]
    while (this.takeWord(word)) parts.push(parsePart())
    return parts.length === 1 ? first : { kind, parts, span: this.spanFrom(first.span.start) }
  }

  private readonly negated = (): Expression => {
    const { start } = this.next
    if (!this.takeWord('not')) return this.parseCompared()
    const part = this.deeper(this.negated)
    return { kind: 'not', part, span: this.spanFrom(start) }
  }

  private parseCompared(): Expression {
    const left = this.parseSum()
    const isWord = this.takeWord('is')
    const isNot = isWord && this.takeWord('not')
    const presence = this.parsePresence(left, isNot)
    if (presence !== undefined) return presence
    const comparison = isNot ? 'is not' : isWord ? 'is' : this.takeComparison()
    if (comparison === undefined) return left
    const right = this.parseOperand(comparison)
    this.refuseChain()
    return { kind: 'compare', comparison, left, right, span: this.spanFrom(left.span.start) }
  }

  /** `contact given`, `contact is missing`, `contact is not given`. */
  private parsePresence(left: Expression, negated: boolean): Expression | undefined {
    if (left.kind !== 'name') return undefined
    const isGiven = this.takeWord('given')
    if (!isGiven && !this.takeWord('missing')) return undefined
    const kind = isGiven === negated ? 'missing' : 'given'
    return { kind, name: left.name, span: this.spanFrom(left.span.start) }
  }

  private takeComparison(): Comparison | undefined {
    const token = this.next
    const known =
      (token.kind === 'word' && comparisonWords.has(token.text)) ||
      (token.kind === 'sign' && comparisonSigns.has(token.text))
    if (!known) return undefined
    this.take()
    return token.text as Comparison
  }

  /** To the right of a comparison a bare word is a choice code until the compiler knows it as a name. */
  private parseOperand(comparison: Comparison): Expression {
    const bare = comparison !== '<' && comparison !== '<=' && comparison !== '>' && comparison !== '>='
    const { start } = this.next
    if (comparison === 'in' && this.takeSign('(')) {
      const items = [toLiteral(this.parseSum())]
      while (this.takeSign(',')) items.push(toLiteral(this.parseSum()))
      this.expectSign(')')
      return { kind: 'list', items, span: this.spanFrom(start) }
    }
    const operand = this.parseSum()
    return bare ? toLiteral(operand) : operand
  }

  /** `a is b is c` has no meaning. */
  private refuseChain(): void {
    const { start, end } = this.next
    if (this.takeWord('is') || this.takeComparison() !== undefined) {
      throw comparisonChain({ start, end })
    }
  }

  private parseSum(): Expression {
    let left = this.parseAtom()
    for (let terms = 1; ; terms += 1) {
      const sign = this.takeSign('+') ? '+' : this.takeSign('-') ? '-' : undefined
      if (sign === undefined) return left
      if (terms === maxTerms) throw tooManyTerms(this.next, maxTerms)
      left = { kind: 'sum', sign, left, right: this.parseAtom(), span: this.spanFrom(left.span.start) }
    }
  }

  private parseAtom(): Expression {
    const token = this.next
    const { start, end } = token
    const span = { start, end }
    if (token.kind === 'text' || token.kind === 'number') {
      this.take()
      return { kind: 'literal', value: token.kind === 'text' ? token.text : token.value, bare: false, span }
    }
    if (token.kind === 'sign' && token.text === '-') return this.parseNegative(start)
    if (this.takeSign('(')) {
      const inner = this.parseAny()
      this.expectSign(')')
      return inner
    }
    if (token.kind !== 'word') throw this.unexpected()
    return this.parseWord(token.text, span)
  }

  private parseNegative(start: number): Expression {
    this.take()
    const number = this.next
    if (number.kind !== 'number') throw this.unexpected()
    this.take()
    return { kind: 'literal', value: -number.value, bare: false, span: this.spanFrom(start) }
  }

  private parseWord(word: string, span: Span): Expression {
    const isLiteral = word === 'yes' || word === 'no'
    const isPresence = word === 'given' || word === 'missing'
    if (reservedWords.has(word) && !isLiteral && !isPresence) throw this.unexpected()
    this.take()
    if (isLiteral) return { kind: 'literal', value: word === 'yes', bare: false, span }
    if (isPresence) return this.parseNamed(word, span.start)
    if (this.next.kind === 'sign' && this.next.text === '(') return this.parseCall(word, span)
    return { kind: 'name', name: word, span }
  }

  private parseNamed(kind: 'given' | 'missing', start: number): Expression {
    const token = this.next
    if (token.kind !== 'word' || reservedWords.has(token.text)) throw this.unexpected()
    this.take()
    return { kind, name: token.text, span: this.spanFrom(start) }
  }

  private parseCall(word: string, span: Span): Expression {
    const parsers: Partial<Record<string, () => Expression>> = {
      if: () => this.parseIf(span.start),
      today: () => ({ kind: 'today', span: this.spanFrom(span.start) }),
      size: () => ({ kind: 'size', of: this.parseSum(), span }),
    }
    const parse = Object.hasOwn(parsers, word) ? parsers[word] : undefined
    if (parse === undefined) {
      throw unknownCall(word, span)
    }
    this.expectSign('(')
    const parsed = this.deeper(parse)
    this.expectSign(')')
    return { ...parsed, span: this.spanFrom(span.start) }
  }

  private parseIf(start: number): Expression {
    const condition = this.parseAny()
    this.expectSign(',')
    const then = this.parseAny()
    this.expectSign(',')
    return { kind: 'if', condition, then, else: this.parseAny(), span: this.spanFrom(start) }
  }

  private takeWord(word: string): boolean {
    const found = this.next.kind === 'word' && this.next.text === word
    if (found) this.take()
    return found
  }

  private takeSign(sign: string): boolean {
    const found = this.next.kind === 'sign' && this.next.text === sign
    if (found) this.take()
    return found
  }

  private expectSign(sign: string): void {
    if (!this.takeSign(sign)) throw this.unexpected(sign)
  }

  private spanFrom(start: number): Span {
    return { start, end: this.taken }
  }

  private deeper<Result>(parse: () => Result): Result {
    this.depth += 1
    if (this.depth > maxDepth) {
      throw tooDeep(this.next)
    }
    const result = parse()
    this.depth -= 1
    return result
  }

  /** `2 500` and `2500,50` where nothing more may come. */
  private splitNumber(): ConditionFault | undefined {
    const { before, next } = this
    if (before?.kind !== 'number') return undefined
    if (next.kind === 'number' && next.end - next.start === 3) return numberWithBlank(before, next)
    return next.kind === 'sign' && next.text === ',' ? numberWithComma(next) : undefined
  }

  private unexpected(wanted?: string): ConditionFault {
    return unexpectedToken(this.next, wanted)
  }
}

const toLiteral = (operand: Expression): Expression =>
  operand.kind === 'name' ? { kind: 'literal', value: operand.name, bare: true, span: operand.span } : operand
