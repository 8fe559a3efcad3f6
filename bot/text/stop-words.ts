// Words that say how something is asked and not what about.
import type { Language } from '../contracts/talk/language'
import { foldDiacritics } from './normalise'

const lists: Readonly<Record<Language, string>> = {
  sv: `alla allt annan annars annat att av bara blir bli de dem den denna dess dessa det detta dig din dina dit ditt du där då efter eller en
    er era ert ett fick finnas finns fram från få får fått för gå går gör göra ha hade han har hej hit hon hos hur här i
    igen in ingen inget inte ja jag just kan kanske kommer kunde kunna lite man med mej men mer mig min mina mitt mot
    mycket måste ni nu nej när nån någon något några nåt och också om oss på sa sedan sen sig sin sina sitt ska skall
    skulle som så sådan ta tack tar till typ under undrar upp ur ut utan vad var vara varit vart vem vet vi vid vilka vilken
    vilket vill vår våra vårt är gäller innebär betyder behöver`,
  en: `a about am an and any are as at be been but by can could did do does for from get give had has have hello hi how i if
    in into is it its just like me my need no not now of on or our please should so some tell that the their them there
    they this to up us want was we what when where which who why will with would you your`,
}

const sets = new Map(
  Object.entries(lists).map(([language, words]) => [
    language,
    new Set(words.split(/\s+/).map(foldDiacritics)),
  ]),
)

/** @param folded without å, ä and ö */
export const isStopWord = (folded: string, language: Language): boolean =>
  sets.get(language)?.has(folded) === true

/** In whichever language there is a list of. */
export const isStopWordAnywhere = (folded: string): boolean =>
  [...sets.values()].some((words) => words.has(folded))
