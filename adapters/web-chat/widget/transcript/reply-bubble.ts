// A reply of the bot: its text, where it comes from, and what can be tapped.
import type { Feedback, ReceivedActivity, Source, Suggestion } from '../line/activity'
import { button, element, link } from '../dom/element'
import { createFeedback } from '../feedback/feedback'
import { renderMarkdown } from '../dom/markdown'
import { formatDate } from '../texts/moments'
import { createByline } from './own-bubble'
import type { AskWhy } from '../feedback/reason-offer'
import { directionOf, type Words } from '../texts/words'

export interface ReplyBubble {
  readonly node: HTMLElement
  readonly at: Date
  /** Turns the suggestions into plain text, the said one marked: they stay readable, but their moment has passed. */
  readonly retire: (said: string) => void
}

/** The language attributes of what the bot said. */
type Spoken = Readonly<Record<string, string>>

export interface ReplyDeeds {
  readonly choose: (suggestion: Suggestion) => void
  readonly judge: (feedback: Feedback) => void
  readonly askWhy: AskWhy
  readonly isJudged: (replyId: string) => boolean
}

/** WebKit takes the role from a list that is drawn without bullets, unless it is written out. */
const plainList = { role: 'list' }

/** Stands in the language of the chat around it; the titles stay in that of the reply. */
function renderSources(words: Words, sources: readonly Source[], spoken: Spoken): HTMLElement {
  const items = sources.map(({ title, url, owner, reviewed }) => {
    const stamp = element('span', { class: 'stamp' })
    words.live(() => {
      stamp.textContent = words.say('reviewed', { owner, date: formatDate(reviewed, words.uiLanguage()) })
    })
    return element('li', {}, element('bdi', spoken, link(url, title)), ' ', stamp)
  })
  const heading = words.put(element('p', { class: 'small-heading' }), 'sources')
  const node = element('div', { class: 'sources' }, heading, element('ul', plainList, ...items))
  words.mark(node)
  return node
}

function createSuggestions(
  words: Words,
  offered: readonly Suggestion[],
  spoken: Spoken,
  choose: ReplyDeeds['choose'],
) {
  const node = words.name(element('ul', { ...plainList, class: 'suggestions' }), 'suggestions')
  const items = offered.map((suggestion) =>
    element(
      'li',
      spoken,
      button('suggestion', () => choose(suggestion), suggestion.title),
    ),
  )
  node.append(...items)
  return {
    node,
    retire: (said: string): void => {
      node.classList.add('retired')
      offered.forEach(({ title }, index) => {
        const mark = title === said ? [' ', words.put(element('em'), 'chosen')] : []
        items[index]?.replaceChildren(element('span', { class: 'suggestion' }, title, ...mark))
      })
    },
  }
}

export function createReplyBubble(words: Words, activity: ReceivedActivity, deeds: ReplyDeeds): ReplyBubble {
  const { sources = [], replyId, asksFeedback, language, person, text } = activity.channelData?.dygnet ?? {}
  const at = new Date(activity.timestamp ?? Date.now())
  const spoken: Spoken = language ? { lang: language, dir: directionOf(language) } : { dir: 'auto' }
  const bubble = element(
    'div',
    { class: 'bubble', ...spoken },
    ...renderMarkdown(text ?? activity.text ?? ''),
  )
  const node = element(
    'div',
    { class: 'message bot' },
    createByline(words, person ?? 'bot', () => at).node,
    bubble,
  )
  if (sources.length > 0) bubble.append(renderSources(words, sources, spoken))
  const offered = activity.suggestedActions?.actions ?? []
  const suggestions = createSuggestions(words, offered, spoken, deeds.choose)
  if (offered.length > 0) node.append(suggestions.node)
  if (asksFeedback && replyId && !deeds.isJudged(replyId))
    node.append(createFeedback(words, (judgement) => deeds.judge({ replyId, ...judgement }), deeds.askWhy))
  for (const away of node.querySelectorAll('a.away'))
    away.append(' ', words.put(element('span', { class: 'unseen' }), 'newTab'))
  return { node, at, retire: suggestions.retire }
}
