// Whether a fault is reported already, and to follow the case of it instead of making another.
import { findSimilarCase } from '../cases/find-similar'
import { followCase } from '../cases/follow-case'
import { readCase } from '../cases/read-case'
import { dateFormat } from '../contracts/formats'
import { localeOf } from '../contracts/language'
import { placeOfCase } from '../places/place-of-case'
import { languageOfWords, textInput, type BuiltInAction } from './built-in-action'

const none = { kind: 'failed', failure: 'none_found' } as const

/** Gives the number and the day of the case, and nothing of whoever made it. */
export const findSimilar: BuiltInAction = async (call, { store, city, places }) => {
  const place = textInput(call, 'place')
  if (place === '') return none
  const toCompare = { class: textInput(call, 'category'), place: placeOfCase(place, places), now: call.now }
  const found = await findSimilarCase(toCompare, store)
  if (found === undefined) return none
  const day = dateFormat(localeOf(languageOfWords(call)), {
    timeZone: city.timeZone,
    day: 'numeric',
    month: 'long',
  })
  return {
    kind: 'done',
    gives: { same_case: found.number, same_day: day.format(new Date(found.at)) },
  }
}

/** The follower hears of the case where they are talking now. */
export const follow: BuiltInAction = async (call, { store, city }) => {
  const followed = await readCase(store, textInput(call, 'case'))
  if (followed === undefined) return { kind: 'failed', failure: 'case_gone' }
  const { conversationId, channel, language, phone } = call
  const { records, outbox } = followCase(
    followed,
    { conversationId, channel, language, ...(phone && { phone }) },
    { city, now: call.now },
  )
  return { kind: 'done', gives: {}, records, outbox }
}
