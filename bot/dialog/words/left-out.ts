// Parts of an answer to a list that were not taken: "tre säckar jord" beside "en soffa", where no choice is for soil.
import { isStopWordAnywhere } from '../../text/stop-words'
import { findAddresses } from './find-addresses'
import { fold, wordsOf } from './fold-words'
import { saysDone, saysMore } from './list-words'
import { readNumber } from './read-number'
import type { WalkEnvironment } from '../model/walk-environment'

/** Between the items that are named. */
export const betweenItems = /\s*(?:[,;\n&]\s*(?:(?:och|samt|and)\s)?|\s(?:och|samt|and)\s)\s*/giu

/** A longer one is a sentence about something else, as is one with a person in it. */
const longestThing = 5
const persons = new Set('jag vi ni du dem man han hon i we you they he she'.split(' '))

/**
 * As written, masked.
 * @param used whether a word of an item that was read stands at an index of `wordsOf(text)`
 */
export function partsLeftOut(
  text: string,
  used: (at: number) => boolean,
  environment: WalkEnvironment,
): readonly string[] {
  const gaps = [...text.matchAll(betweenItems)]
  const starts = [0, ...gaps.map((gap) => gap.index + gap[0].length)]
  return starts.flatMap((start, index) => {
    const part = text.slice(start, gaps[index]?.index).replace(/[\s.!?]+$/u, '')
    const from = wordsOf(text.slice(0, start)).length
    const isUsed = wordsOf(part).some((_word, at) => used(from + at))
    return isUsed || !isThing(part, environment) ? [] : [environment.mask(part.trim(), [])]
  })
}

function isThing(part: string, environment: WalkEnvironment): boolean {
  const words = wordsOf(part)
  if (words.length > longestThing || words.some((word) => persons.has(word))) return false
  if (saysDone(part, environment) || saysMore(part, environment)) return false
  // What else they hold is read for the questions that ask for it.
  if (/\d{3}|@/.test(part) || findAddresses(part, environment.city).length > 0) return false
  return words.some((word) => !isStopWordAnywhere(fold(word)) && readNumber(word) === undefined)
}
