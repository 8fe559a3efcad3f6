// The municipalities that residents may mean when they do not mean ours.
import type { City } from '../contracts/city/city'
import { madeOnce } from '../contracts/basics/made-once'
import { framedWords } from './place-names'

/** Sweden's 290 (Statistics Sweden, "Län och kommuner i kodnummerordning"), and capitals of the neighbours. */
const names = `
  Upplands Väsby, Vallentuna, Österåker, Värmdö, Järfälla, Ekerö, Huddinge, Botkyrka, Salem, Haninge, Tyresö, Upplands-Bro, Nykvarn,
  Täby, Danderyd, Sollentuna, Stockholm, Södertälje, Nacka, Sundbyberg, Solna, Lidingö, Vaxholm, Norrtälje, Sigtuna, Nynäshamn,
  Håbo, Älvkarleby, Knivsta, Heby, Tierp, Uppsala, Enköping, Östhammar, Vingåker, Gnesta, Nyköping, Oxelösund, Flen, Katrineholm,
  Eskilstuna, Strängnäs, Trosa, Ödeshög, Ydre, Kinda, Boxholm, Åtvidaberg, Finspång, Valdemarsvik, Linköping, Norrköping,
  Söderköping, Motala, Vadstena, Mjölby, Aneby, Gnosjö, Mullsjö, Habo, Gislaved, Vaggeryd, Jönköping, Nässjö, Värnamo, Sävsjö,
  Vetlanda, Eksjö, Tranås, Uppvidinge, Lessebo, Tingsryd, Alvesta, Älmhult, Markaryd, Växjö, Ljungby, Högsby, Torsås, Mörbylånga,
  Hultsfred, Mönsterås, Emmaboda, Kalmar, Nybro, Oskarshamn, Västervik, Vimmerby, Borgholm, Gotland, Olofström, Karlskrona, Ronneby,
  Karlshamn, Sölvesborg, Svalöv, Staffanstorp, Burlöv, Vellinge, Östra Göinge, Örkelljunga, Bjuv, Kävlinge, Lomma, Svedala, Skurup,
  Sjöbo, Hörby, Höör, Tomelilla, Bromölla, Osby, Perstorp, Klippan, Åstorp, Båstad, Malmö, Lund, Landskrona, Helsingborg, Höganäs,
  Eslöv, Ystad, Trelleborg, Kristianstad, Simrishamn, Ängelholm, Hässleholm, Hylte, Halmstad, Laholm, Falkenberg, Varberg,
  Kungsbacka, Härryda, Partille, Öckerö, Stenungsund, Tjörn, Orust, Sotenäs, Munkedal, Tanum, Dals-Ed, Färgelanda, Ale, Lerum,
  Vårgårda, Bollebygd, Grästorp, Essunga, Karlsborg, Gullspång, Tranemo, Bengtsfors, Mellerud, Lilla Edet, Mark, Svenljunga,
  Herrljunga, Vara, Götene, Tibro, Töreboda, Göteborg, Mölndal, Kungälv, Lysekil, Uddevalla, Strömstad, Vänersborg, Trollhättan,
  Alingsås, Borås, Ulricehamn, Åmål, Mariestad, Lidköping, Skara, Skövde, Hjo, Tidaholm, Falköping, Kil, Eda, Torsby, Storfors,
  Hammarö, Munkfors, Forshaga, Grums, Årjäng, Sunne, Karlstad, Kristinehamn, Filipstad, Hagfors, Arvika, Säffle, Lekeberg, Laxå,
  Hallsberg, Degerfors, Hällefors, Ljusnarsberg, Örebro, Kumla, Askersund, Karlskoga, Nora, Lindesberg, Skinnskatteberg,
  Surahammar, Kungsör, Hallstahammar, Norberg, Västerås, Sala, Fagersta, Köping, Arboga, Vansbro, Malung-Sälen, Gagnef, Leksand,
  Rättvik, Orsa, Älvdalen, Smedjebacken, Mora, Falun, Borlänge, Säter, Hedemora, Avesta, Ludvika, Ockelbo, Hofors, Ovanåker,
  Nordanstig, Ljusdal, Gävle, Sandviken, Söderhamn, Bollnäs, Hudiksvall, Ånge, Timrå, Härnösand, Sundsvall, Kramfors, Sollefteå,
  Örnsköldsvik, Ragunda, Bräcke, Krokom, Strömsund, Åre, Berg, Härjedalen, Östersund, Nordmaling, Bjurholm, Vindeln, Robertsfors,
  Norsjö, Malå, Storuman, Sorsele, Dorotea, Vännäs, Vilhelmina, Åsele, Umeå, Lycksele, Skellefteå, Arvidsjaur, Arjeplog, Jokkmokk,
  Överkalix, Kalix, Övertorneå, Pajala, Gällivare, Älvsbyn, Luleå, Piteå, Boden, Haparanda, Kiruna, Gothenburg, Köpenhamn,
  Copenhagen, Helsingör, Oslo, Helsingfors, Helsinki`

const listed = names.split(',').map((name) => name.trim())

/** Words of their own as well: they are a municipality only where the word says so ("Marks kommun"). */
const alsoWords: ReadonlySet<string> = new Set(
  ['Ale', 'Berg', 'Boden', 'Eda', 'Kil', 'Köping', 'Mark', 'Nora', 'Sala', 'Säter', 'Vara'].map((name) =>
    framedWords(name).trim(),
  ),
)

const inside = 'i|inom|in|w|en'
/** "Jag bor i Kiruna" says where who asks is, and not what is asked about: their parents may live here. */
const stays = 'bor|bodde|jobbar|arbetar|pluggar|ar|var|sitter|live|lives|living|work|works|am|is'
const kinds = 'kommun|kommuns|kommunen|stad|stads|municipality|city'

/** Whoever names our city too, or comes here, asks us. */
const here = 'hit|here|hos er'

interface Others {
  readonly pattern: RegExp
  readonly ours: RegExp
  /** As compared → as written. */
  readonly written: ReadonlyMap<string, string>
}

const othersOf = madeOnce(({ name }: City): Others => {
  const written = new Map(listed.filter((one) => one !== name).map((one) => [framedWords(one).trim(), one]))
  const all = [...written.keys()]
  const plain = all.filter((one) => !alsoWords.has(one))
  return {
    pattern: new RegExp(
      `(?<! (?:${stays})) (?:(?:${inside}) (?<place>${plain.join('|')})|(?<named>${all.join('|')})s? (?:${kinds})) `,
    ),
    ours: new RegExp(` (?:${framedWords(name).trim()}s?|${here}) `),
    written,
  }
})

/** The other municipality that a text asks about ("dagis i Lund", "Växjö kommun"), as it is written; undefined when there is none. */
export function otherMunicipality(text: string, city: City): string | undefined {
  const { pattern, ours, written } = othersOf(city)
  const line = framedWords(text)
  const groups = pattern.exec(line)?.groups
  if (groups === undefined || ours.test(line)) return undefined
  return written.get(groups['place'] ?? groups['named'] ?? '')
}
