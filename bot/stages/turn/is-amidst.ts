// Whether something waits that the resident is in the middle of.
import type { Turn } from './turn'

/** A dialog waits, or a notice was said last: what may be about that is not led away from it. */
export const isAmidst = ({ conversation, notice }: Turn): boolean =>
  conversation.frames.length > 0 || notice?.isLast === true
