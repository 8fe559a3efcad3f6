// Which language a message is in: a careful guess, so that the bot can ask "ska vi ta det på engelska?". It decides nothing.
import type { Language } from '../../contracts/talk/language'
import { readWords } from '../../text/normalise'
import { otherQuestionWords, otherScripts, otherWords } from './other-languages'

/** Whether a word, in lower case, is one of those that fill sentences of a language; unknown words and languages are not. */
export const isFunctionWord = (word: string, language: Language): boolean =>
  functionWords[language]?.has(word) === true

export interface LanguageGuess {
  /** The likeliest; undefined when nothing speaks for any. */
  readonly language: Language | undefined
  /** At least three words and a clear majority, or a script or words that the city does not know; only then is it worth asking the resident. */
  readonly sure: boolean
}

/**
 * Small words that fill a third of any sentence; those that another listed language has too are left out, but for `on`,
 * which English and every second sentence of Finnish have, and `i`, which Swedish and English have.
 */
const functionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  sv: wordSet(
    'jag och är att det som i en på för med till av inte den ett har de vi kan ska vill hur när var vad vem vilken vilka ' +
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
  pl: wordSet(
    'nie jest jak gdzie kiedy czy co że się są był była będzie być mam masz mogę można chcę chciałbym chciałabym proszę ' +
      'potrzebuję dziękuję dziekuje prosze moge chce potrzebuje dzień dzien dobry dla na w z od po przez przy przed który ' +
      'która które ktoś coś mój moja moje mojej mojego mnie jestem ile dlaczego już jeszcze tylko też albo lub mieszkam ' +
      'państwo pani zgłosić zglosic ulicy tej tego',
  ),
  es: wordSet(
    'que qué los las una por para con como cómo donde dónde cuando cuándo cuánto cuanto quién quiero quisiera puedo ' +
      'puede necesito tengo tiene hay está esta estoy están es la lo su sus mis pero porque sobre hacer hola gracias ' +
      'favor buenos buenas calle ciudad quien cual cuál yo muy más ya desde hasta este esto ese eso nos ayuda',
  ),
  de: wordSet(
    'der das und ich ist nicht ein eine einen einem einer zu mit für auf von wie wo wann wer warum kann können muss ' +
      'möchte habe haben wir sie mein meine meinen meiner meinem des zum zur bei nach aus auch oder aber wenn dass ' +
      'sind wird werden gibt brauche bitte hallo danke guten mir mich ihr ihre unsere straße strasse sehr noch kein keine ' +
      'gerne über hier wohne',
  ),
}

/** Words that a question begins with and that no other listed language has: one says as much as two of the others. */
const questionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fi: wordSet(
    'missä mistä mihin milloin miten miksi kuinka voinko voiko onko saanko saako pitääkö tarvitsenko ovatko mitä paljonko',
  ),
  so: wordSet('waxaan sidee halkee xagee goorma maxaa miyaan miyaa ayaan imisa maxay ayaa'),
  pl: wordSet('gdzie kiedy czy dlaczego mogę'),
  es: wordSet('dónde cómo cuándo cuánto cuánta cuántos qué quién necesito'),
  de: wordSet('wie wann warum möchte brauche'),
}

/** Of languages that share a script, for texts that no letter gives away. */
const scriptWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fa: wordSet(
    'من تو او ما شما این آن اون که را رو است هست هستم هستیم نیست نیستم بود شد شده شود باشد برای از به با در تا هم یا اگر ' +
      'اما ولی چه چی چرا کجا کجاست کی آیا دارم دارد داریم دارید ندارم می نمی میخواهم خواهم میشود شود کنم کنید کنیم باید لطفا ' +
      'سلام ممنون تشکر مرسی خیابان خانه یک بله خیر خود های ها مان تان بلدم نیاز دولت شهرداری مترجم فارسی دری',
  ),
  ar: wordSet(
    'في من على إلى الى عن أن ان هل ما ماذا كيف أين اين متى لماذا هذا هذه ذلك التي الذي لا لم لن ليس يوجد عندي لدي أريد اريد ' +
      'بدي أنا انا نحن هو هي كان يمكن يمكنني أستطيع أحتاج احتاج مع أو او ثم قد كل بعد قبل مرحبا شكرا السلام عليكم شو وين مو',
  ),
  uk: wordSet(
    'що як де коли чому хто чи це той та є не на до від для про але або якщо щоб мені мене мій моя моє мої ми ви він вона ' +
      'воно вони у з зі за можу можна потрібно треба хочу дякую будь ласка добрий день доброго дня вулиці місто дитина отримати ' +
      'подати зробити сьогодні завтра також дуже ще вже був була було немає маю живу в без куди який яка яке які коли через під може вашу ваш',
  ),
  ru: wordSet(
    'что как где когда почему кто ли это тот и не на до от для про но или если чтобы мне меня мой моя моё мои мы вы он она ' +
      'оно они у с за могу можно нужно надо хочу спасибо пожалуйста добрый день здравствуйте привет улице город ребенок получить ' +
      'подать сделать ребенка детей сегодня завтра также очень ещё еще уже был была было нет имею живу в без из по есть куда какой какая какое через под может',
  ),
}

