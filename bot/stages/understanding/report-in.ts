// "Klotter på Storgatan 12": who says where asks for nothing to read. The errand that the article leads to begins.
import type { TopicId } from '../../contracts/talk/classifier'
import { sidesAskedIn } from '../../knowledge/follow-up/sides'
import { foldDiacritics } from '../../text/normalise'
import { wholeWords } from '../../text/whole-words'
import { articleOf } from '../turn/topic'
import { languageOfText, type Turn } from '../turn/turn'
import { isErrand, saysWhere } from './is-errand'

/** "Kan ni laga den?" asks to have it done; these ask to know something. */
const asksToKnow = wholeWords(
  'hur|vad|vem|vilk\\p{L}+|varfor|far (?:jag|man|vi)|maste (?:jag|man|vi)|undrar|ersatt\\p{L}*|skadestand\\p{L}*|forsakr\\p{L}*|' +
    'betal\\p{L}*|ansvar\\p{L}*|regler\\p{L}*|lagligt|tillstand\\p{L}*|how|what|who|which|why|may (?:i|we)|must (?:i|we)|' +
    'compensation|damages|insurance|pays?|responsible|rules?|allowed|permit',
)

/** The dialog of an article about which the message tells something and asks nothing. */
export function reportLedTo(turn: Turn, topic: TopicId, text: string): string | undefined {
  const { content } = turn
  const id = content.articles.get(articleOf(topic) ?? '')?.dialog
  const dialog = id === undefined ? undefined : content.dialogs.get(id)
  if (dialog === undefined || dialog.sensitive || !isErrand(turn, dialog.id)) return undefined
  const folded = foldDiacritics(text.toLowerCase())
  return asksToKnow.test(folded) || sidesAskedIn(text, languageOfText(turn)).length > 0
    ? undefined
    : dialog.id
}

/** The dialog of an article, where the message is a report to it; undefined where the article shall be read. */
export function reportIn(turn: Turn, topic: TopicId): TopicId | undefined {
  const { message, text } = turn
  const dialog = message.content.kind === 'text' ? reportLedTo(turn, topic, text) : undefined
  return dialog !== undefined && saysWhere(turn, dialog, text) ? `dialog:${dialog}` : undefined
}
