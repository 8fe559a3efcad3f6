// Who told of danger and writes on in words that are not understood is not met with guesses about building permits.
import { emergencyKinds, type EmergencyKind } from '../../contracts/talk/emergency-kind'
import { articleIsValid } from '../../knowledge/answer-from-article'
import { isRecent } from '../emergency/answer-emergency'
import { walkEnvironment } from '../turn/open-dialog'
import { endTurn, goOn, languageOf, withConversation, type StageResult, type Turn } from '../turn/turn'

/** What somebody lives with, and goes on telling of; a fire is over when other things are asked. */
const livedWith: ReadonlySet<EmergencyKind> = new Set(['self-harm', 'child-in-danger', 'violence'])

/**
 * "Jag vågar inte", "kommer pappa få veta det": first the article about it, which says more than the advice; then, and of suicide at
 * once, the advice once more. Undefined where nothing of the kind was told, or something else has been answered since.
 */
export function staysWithDanger(turn: Turn): StageResult | undefined {
  const kind = toldOf(turn)
  if (kind === undefined || turn.conversation.frames.length > 0) return undefined
  const article = kind === 'self-harm' ? undefined : articleOfDanger(turn, kind)
  if (article !== undefined && turn.conversation.answered?.article !== article)
    return goOn({
      ...withConversation(turn, { misses: 0, clarifying: [] }),
      plan: { kind: 'article', article },
    })
  return endTurn(
    turn,
    'unanswered-out-of-scope',
    { kind: 'wording', key: 'emergency.stay' },
    { kind: 'emergency', emergency: { kind, language: languageOf(turn) } },
    { kind: 'person-button' },
  )
}

/** By a cry for help or by what an article about it answered, whichever was last. */
function toldOf({ conversation: { emergency, answered }, content, now }: Turn): EmergencyKind | undefined {
  const cried = emergency !== null && isRecent(emergency.at, now) ? emergency : undefined
  const read = answered !== null && isRecent(answered.at, now) ? answered : undefined
  const isCryLast = cried !== undefined && (read === undefined || cried.at > read.at)
  const kind = isCryLast
    ? emergencyKinds.find((one) => one === cried.kind)
    : content.articles.get(read?.article ?? '')?.danger
  return kind !== undefined && livedWith.has(kind) ? kind : undefined
}

const articleOfDanger = (turn: Turn, kind: EmergencyKind): string | undefined =>
  [...turn.content.articles.values()].find(
    (article) => article.danger === kind && articleIsValid(article, walkEnvironment(turn).today),
  )?.id