function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.split(' '))
}

interface ScriptRule {
  readonly letters: RegExp
  /** Letters that only one of the languages of this script has. */
  readonly marks: readonly (readonly [RegExp, Language])[]
  /** Weighed by their words where a text has no such letter; where that tells nothing either, the first that the city speaks. */
  readonly languages: readonly [Language, ...(readonly Language[])]
}

/** Scripts give a language away before any word is known. */
const scripts: readonly ScriptRule[] = [
  {
    letters: /\p{Script=Arabic}/gu,
    marks: [
      // Of Urdu, Pashto and Kurdish, which are no Persian though they share its letters.
      [/[ٹڈڑےں]/u, 'ur'],
      [/[ټډړښځڅڼۍې]/u, 'ps'],
      [/[ڵۆێڕە]/u, 'ckb'],
      [/[پچژگ]/u, 'fa'],
      [/[ةإى]/u, 'ar'],
      [/[کی]/u, 'fa'],
    ],
    languages: ['ar', 'fa'],
  },
  {
    letters: /\p{Script=Cyrillic}/gu,
    marks: [
      [/[іїєґ]/u, 'uk'],
      [/[ыэёъ]/u, 'ru'],
    ],
    languages: ['ru', 'uk'],
  },
  ...otherScripts.map(([letters, language]): ScriptRule => ({ letters, marks: [], languages: [language] })),
]

const leastWords = 3
const leastHits = 2
/** Share of the letters that have to be of one script; the rest are names of our streets. */
const clearScriptShare = 0.6
/** Hits have to be so many times those of the next language. */
const clearLead = 2

const allWords: WordLists = { ...otherWords, ...functionWords }

const othersThan = (languages: readonly Language[]): readonly Language[] =>
  Object.keys(otherWords).filter((language) => !languages.includes(language))

/** The words of a link or an e-mail address are nobody's own. */
const address = /\/\/|www\.|@/i
/** Between spaces one after the other: a search for an address in one go would begin anew at each letter. */
const withoutAddresses = (text: string): string =>
  text.replace(/\S+/g, (part) => (address.test(part) ? ' ' : part))

interface Hits {
  readonly language: Language
  readonly count: number
}

type WordLists = Readonly<Record<Language, ReadonlySet<string>>>

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

function weightOf(word: string, language: Language, wordsOf: WordLists): number {
  if ((questionWords[language] ?? otherQuestionWords[language])?.has(word) === true) return 2
  return wordsOf[language]?.has(word) === true ? 1 : 0
}

/** The most hits first; where two have as many, in the order given. */
const countHits = (
  words: readonly string[],
  languages: readonly Language[],
  wordsOf: WordLists,
): readonly Hits[] =>
  languages
    .map((language) => ({
      language,
      count: sum(words.map((word) => weightOf(word, language, wordsOf))),
    }))
    .sort((a, b) => b.count - a.count)

function guessByScript(words: readonly string[], spoken: readonly Language[]): LanguageGuess | undefined {
  const text = words.join('')
  const letterCount = text.match(/\p{L}/gu)?.length ?? 0
  for (const { letters, marks, languages } of scripts) {
    const share = (text.match(letters)?.length ?? 0) / Math.max(1, letterCount)
    if (share <= 0.5) continue
    const spokenFirst = [...languages].sort((a, b) => Number(spoken.includes(b)) - Number(spoken.includes(a)))
    const byWords = countHits(words, spokenFirst, scriptWords)[0]?.language ?? languages[0]
    const language = marks.find(([mark]) => mark.test(text))?.[1] ?? byWords
    const inScript = words.filter((word) => word.search(letters) >= 0).length
    // Of a script that the city knows a word or two may be a name; of any other, and where they are words of a language that it
    // does not speak, they cannot be answered whatever they say.
    const isOurs = languages.some((one) => spoken.includes(one))
    const isForeign =
      !spoken.includes(language) && words.every((word) => scriptWords[language]?.has(word) === true)
    return { language, sure: (inScript >= leastWords || !isOurs || isForeign) && share >= clearScriptShare }
  }
  return undefined
}

/**
 * Guesses by script and then by function words (Grefenstette, "Comparing two language identification schemes", JADT
 * 1995). Words are weighed among `languages` and those that residents write though no city here speaks them; such a language
 * is reported, so that the resident can be told.
 */
export function guessLanguage(text: string, languages: readonly Language[]): LanguageGuess {
  const words = readWords(withoutAddresses(text))
  const byScript = guessByScript(words, languages)
  if (byScript !== undefined) return byScript
  const [first, second] = countHits(words, [...languages, ...othersThan(languages)], allWords)
  if (first === undefined || first.count === 0 || first.count === second?.count)
    return { language: undefined, sure: false }
  const isClear = first.count >= leastHits && first.count >= clearLead * (second?.count ?? 0)
  return { language: first.language, sure: words.length >= leastWords && isClear }
}
