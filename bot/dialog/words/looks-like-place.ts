// What tells a place that no register knows ("utanför kiosken") from words that are none ("vänta lite").
import { isStopWordAnywhere } from '../../text/stop-words'
import { fold, wordsOf } from './fold-words'

const listed = (...texts: readonly string[]): readonly string[] => texts.join(' ').split(' ').map(fold)

/** Anywhere in a word, for compounds and endings: `busshållplatsen`, `koulun`. */
const placeStems = listed(
  'gata gatu torg plats skola skole bibliotek station backe strand hamn kyrk tunnel korsning rondell trottoar kvarter område',
  'centrum sjukhus lasarett simhall idrott kiosk affär butik hotell restaurang museum slott skog fontän staty terminal brygga',
  'street road avenue square school library bridge church harbour harbor beach hospital playground crossing roundabout corner',
  'katu kadu tori puisto koulu silta sillan kirkko kirkon satama asema pysäkki kirjasto kauppa kaupan',
  'straße platz schule brücke kirche bahnhof hafen haltestelle',
  'calle plaza parque escuela puente iglesia puerto avenida esquina parada',
  'ulica ulicy szkoł plac kościo dworzec przystan rynek skrzyżowan',
  'вулиц площ школ зупинк вокзал церкв бібліотек магазин',
  'شارع ساحة ميدان حديقة مدرسة مكتبة جسر مسجد محطة ميناء مستشفى دوار',
  'خیابان میدان پارک مدرسه کتابخانه ایستگاه بیمارستان کوچه بلوار',
  'waddo wadda suuq dugsi iskuul buundo masaajid maktabad isbitaal xaafad',
)
/** At the end of a word, where more letters would make another one: `cykelväg`, but no `bror`. */
const placeEndings = listed(
  'väg park plan bro bron sjö sjön stig gränd allé hus gård berg port kaj shop store tie tiellä парк порт міст jidka most',
)
const besides = listed(
  'utanför vid bredvid bakom mittemot framför intill nära mellan längs ovanför nedanför norr söder öster väster',
  'outside behind opposite beside near next between front lähellä vieressä edessä takana kohdalla',
  'neben hinter gegenüber nahe cerca frente detrás junto obok koło naprzeciwko przy перед біля навпроти поруч',
  'قرب بجانب أمام خلف مقابل عند كنار نزدیک جلوی پشت روبروی agagaarka agteeda dhinaca hortiisa gadaasha',
)
/** Who speaks of somebody says something else, whatever the other words. */
const persons = listed('jag du ni vi er dig han hon you we they ich wir yo minä ja')

/** Swedish says with the end of a noun that it is a certain one: `kvarnen`, `skolgården`. */
const definite = /^\p{L}{3,}(?:en|et|an|[lr]n|rna)$/u
const adverb = /ligen$/u
/** They end alike and are no places. */
const notDefinite = listed(
  'sedan redan innan även gärna snälla hellre någonting ingenting människan måndagen tisdagen onsdagen torsdagen fredagen',
  'lördagen söndagen morgonen dagen kvällen natten veckan helgen månaden timmen minuten boten roboten frågan svaret written open then',
)

/**
 * Whether words say by themselves that they are about a place: a number, a name in the middle, a kind of place, something it is
 * beside, or a Swedish noun that is a certain one. Doubt is no refusal: the resident is asked.
 * @param line as written: "det ligger vid kvarnen"
 * @param name without the words that lead to it: "kvarnen"
 */
export function looksLikePlace(line: string, name: string): boolean {
  if (wordsOf(name).some((word) => persons.includes(fold(word)))) return false
  return /\d/.test(line) || hasNameInside(line) || wordsOf(line).map(fold).some(isOfPlace)
}

/** "Ica Maxi", "på ICA"; in a text that is all capitals they say nothing. */
const hasNameInside = (text: string): boolean => /\p{Ll}/u.test(text) && /\s\p{Lu}\p{L}/u.test(text)

const isOfPlace = (word: string): boolean => besides.includes(word) || isKindOfPlace(word) || isDefinite(word)

const isKindOfPlace = (word: string): boolean => kindAt(word) >= 0

/** Where in the word a kind of place begins. */
function kindAt(word: string): number {
  const stem = placeStems.find((one) => word.includes(one))
  const ending = placeEndings.find((one) => word.endsWith(one))
  return stem !== undefined ? word.indexOf(stem) : ending !== undefined ? word.length - ending.length : -1
}

const definiteEnding = /(?:en|et|n)$/u
/** "Nicolai" of "Nicolaiskolan"; "i parken" and "på gården" could be any. */
const shortestName = 3

/** "Nicolaiskolan", "skateparken", "gamla stationen": a certain place of its kind, not just any. */
export function namesPlace(name: string): boolean {
  const words = wordsOf(name).map(fold)
  const least = words.length > 1 ? 0 : shortestName
  return words.some((word) => Math.max(kindAt(word), kindAt(word.replace(definiteEnding, ''))) >= least)
}

/** Kinds that a town has few of, so that one with a name of its own is found by it. */
const rareKinds = listed(
  'skola skole bibliotek station hamn kyrk sjukhus lasarett simhall idrott hotell restaurang museum slott torg park bad',
)
/** Of these a town has many, or its residents say of each that it is one. */
const manyOfTheirKind = listed(
  'lekpark lekparken hundpark hundparken förskola förskolan grundskola grundskolan gymnasieskolan bensinstationen busstationen',
  'parkeringen parkering',
)
/** Shops that residents write without a capital. */
const shops = listed(
  'ica coop willys lidl hemköp maxi kvantum netto citygross apoteket systembolaget mcdonalds ikea',
)

/** "Skateparken" and "ica" are found by their names; "lekparken" and "gångvägen" could be any of many. */
export function isOneOfItsKind(word: string): boolean {
  if (shops.includes(word)) return true
  const kind = rareKinds.find((one) => word.includes(one))
  return kind !== undefined && word.indexOf(kind) >= shortestName && !manyOfTheirKind.includes(word)
}

const isDefinite = (word: string): boolean =>
  definite.test(word) && !adverb.test(word) && !notDefinite.includes(word) && !isStopWordAnywhere(word)
