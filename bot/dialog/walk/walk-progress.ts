// One walk under way: a draft of the frame, what is known so far, and what has been said. Lives for one call of `walk`.
import type { Texts } from '../../contracts/talk/texts'
import type { Frame, GivenAnswer } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { knownValues } from './known-values'
import type { KnownValues } from './known-values'
import { inLanguageOf, placeholdersOf } from '../texts/message-text'
import type { MessageValues } from '../texts/message-text'
import { fieldOf, moreOf } from '../model/list-records'
import type { ListRecord } from '../model/list-records'
import type { AskStep, Dialog, ListStep } from '../model/model'
import { renderSaid, type Said } from '../texts/said'
import { showNamed } from '../showing/show-value'
import { stableHash } from '../model/stable-hash'
import type { WalkEnvironment } from '../model/walk-environment'

/** A question that the walk came by and did not have to ask. */
export interface PassedQuestion {
  readonly name: string
  readonly how: 'answered' | 'default' | 'skipped' | 'proven'
}

export interface BrokenRule {
  readonly name: string
  /** Of a list: which of its items. */
  readonly index?: number
}

export class WalkProgress {
  readonly said: Said[] = []
  readonly passed: PassedQuestion[] = []
  readonly known: KnownValues
  visits = 0
  /** Keys of the steps come by, and of the branches taken. */
  readonly trace = new Set<string>()
  /** How many of `passed` stand before a write that is done, and can change no more. */
  settled = 0
  /** Set when an answer that was there broke its `must` on this walk. */
  broken: BrokenRule | undefined
  /** Options of the question that the walk stops at, when it asks which of them was meant. */
  offered: readonly Value[] | undefined
  private readonly answers: Map<string, GivenAnswer>
  private readonly parked: Map<string, GivenAnswer>
  private readonly confirmed: Map<string, string>
  private readonly saidBefore: Map<string, string>
  private readonly skipped: ReadonlySet<string>
  private open: string | null
  private shown: Frame['shown']
  /** Texts of walks before this one that it has not come by: said for an answer that is forgotten now. */
  private passedOver: readonly string[] = []
  private readonly textsMet = new Set<string>()
  private confirmedAnswers: string | undefined

  constructor(
    readonly dialog: Dialog,
    readonly start: Frame,
    readonly environment: WalkEnvironment,
  ) {
    this.known = knownValues(dialog, environment)
    this.answers = new Map(Object.entries(start.answers))
    this.parked = new Map(Object.entries(start.parked))
    this.confirmed = new Map(Object.entries(start.confirmed))
    this.saidBefore = new Map(Object.entries(start.said))
    this.skipped = new Set(start.skipped)
    this.open = start.open
    this.shown = start.shown
  }

  /** The walk from the first step again with another frame, after all that was said on this one. */
  again(frame: Frame): WalkProgress {
    const next = new WalkProgress(this.dialog, frame, this.environment)
    next.said.push(...this.said)
    next.broken = this.broken
    for (const key of this.trace) next.trace.add(key)
    next.passedOver = [...this.passedOver, ...this.textsMet]
    return next
  }

  /** The answer that would count if its question is asked: a parked one waits for just that. */
  answerOf(name: string): GivenAnswer | undefined {
    return this.answers.get(name) ?? this.parked.get(name)
  }

  /** The answer a name stands for, also one that a call gives under another name, and of a column its list. */
  givenFor(name: string): GivenAnswer | undefined {
    const list = name.slice(0, Math.max(0, name.lastIndexOf('.')))
    return (
      this.answers.get(name) ??
      this.answers.get(this.dialog.copies?.get(name) ?? '') ??
      this.answers.get(list)
    )
  }

  isParked(name: string): boolean {
    return this.parked.has(name)
  }

  /** With an answer: reopened, because the resident wants to answer it anew. */
  isOpen(name: string): boolean {
    return this.open === name
  }

  isSkipped(name: string): boolean {
    return this.skipped.has(name)
  }

  pass(
    name: string,
    answer: GivenAnswer,
    how: PassedQuestion['how'] = answer.source === 'default' ? 'default' : 'answered',
  ): void {
    this.parked.delete(name)
    this.answers.set(name, answer)
    this.known.set(name, answer.value)
    this.passed.push({ name, how })
  }

  /** The answer counts with these items: what was given, and the defaults of what was not. */
  passList(step: ListStep, answer: GivenAnswer, items: readonly ListRecord[]): void {
    this.replace(step.name, answer)
    this.setList(step, items)
    this.passed.push({ name: step.name, how: 'answered' })
  }

