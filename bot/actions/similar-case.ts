// Whether a fault is reported already, and to follow the case of it instead of making another.
import { findSimilarCase, isSamePlace } from '../cases/find-similar'
import { followCase } from '../cases/follow-case'
import { readCase } from '../cases/read-case'
import type { MadeCase } from '../contracts/cases/case'
import { dateFormat } from '../contracts/basics/formats'
import { noPlaces } from '../contracts/city/known-place'
import { localeOf } from '../contracts/talk/language'
import { mayShowPlace, placeOfCase } from '../places/place-of-case'
import { maskInCity } from '../privacy/mask-in-city'
import { languageOfWords, textInput, type BuiltInAction } from './built-in-action'

const none = { kind: 'failed', failure: 'none_found' } as const

/**
 * Gives the number, the place and the day of the case, and nothing of whoever made it: one whose place must not be named is not
 * found, unless it has the very words that the resident has written.
 */
export const findSimilar: BuiltInAction = async (call, { store, city, places = noPlaces }) => {
  const place = textInput(call, 'place')
  if (place === '') return none
  const here = placeOfCase(place, places)
  const isShown = (made: MadeCase): boolean =>
    mayShowPlace(made, places) || (made.place !== undefined && isSamePlace(made.place, here))
  const toCompare = { class: textInput(call, 'category'), place: here, now: call.now, isShown }
  const found = await findSimilarCase(toCompare, store)
  if (found?.place === undefined) return none
  const day = dateFormat(localeOf(languageOfWords(call)), {
    timeZone: city.timeZone,
    day: 'numeric',
    month: 'long',
  })
  return {
    kind: 'done',
    gives: {
      same_case: found.number,
      same_place: maskInCity(city, call.now)(found.place.text).text,
      same_day: day.format(new Date(found.at)),
    },
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
