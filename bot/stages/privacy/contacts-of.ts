// How a resident can be reached, as far as this talk was told on purpose.
import type { Value } from '../../contracts/talk/value'
import type { Turn } from '../turn/turn'

/** Every phone number and e-mail address among the answers of this talk. */
export function contactsOf({ conversation: { frames, finished }, answers }: Turn): readonly string[] {
  const given = [...frames, ...(finished === null ? [] : [finished.frame])].flatMap((frame) =>
    Object.values(frame.answers).map(({ value }) => value),
  )
  return [...given, ...Object.values(answers)]
    .flatMap(textsIn)
    .filter((text) => /^\+\d+$|^\S+@\S+$/.test(text))
}

function textsIn(value: Value): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object'
    ? Object.values(value as Readonly<Record<string, Value>>).flatMap(textsIn)
    : []
}
