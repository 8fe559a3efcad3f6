// The sentence a resident gets when a turn failed. It leans on as little as possible, for anything may be broken.
import { toReplyId } from '../../contracts/talk/ids'
import type { Reply } from '../../contracts/talk/reply'
import { languageOf, type Turn } from '../turn/turn'
import { cityText } from '../turn/city-text'

/** Used when even the city's own texts cannot be read. */
const lastResort = {
  sv: 'Något gick fel hos mig. Det du skrev finns kvar. Försök igen om en stund, eller ring kontaktcenter.',
  en: 'Something went wrong on my side. What you wrote is kept. Try again in a while, or call the contact centre.',
} as const

export function failureReply(turn: Turn, code: string): Reply {
  const language = languageOf(turn)
  return {
    id: toReplyId(turn.message.id, 1),
    text: failureText(turn, code),
    language,
    suggestions: [],
    sources: [],
    asksFeedback: false,
    bundle: turn.content.bundle,
  }
}

function failureText(turn: Turn, code: string): string {
  const language = languageOf(turn)
  try {
    return cityText(turn, 'failed', { code })
  } catch {
    return `${language === 'sv' ? lastResort.sv : lastResort.en} (${code})`
  }
}
