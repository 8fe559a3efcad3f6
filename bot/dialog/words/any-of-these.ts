// "Första bästa", "spelar ingen roll", "så snart som möjligt", "the earliest": which of several times, by nothing but their order.
import { fold, plainLine } from './fold-words'

const lead =
  '(?:(?:ja|ok|okej|jag|vi|vill\\s+ha|ta|tar|boka|valj|valjer|garna|helst|da|yes|i|we|ll|will|take|book|want|just)\\s+)*'
const tail = '(?:\\s+(?:tack|gar\\s+bra|funkar|passar|blir\\s+bra|please|is\\s+fine|works|will\\s+do))*'
const form = (forms: readonly string[]): RegExp => new RegExp(`^${lead}(?:${forms.join('|')})${tail}$`, 'u')

const any = form([
  '(?:den\\s+)?forsta(?:\\s+(?:basta|lediga|mojliga|tillfalle))?(?:\\s+(?:tid|tiden|dag|dagen))?',
  '(?:vilken|nar|vilken\\s+(?:tid|dag))\\s+som\\s+helst',
  '(?:det\\s+)?(?:spelar\\s+ingen\\s+roll|kvittar)(?:\\s+(?:nar|vilken|vilket|for\\s+(?:mig|oss)))?',
  'the\\s+first(?:\\s+(?:one|time|day|available))?',
  'first\\s+(?:available|one|free)(?:\\s+(?:time|day|slot))?',
  '(?:any|whichever|whenever|any\\s*(?:one|time|day|of\\s+(?:them|these)))',
  '(?:it\\s+)?(?:doesn\\s?t|does\\s+not)\\s+matter|no\\s+preference',
])
const soonest = form([
  '(?:den\\s+)?(?:allra\\s+)?tidigast(?:e)?(?:\\s+mojliga)?(?:\\s+(?:tid|tiden|dag|dagen))?',
  'sa\\s+(?:snart|fort|tidigt)(?:\\s+(?:som\\s+mojligt|det\\s+gar|ni\\s+kan))?',
  'snarast(?:\\s+mojligt)?',
  '(?:asap|as\\s+(?:soon|early)\\s+as\\s+(?:possible|you\\s+can))',
  '(?:the\\s+)?(?:earliest|soonest)(?:\\s+(?:one|time|day|possible|available))*',
])

/** `any`: whichever is offered first. `soonest`: the earliest there is. */
export function readAnyOfThese(text: string): 'any' | 'soonest' | undefined {
  const line = fold(plainLine(text))
  if (any.test(line)) return 'any'
  return soonest.test(line) ? 'soonest' : undefined
}
