// A language model behind one door: it gets instructions and passages, and gives a draft that no resident sees unchecked.

export interface ModelPrompt {
  /** What it is to do, the same for every question but for the language. */
  readonly instructions: string
  /** The question and the passages as one JSON text, so that nothing in them can end its own quotation marks. */
  readonly input: string
}

export const completenesses = ['whole', 'partial', 'none'] as const

/** In the order in which it is written: before the answer begins it is known what the answer rests on. */
export interface ModelDraft {
  /** How much of the question the passages answer, as the model sees it. */
  readonly completeness: (typeof completenesses)[number]
  /** Ids of passages: `source_1` … */
  readonly sourcesUsed: readonly string[]
  /** Markdown, with `link_1` … in the place of addresses. */
  readonly answer: string
}

/** Told again and again while a draft is written: all of it so far, the answer perhaps in the middle of a word. */
export type SeeDraft = (soFar: ModelDraft) => void

/** How a call can end; `draft` is the only good end. Each is a figure for operators. */
export const modelResults = [
  'draft',
  /** It would not answer. */
  'refused',
  /** No JSON, none of the shape asked for, without an end, or nothing at all. */
  'unusable',
  /** The connection ended in the middle of the answer, or there was no end of it. */
  'cut-off',
  'timeout',
  'unreachable',
  /** Too many requests, also after the wait it asked for. */
  'overloaded',
  'server-error',
  /** Its key, its name or our request is not accepted. */
  'rejected',
  /** Not asked, for it failed again and again just now. */
  'resting',
  /** Not asked, for the day's money would not be enough. */
  'over-budget',
] as const
export type ModelResult = (typeof modelResults)[number]
export type ModelFailure = Exclude<ModelResult, 'draft'>

export type AskedModel =
  | { readonly kind: 'draft'; readonly draft: ModelDraft }
  | { readonly kind: 'failed'; readonly failure: ModelFailure }

export interface LanguageModel {
  /** Never rejects, and takes twenty seconds at most. `see` may never be called, as where the server does not stream. */
  ask(prompt: ModelPrompt, see?: SeeDraft): Promise<AskedModel>
}
