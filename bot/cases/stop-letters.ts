// No more letters of a case: by an address that stands in each of them and that nobody can guess.
import { timingSafeEqual } from 'node:crypto'
import type { Case } from '../contracts/cases/case'
import type { City } from '../contracts/city/city'
import { contactCentre } from '../contracts/city/department'
import type { LetterStops, StopWords } from '../contracts/cases/letter'
import type { RecordWrite, Store } from '../contracts/store/store'
import { keyedHash } from '../privacy/keyed-hash'
import { formatIn } from './case-format'
import { caseKeys } from './case-records'
import { nameOf } from './case-words'
import { readCase } from './read-case'

/** Of a case: the same in each of its letters. */
export const stopTokenOf = (store: Pick<Store, 'keepOnce'>, number: string): Promise<string> =>
  keyedHash(store, `no more letters of ${number}`)

const stopId = (number: string): string => `${number}/no-letters`

export const isStopped = async (store: Pick<Store, 'record'>, number: string): Promise<boolean> =>
  (await store.record('case', stopId(number))) !== undefined

/** It goes with the case. */
const stopRecord = ({ number, conversationId }: Case): RecordWrite => ({
  collection: 'case',
  id: stopId(number),
  keys: [caseKeys.parts(number)],
  ...(conversationId !== undefined && { conversationId }),
  value: { noLetters: true },
})

export interface LetterStopsParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecord' | 'keepOnce'>
  readonly city: () => City
}

export function createLetterStops({ store, city }: LetterStopsParts): LetterStops {
  const find = async (number: string, token: string): Promise<Case | undefined> => {
    const [expected, given] = [Buffer.from(await stopTokenOf(store, number)), Buffer.from(token)]
    const isOurs = expected.length === given.length && timingSafeEqual(expected, given)
    return isOurs ? readCase(store, number) : undefined
  }
  return {
    async words(number, token) {
      const found = await find(number, token)
      return found && wordsOf(found, city(), await isStopped(store, number))
    },
    async stop(number, token) {
      const found = await find(number, token)
      if (found !== undefined) await store.putRecord(stopRecord(found))
      return found !== undefined
    },
  }
}

function wordsOf({ number, language }: Case, city: City, isStopped: boolean): StopWords {
  const format = formatIn(city, language, 'web')
  return {
    language,
    ask: format('letter.stop-ask', { number }),
    button: format('letter.stop-button'),
    stopped: format('letter.stopped', { number }),
    ...(isStopped && { already: format('letter.already-stopped', { number }) }),
    contact: nameOf(contactCentre, { city, language }),
  }
}
