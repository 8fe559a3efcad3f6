// What a relative who follows visits asks in few words: "när kommer dom", "är de sena", "fick hon mat". To everybody else they
// may be about the refuse collectors or a school; from such a phone they are about the visits.
import { fold, plainLine } from '../dialog/words/fold-words'

const opening = '(?:(?:hej|men|och|ok|okej|vet|du|ni|om|hi|but|and|so|do|you|know|if)\\s+)*'
const staff =
  '(?:de|dom|ni|nan|nagon|ingen|personalen|hemtjansten|hjalpen|tjejerna|they|you|anyone|anybody|someone|somebody|nobody|staff|the carers|carers)'
const dear =
  '(?:hon|han|henne|honom|min|mamma|pappa|mor|far|mormor|morfar|farmor|farfar|svarmor|svarfar|min fru|min man|she|he|her|him|' +
  'my|mum|mom|dad|mother|father|grandma|grandpa|[a-z])'
const rest =
  `(?:\\s+(?:till|hos|for|med|at|${dear}|idag|i|dag|ikvall|kvall|imorgon|imorron|morgon|morse|natt|natten|kvallen|eftermiddag|formiddag|` +
  'eftermiddagen|formiddagen|pa|nu|sen|snart|igen|da|egentligen|an|redan|inte|alls|nasta|gang|dar|har|mat|maten|lunch|lunchen|frukost|' +
  'frukosten|middag|middagen|sin|sina|medicin|medicinen|mediciner|tabletter|hjalp|dusch|duschat|duscha|upp|tid|sent|tidigt|to|the|with|yet|today|' +
  'tonight|tomorrow|this|morning|evening|afternoon|again|next|time|there|food|lunch|breakfast|dinner|medicine|meds|pills|help|shower|now|late|on))*'
const whole = (pattern: string): RegExp => new RegExp(`^${opening}${pattern}${rest}$`, 'u')

const questions: readonly RegExp[] = [
  whole(`(?:nar|varfor|vilken tid|hur dags|kommer det)\\s+(?:kommer|kom|gar|gick|var)\\s+${staff}`),
  whole(`(?:kommer|kom|var|gick)\\s+${staff}`),
  whole(`(?:varfor\\s+)?ar\\s+${staff}\\s+(?:sena|sen|forsenade|forsenad|pa vag|dar|kvar|klara)`),
  whole(`har\\s+(?:${staff}|${dear})\\s+(?:varit|vart|kommit|gatt|atit|fatt|tagit|hunnit|blivit|lagt)`),
  whole(
    `(?:fick|at|tog|har)\\s+${dear}\\s+(?:at\\s+)?(?:atit|fatt|mat|maten|lunch|frukost|middag|sin|sina|medicin|hjalp|dusch)`,
  ),
  whole(`vem\\s+(?:kommer|kom|var|ar|gick)`),
  whole(`hur lange\\s+(?:var|stannade)\\s+${staff}`),
  whole(`hur\\s+(?:mar|gar det for|gar det med|gick det for|gick det med|ar det med)\\s+${dear}`),
  whole(
    `(?:when|why)\\s+(?:are|do|will|did|is|were)\\s+${staff}\\s+(?:coming|come|late|be|arrive|arriving|going)`,
  ),
  whole(
    `(?:are|were|is|was|have|has|did|will)\\s+${staff}\\s+(?:coming|come|late|been|there|on their way|on the way|arrived|visit|visited)`,
  ),
  whole(`(?:has|did|is)\\s+${dear}\\s+(?:eaten|eat|get|got|had|have|take|taken|ok|okay|alright)`),
  whole('who\\s+(?:is coming|comes|came|was there|is there|will come)'),
  whole(`how\\s+(?:is|s)\\s+${dear}`),
]

export const asksOfVisits = (text: string): boolean => {
  const line = fold(plainLine(text))
  return questions.some((question) => question.test(line))
}

const polite = '(?:(?:hej|men|och|ok|okej|snalla|but|and|please)\\s+)*'
const ofNumber: readonly RegExp[] = [
  'hur\\s+(?:blir|registrerar|anmaler)\\s+(?:jag|man)(?:\\s+(?:registrerad|mig|mitt nummer|det|numret))?(?:\\s+da)?',
  'hur\\s+gor\\s+(?:jag|man)(?:\\s+da|\\s+det)?',
  '(?:kan|kunde|skulle)\\s+(?:du|ni)\\s+(?:\\p{L}+\\s+){0,2}(?:ett\\s+)?annat\\s+nummer',
  '(?:det\\s+ar\\s+)?(?:fel|ett annat|annat)\\s+nummer',
  'jag\\s+ar\\s+(?:\\p{L}+\\s+)?(?:dotter|son|anhorig|make|maka|fru|man|syster|bror|barnbarn)',
  'how\\s+(?:do|can)\\s+i\\s+(?:register|get registered|sign up)(?:\\s+my number)?',
  '(?:can|could)\\s+you\\s+(?:\\p{L}+\\s+){0,2}(?:another|a different)\\s+number',
  'i\\s+am\\s+(?:\\p{L}+\\s+)?(?:daughter|son|relative|husband|wife|sister|brother)',
].map((form) => new RegExp(`^${polite}${form}$`, 'u'))

/** What is asked where nothing was shown: "hur registrerar jag mig", "kan du kolla ett annat nummer", "jag är hennes dotter". */
export const asksOfNumber = (text: string): boolean => {
  const line = fold(plainLine(text))
  return ofNumber.some((form) => form.test(line))
}
