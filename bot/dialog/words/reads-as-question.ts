// Whether a text asks us something: "vänta, måste jag vara hemma då", "hur lång tid tar det". By its form alone, in the languages that
// are spoken whole.
import { fold, plainLine } from './fold-words'

const lead =
  '(?:(?:och|sen|sedan|men|vanta|forresten|fast|jaha|ja|nej|ok|okej|hej|ursakta|sa|du|alltsa|and|but|wait|so|hey|sorry|oh)\\s+)*'
const who = '(?:jag|du|vi|ni|man|det|den|de|dom|han|hon|nagon|nan|i|you|we|they|it|he|she|someone|one)'
const verb =
  '(?:ar|e|har|kan|far|blir|kommer|ringer|oppnar|stanger|ska|maste|behover|behovs|hor|borjar|slutar|gar|tar|kostar|galler|vill|hittar|ligger|finns|gor|hander|menar|betyder|heter|raknas|innebar|sager|star|skulle|is|are|do|does|did|can|will|must|should|would|has|have|was|means?|counts?)'
const wants = '(?:vill|ville|skulle\\s+vilja|behover|want\\s+to|would\\s+like\\s+to|need\\s+to)'
const too = '(?:(?:bara|ocksa|aven|just|also)\\s+)?'
const forms = [
  // "När ni vill" and "vilken dag som helst" are answers to when.
  `(?:nar|var|vart|when|where)\\s+${verb}\\s+\\S+.*`,
  '(?:hur|varfor|how|why)\\s+\\S+.*',
  `(?:vad|vem|vilken|vilket|vilka|what|who|which)(?:\\s+\\S+)?\\s+${verb}(?:\\s+.*)?`,
  `(?:ar|e|kan|far|maste|behover|ska|skulle|har|kommer|gar|is|are|can|may|must|should|do|does|will|have)\\s+${who}(?:\\s+.*)?`,
  '(?:kostar|behovs|kravs|finns|racker|gar)\\s+(?:det|den|nagon|nagot)(?:\\s+.*)?',
  `(?:${who}\\s+)?(?:undrar|wonder)\\s+.*`,
  // "Jag vill också veta när …", "sen vill jag fråga om …"
  `(?:${who}\\s+)?${too}${wants}\\s+(?:${who}\\s+)?${too}(?:veta|fraga|know|ask)\\s+.*`,
]
const asks = new RegExp(`^${lead}(?:${forms.join('|')})$`, 'u')
const anyOf = /\b(?:som helst|spelar ingen roll|any ?time|any day|whenever)\b/u
/** "Storgatan 12?" is an answer of somebody who is not sure of it. */
const fewestWordsOfQuestion = 3

export function readsAsQuestion(text: string): boolean {
  const line = fold(plainLine(text))
  if (anyOf.test(line)) return false
  const words = line === '' ? 0 : line.split(' ').length
  return words >= fewestWordsOfQuestion && (/[?؟]\s*$/u.test(text) || asks.test(line))
}
