// Whether so much in a row went unanswered that the bot no longer asks to say it differently, but whether a person shall.
import type { Conversation } from '../contracts/conversation'

const unansweredBeforePerson = 2

export const personIsOffered = ({ misses }: Pick<Conversation, 'misses'>): boolean =>
  misses > unansweredBeforePerson
