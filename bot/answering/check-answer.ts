// A draft becomes an answer only if every check holds; nothing is mended but links that lead nowhere.
import type { ModelDraft } from '../contracts/knowledge/language-model'
import { addressesAreFrom } from '../text/addresses'
import { claimsAreFrom } from './claims'
import type { ComposedPrompt, PromptSource } from './compose-prompt'
import { amountsAreFrom } from '../text/figures'
import { amountsAreGrounded, isGrounded } from './grounding'
import { leaksInstructions } from './leaks'
import { showLinks, withoutTargets } from './link-tokens'

export type FailedCheck =
  | 'no-source'
  | 'length'
  | 'markup'
  | 'leak'
  | 'address'
  | 'amount'
  | 'claim'
  | 'grounding'

export type CheckedAnswer =
  | {
      readonly kind: 'answer'
      /** Markdown, with the addresses of its sources. */
      readonly text: string
      readonly isWhole: boolean
      /** Ids of the articles it rests on, in the order in which they were found. */
      readonly articles: readonly string[]
    }
  /** The sources do not hold the answer, says the model. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'dropped'; readonly check: FailedCheck }

/** Of a hundred words. */
const mostCharacters = 1_200

/** What a reply cannot have: HTML, code, tables, headings, pictures, links by reference, escapes. */
const markup = /[<>`|\\]|!\[|\]\[|\]:|^\s*#|^\s*(?:-{3,}|={3,}|\*{3,})\s*$|\*{3,}|~~|&#?\w+;/m
/** Control characters, and those that hide or turn others. */
const invisible = /[^\P{C}\n]/u
const markdownTarget = /\]\(\s*(?!link_\d+\))/i

export function checkAnswer(draft: ModelDraft, prompt: ComposedPrompt): CheckedAnswer {
  const answer = draft.answer.normalize('NFC').replace(/\r\n/g, '\n').trim()
  if (draft.completeness === 'none' || answer === '') return { kind: 'unknown' }
  const used = prompt.sources.filter(({ id }) => draft.sourcesUsed.includes(id))
  const failed = failedCheck(answer, used, prompt)
  if (failed !== undefined) return { kind: 'dropped', check: failed }
  return {
    kind: 'answer',
    text: showLinks(answer, prompt.links, new Set(used.map(({ id }) => id))),
    isWhole: draft.completeness === 'whole',
    articles: [...new Set(used.map(({ passage }) => passage.articleId))],
  }
}

/** In the order of what is plainest; all must hold. */
function failedCheck(
  answer: string,
  used: readonly PromptSource[],
  prompt: ComposedPrompt,
): FailedCheck | undefined {
  if (used.length === 0) return 'no-source'
  if (answer.length > mostCharacters) return 'length'
  if (markup.test(answer) || invisible.test(answer) || markdownTarget.test(answer)) return 'markup'
  const said = withoutTargets(answer).replace(/\(?\blink_\d+\b\)?/gi, '')
  const sources = withoutTargets(used.map(({ text }) => text).join('\n'))
  const checks: readonly (readonly [FailedCheck, boolean])[] = [
    ['leak', !leaksInstructions(said, prompt, sources)],
    ['address', addressesAreFrom(said, sources)],
    ['amount', amountsAreFrom(said, sources)],
    ['claim', claimsAreFrom(said, sources)],
    ['grounding', isGrounded(said, sources) && amountsAreGrounded(said, pagesOf(used))],
  ]
  return checks.find(([, holds]) => !holds)?.[0]
}

/** The used texts of each article, in one piece. */
function pagesOf(used: readonly PromptSource[]): readonly string[] {
  const pages = new Map<string, string>()
  for (const { passage, text } of used)
    pages.set(passage.articleId, `${pages.get(passage.articleId) ?? ''}${withoutTargets(text)}\n`)
  return [...pages.values()]
}
