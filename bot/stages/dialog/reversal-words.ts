// How people take back what was done, in whole sentences: "cancel my pickup", "kan ni flytta hämtningen till torsdag?", "jag har
// ångrat mig". Heard only where there is something to take back; the city's own words for it are heard anywhere.
import { fold, plainLine } from '../../dialog/words/fold-words'

const polite =
  '(?:(?:hej|oj|nej|no|ja|men|but|forresten|forlat|sorry|snalla|please|du|och|actually|kan|kunde|skulle|vill|ville|vi|ni|jag|i|you|we|can|could|' +
  'would|like|want|need|to|fa|vilja|behover|maste|hur|how|do|gor|att)\\s+)*'
const whose = '(?:(?:min|mitt|mina|den|det|har|hela|bokade|the|my|that|this|our)\\s+)*'
const thing =
  '(?:det|den|it|that|this|hamtning|hamtningen|upphamtning|upphamtningen|grovsoporna|grovsopshamtningen|bokning|bokningen|tid|tiden|' +
  'besoket|samtal|samtalet|uppringning|uppringningen|pickup|pick up|collection|booking|appointment|call|call back|callback|phone call)'
const more =
  '(?:\\s+(?:tack|please|nu|now|igen|again|langre|mer|anymore|any more|jag bokade|som jag bokade|i booked|i made))*'
/** The whole text says that, whatever politeness stands around it. */
export const whole = (pattern: string): RegExp => new RegExp(`^${polite}${pattern}${more}$`, 'u')

const takesBack = [
  whole(
    `(?:avboka|avbokar|avbestalla|avbestall|angra|angrar|ta bort|ta tillbaka|stryka|stryk|cancel|undo|remove|call off|delete)\\s+(?:jag\\s+)?${whose}${thing}`,
  ),
  whole('(?:avboka|avbestalla|cancel)'),
]
const changedMind = [
  whole('(?:har\\s+)?(?:angrat|angrar|andrat)\\s+(?:mig|oss)(?:\\s+.*)?'),
  whole('(?:have\\s+)?changed\\s+(?:my|our)\\s+mind(?:\\s+.*)?'),
  whole('(?:(?:boka|anmal|skicka)\\s+inte)(?:\\s+(?:det|den))?'),
]
const not = '(?:inte|inte langre|ej|don t|dont|not|no longer)'
const go = '(?:boka|anmala|bli uppringd|fortsatta|book|report|go on|continue|be called)'
const notNeeded = whole(
  '(?:det|den|it)?\\s*(?:behovs|behovdes)\\s+(?:inte|ej)|(?:it\\s+is\\s+)?not\\s+needed',
)
const goesOnNoMore = whole(
  `${not}\\s+(?:(?:want|need|to)\\s+)*${go}(?:\\s+(?:nagon|nagot|${whose}${thing}))?`,
)
const wantsNot = [
  whole(`${not}\\s+(?:(?:ha|behover|skicka|send|need|want|have)\\s+)*${whose}${thing}`),
  whole('(?:inte)\\s+(?:komma|hamta|ringa)(?:\\s+(?:den|det|nagot))?'),
  whole(`(?:strunta i|skit i|glom|glomma|forget|forget about|never mind)\\s+${whose}${thing}`),
]
/** Of what was done, and nothing that could be taken back without it. */
const part =
  '(?:dag|dagen|datum|datumet|adress|adressen|hamtadressen|sakerna|numret|telefonnumret|day|date|address|things|number)'
const moves = whole(
  `(?:flytta|flyttar|boka om|omboka|ombokar|andra|byta|byt|skjuta upp|move|reschedule|rebook|change|postpone)\\s+(?:jag\\s+)?(?:pa\\s+)?${whose}(?:${thing}|${part})(?:\\s+(?:till|to|pa|for|fran|from)\\s+.+)?`,
)

/** To a day, which is all that can be meant: "byta till lördag", "ta fredag i stället". */
const dayWords =
  '(?:(?:pa\\s+|den\\s+|on\\s+)?(?:mandag|tisdag|onsdag|torsdag|fredag|lordag|sondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:en)?|' +
  'i ?morgon|imorgon|i ?overmorgon|tomorrow|(?:pa\\s+)?nasta vecka|next week|(?:en )?annan dag|another day|den \\d{1,2}(?: \\p{L}+)?)'
const movesToDay = whole(
  `(?:(?:flytta|flyttar|boka om|omboka|andra|byta|byt|skjuta upp|move|change|postpone)(?:\\s+${whose}${thing})?\\s+(?:till|to)\\s+${dayWords}(?:\\s+(?:i ?stallet|instead))?|` +
    `(?:ta|valja|ringa|ring|komma|hamta|take|make it|have|call)\\s+(?:(?:mig|oss|den|det|me|us)\\s+)?${dayWords}\\s+(?:i ?stallet|instead))`,
)

export const lineOf = (text: string): string => fold(plainLine(text))

/** What the resident wants with what was done: to have it taken back, or to have it otherwise. */
export function wantedOfWhatIsDone(text: string): 'undo' | 'change' | undefined {
  const line = lineOf(text)
  if ([...takesBack, ...changedMind, notNeeded, goesOnNoMore, ...wantsNot].some((form) => form.test(line)))
    return 'undo'
  return moves.test(line) || movesToDay.test(line) ? 'change' : undefined
}

const endsErrand = whole(
  `(?:ta bort|stryka?|avbryta?|avsluta|stanga?|ta tillbaka|cancel|remove|delete|close|drop)\\s+${whose}(?:arende|arendet|anmalan|felanmalan|case|report)`,
)

/** "Glöm det", "ta bort ärendet": after a reason for it, what is being asked is wanted no more. */
export const callsOff = (text: string): boolean =>
  [...takesBack, ...wantsNot, notNeeded, endsErrand].some((form) => form.test(lineOf(text)))

/**
 * "Nej, jag vill inte boka längre", "jag har ångrat mig": what is being asked is wanted no more.
 * @param isAtEnd everything is answered, and it is to be confirmed: there "jag vill inte ha det" is about all of it
 */
export function wantsNoMore(text: string, isAtEnd: boolean): boolean {
  const line = lineOf(text)
  return [...changedMind, notNeeded, goesOnNoMore, ...(isAtEnd ? [...takesBack, ...wantsNot] : [])].some(
    (form) => form.test(line),
  )
}
