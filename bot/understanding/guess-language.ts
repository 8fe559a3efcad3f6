// Which language a message is in: a careful guess, so that the bot can ask "ska vi ta det på engelska?". It decides nothing.
import type { Language } from '../contracts/language'
import { readWords } from '../text/normalise'

export interface LanguageGuess {
  /** The likeliest; undefined when nothing speaks for any. */
  readonly language: Language | undefined
  /** At least three words and a clear majority; only then is it worth asking the resident. */
  readonly sure: boolean
}

/**
 * Small words that fill a third of any sentence; those that another listed language has too are left out, but for `on`,
 * which English and every second sentence of Finnish have.
 */
const functionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  sv: wordSet(
    'jag och är att det som på för med till av inte den ett har de vi kan ska vill hur när var vad vem vilken vilka ' +
      'vart varför mitt min mina ditt din dina er ert era ni du han hon mig dig oss dem eller om från ut upp ner nu ' +
      'här där också bara blir blev finns fick får göra gör måste behöver skulle kunde någon något några ingen inget ' +
      'efter före under över vid utan hos mot alla allt hej tack gäller sin sitt sina denna detta dessa åt många mycket',
  ),
  en: wordSet(
    'the and is are was were to of that it you your my our their this these those with for on not have has had do does ' +
      'did can could would should will how when where what who which why we they he she me us them or from at be been ' +
      'but if there here about need want please hello thanks get got any some by an as into out up down i im its dont',
  ),
  fi: wordSet(
    'on ei että hän minä sinä mutta tai kun jos niin myös kuin mitä missä milloin miten miksi kuka onko eikä ole täällä ' +
      'voiko voin minun sinun meidän tämä tuo nämä olen olet ovat oli haluan pitää kiitos hei mistä mihin voi saa ' +
      'haluaisin saanko tästä siellä kadulla tiellä rikki iso tarvitsen hyvä tehdä ilmoittaa kuinka paljon mikä minulla',
  ),
  so: wordSet(
    'waa baa wuu yahay tahay ku yaal ma waxaan waxa waxaa iyo oo inaan rabaa doonayaa aan ayaa ayuu wuxuu waxay miyaa maxaa sidee xagee halkee goorma ' +
      'fadlan mahadsanid sug leh laga lagu jira jirta jiraa ahay ahaa maaha kuma kaga iska halkan halkaas waan qof ' +
      'wax soo dhacay waddada wadada jidka guriga gurigayga inaad rabto karaa kartaa haa maya caawi caawimo',
  ),
}

function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.split(' '))
}

interface ScriptRule {
  readonly letters: RegExp
  /** Letters that only one of the languages of this script has, and the one taken without any. */
  readonly marks: readonly (readonly [RegExp, Language])[]
  readonly otherwise: Language
}

/** Scripts give a language away before any word is known. */
const scripts: readonly ScriptRule[] = [
  { letters: /\p{Script=Arabic}/gu, marks: [[/[پچژگ]/u, 'fa']], otherwise: 'ar' },
  { letters: /\p{Script=Cyrillic}/gu, marks: [[/[іїєґ]/u, 'uk']], otherwise: 'ru' },
  { letters: /\p{Script=Ethiopic}/gu, marks: [], otherwise: 'ti' },
  { letters: /\p{Script=Greek}/gu, marks: [], otherwise: 'el' },
  { letters: /\p{Script=Thai}/gu, marks: [], otherwise: 'th' },
]

const leastWords = 3
const leastHits = 2
/** Share of the letters that have to be of one script; the rest are names of our streets. */
const clearScriptShare = 0.6
/** Hits have to be so many times those of the next language. */
const clearLead = 2

function guessByScript(words: readonly string[]): LanguageGuess | undefined {
  const text = words.join('')
  const letterCount = text.match(/\p{L}/gu)?.length ?? 0
  for (const { letters, marks, otherwise } of scripts) {
    const share = (text.match(letters)?.length ?? 0) / Math.max(1, letterCount)
    if (share <= 0.5) continue
    const language = marks.find(([mark]) => mark.test(text))?.[1] ?? otherwise
    const inScript = words.filter((word) => word.search(letters) >= 0).length
    return { language, sure: inScript >= leastWords && share >= clearScriptShare }
  }
  return undefined
}

/**
 * Guesses by script and then by function words (Grefenstette, "Comparing two language identification schemes", JADT
 * 1995). Words are weighed among `languages` only; a foreign script is reported whether or not the city speaks it, so
 * that the resident can be told.
 */
export function guessLanguage(text: string, languages: readonly Language[]): LanguageGuess {
  const words = readWords(text)
  const byScript = guessByScript(words)
  if (byScript !== undefined) return byScript
  const hits = languages
    .map((language) => ({
      language,
      count: words.filter((word) => functionWords[language]?.has(word) === true).length,
    }))
    .sort((a, b) => b.count - a.count)
  const [first, second] = hits
  if (first === undefined || first.count === 0 || first.count === second?.count)
    return { language: undefined, sure: false }
  const isClear = first.count >= leastHits && first.count >= clearLead * (second?.count ?? 0)
  return { language: first.language, sure: words.length >= leastWords && isClear }
}