  /** A list is known by its name, and each column of it by the name of its inner question. */
  setList({ name, list }: ListStep, items: readonly ListRecord[]): void {
    this.known.set(name, items)
    for (const inner of list.each)
      this.known.set(
        inner.name,
        items.flatMap((item) => item[fieldOf(inner)] ?? []),
      )
  }

  unsetList({ name, list }: ListStep): void {
    this.known.unset(name)
    for (const inner of list.each) this.known.unset(inner.name)
  }

  /** Takes the answer of a list back from the parked ones, and with it whether the list is closed. */
  unpark(name: string): void {
    for (const one of [name, moreOf(name)]) {
      const answer = this.parked.get(one)
      if (answer !== undefined) this.answers.set(one, answer)
      this.parked.delete(one)
    }
  }

  replace(name: string, answer: GivenAnswer): void {
    this.unpark(name)
    this.answers.set(name, answer)
  }

  /** True when it was among the answers until now. */
  park(name: string): boolean {
    if (this.answers.has(moreOf(name))) this.park(moreOf(name))
    const answer = this.answers.get(name)
    if (answer === undefined) return false
    this.answers.delete(name)
    if (answer.source !== 'default') this.parked.set(name, answer)
    return true
  }

  /** As if it had never been given. */
  drop(name: string): void {
    this.answers.delete(name)
    this.parked.delete(name)
  }

  /** Questions of a branch not taken; one that was also asked elsewhere on this walk stays. */
  parkAll(asks: readonly AskStep[]): void {
    for (const { name } of asks) if (!this.passed.some((passed) => passed.name === name)) this.park(name)
  }

  waitFor(name: string | null): void {
    this.open = name
  }

  /** Marks a text as said; false when it was said with these values before. */
  saysNow(id: string, variables: readonly string[]): boolean {
    this.textsMet.add(id)
    const values = stableHash(variables.map((name) => this.known.scope.value(name)))
    if (this.saidBefore.get(id) === values) return false
    this.saidBefore.set(id, values)
    return true
  }

  /** @param scope stands before the names that the text's placeholders mean */
  word(kind: Said['kind'], text: Texts, scope = ''): Said {
    return { id: text.id, kind, text, values: this.show(text, scope) }
  }

  /** Hash of everything that a confirmation stands for: answers, results and values, as far as the walk has come. */
  hashOfKnown(): string {
    const known: Record<string, Value | undefined> = {}
    for (const name of this.known.names()) known[name] = this.known.scope.value(name)
    return stableHash([this.hashOfAnswers(), known])
  }

  isConfirmed(name: string, hash: string): boolean {
    if (this.confirmed.get(name) === hash) return true
    this.confirmed.delete(name)
    return false
  }

  passConfirmation(): void {
    this.confirmedAnswers = this.hashOfAnswers()
  }

  /** Whether the last confirmation was given for exactly the answers of now. */
  get mayWrite(): boolean {
    return this.confirmedAnswers === this.hashOfAnswers()
  }

  /** What is consented to is kept word for word. */
  noteShown(name: string, question: Said): void {
    const { language, channel } = this.environment
    const worded = renderSaid(question, language, channel)
    const version = this.dialog.textHash
    this.shown = { ...this.shown, [name]: { text: worded.text, language: worded.language, version } }
  }

  frame(): Frame {
    for (const id of this.passedOver) if (!this.textsMet.has(id)) this.saidBefore.delete(id)
    return {
      ...this.start,
      answers: Object.fromEntries(this.answers),
      parked: Object.fromEntries(this.parked),
      confirmed: Object.fromEntries(this.confirmed),
      said: Object.fromEntries(this.saidBefore),
      offered: [...(this.offered ?? (this.open === this.start.open ? this.start.offered : []))],
      ...(this.shown && { shown: this.shown }),
      ticked: this.open === this.start.open ? this.start.ticked : [],
      open: this.open,
      misses: this.open === this.start.open ? this.start.misses : 0,
    }
  }

  /** In the language that the text is there in: a Swedish sentence has a Swedish date, whatever the resident speaks. */
  private show(text: Texts, scope: string): MessageValues {
    const environment = inLanguageOf(text, this.environment)
    const shown: Record<string, string | number> = {
      phone: environment.city.phone,
      city: environment.city.name,
    }
    for (const placeholder of placeholdersOf(text)) {
      const name = `${scope}${placeholder}`
      const value = this.known.scope.value(name)
      if (value !== undefined)
        shown[placeholder] = showNamed(this.dialog, name, value, environment, this.givenFor(name))
    }
    return shown
  }

  private hashOfAnswers(): string {
    return stableHash(
      this.passed.map(({ name, how }) => [name, how === 'skipped' ? null : this.known.scope.value(name)]),
    )
  }
}
