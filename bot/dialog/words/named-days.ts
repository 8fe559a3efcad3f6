// Days that have a name: "julafton", "midsommarafton", "New Year's Eve". Swedish days, wherever the resident comes from.
import { namedDaysOf } from '../../hours/red-days'
import { datePattern, noSuchDay, type DatePattern, type ReadDays } from './date-pattern'
import { fold } from './fold-words'

/** Name in the Swedish calendar → how residents write it, its definite form and short forms among them. */
const ways: ReadonlyMap<string, string> = new Map([
  ['nyårsdagen', "nyårsdagen|new year's day|new years day"],
  ['trettondagsafton', 'trettondagsafton|twelfth night|epiphany eve|eve of epiphany|the day before epiphany'],
  ['trettondedag jul', 'trettondedag jul|trettondedagen|trettondagen|epiphany'],
  ['skärtorsdagen', 'skärtorsdag|skärtorsdagen|maundy thursday'],
  ['långfredagen', 'långfredag|långfredagen|good friday'],
  ['påskafton', 'påskafton|påskaftonen|easter eve|easter saturday'],
  ['påskdagen', 'påskdagen|påskdan|easter sunday|easter day'],
  ['annandag påsk', 'annandag påsk|easter monday|annandagen'],
  ['valborgsmässoafton', 'valborgsmässoafton|valborg|sista april|walpurgis night'],
  ['första maj', 'first of may|may day|labour day'],
  ['kristi himmelsfärdsdag', 'kristi himmelsfärdsdag|kristi himmelsfärd|kristi flygare|ascension day'],
  ['pingstafton', 'pingstafton|whitsun eve'],
  ['pingstdagen', 'pingstdagen|whit sunday|pentecost'],
  ['nationaldagen', 'nationaldagen|sveriges nationaldag|national day'],
  ['midsommarafton', "midsommarafton|midsommaraftonen|midsummer eve|midsummer's eve|midsummers eve"],
  ['midsommardagen', "midsommardagen|midsummer day|midsummer's day"],
  ['allhelgonaafton', 'allhelgonaafton'],
  ['alla helgons dag', "alla helgons dag|alla helgona|all saints day|all saints' day"],
  ['första advent', 'första advent|1:a advent|1 advent|första söndagen i advent|first sunday of advent'],
  ['andra advent', 'andra advent|2:a advent|2 advent|andra söndagen i advent|second sunday of advent'],
  ['tredje advent', 'tredje advent|3:e advent|3 advent|tredje söndagen i advent|third sunday of advent'],
  ['fjärde advent', 'fjärde advent|4:e advent|4 advent|fjärde söndagen i advent|fourth sunday of advent'],
  ['luciadagen', 'luciadagen|lucia|luciadan'],
  ['julafton', 'julafton|julaftonen|christmas eve|xmas eve'],
  ['juldagen', 'juldagen|juldan|christmas day'],
  ['annandag jul', 'annandag jul|boxing day|annandagen'],
  ['nyårsafton', "nyårsafton|nyårsaftonen|new year's eve|new years eve"],
])

/** The next of several: "annandagen" is in spring or at Christmas. */
const namesOf = new Map<string, readonly string[]>()
for (const [name, written] of ways)
  for (const way of written.split('|').map(fold)) namesOf.set(way, [...(namesOf.get(way) ?? []), name])
const written = [...new Set([...namesOf.keys(), ...[...ways.values()].flatMap((way) => way.split('|'))])]
  .sort((a, b) => b.length - a.length)
  .map((way) => way.replaceAll(' ', '\\s+'))

export const namedDayPattern: DatePattern = datePattern(
  `(?:på\\s+|pa\\s+|on\\s+)?(?<named>${written.join('|')})(?:\\s+(?<year>\\d{4}))?`,
  true,
  ({ named, year }, today) => {
    const names = namesOf.get(fold((named ?? '').replace(/\s+/g, ' '))) ?? []
    return readNamedDay(names, year, today)
  },
)

function readNamedDay(names: readonly string[], year: string | undefined, today: string): ReadDays {
  const thisYear = Number(today.slice(0, 4))
  const years = year === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [Number(year)]
  const days = years
    .flatMap((candidate) => names.flatMap((name) => namedDaysOf(candidate).get(name) ?? []))
    .sort()
  if (year !== undefined) return days.length === 0 ? noSuchDay : { days }
  const next = days.find((day) => day >= today)
  const past = days.findLast((day) => day < today)
  return next === undefined ? noSuchDay : { days: past === undefined ? [next] : [next, past] }
}
