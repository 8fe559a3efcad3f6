// The wish that no more texts come, in whole sentences: "jag vill inte få fler sms", "stop texting me", "sluta skicka meddelanden".
import { fold, plainLine } from '../dialog/words/fold-words'

const polite =
  '(?:(?:hej|snalla|kan|ni|du|jag|vi|och|nej|tack|vill|skulle|vilja|hur|gor|man|for|att|i|we|you|please|can|could|want|to|would|like|' +
  'do|how|no|thanks|hi|hello)\\s+)*'
const texts =
  '(?:(?:fler|flera|mer|nagra|era|de har|dessa|alla|any|more|further|your|these|the|all|such)\\s+)*' +
  '(?:sms|sms en|smsen|smset|meddelanden|meddelandena|notiser|aviseringar|paminnelser|utskick|text|texts|text messages|messages|' +
  'notifications|reminders)'
const more =
  '(?:\\s+(?:langre|mer|tack|nu|alls|fran er|av er|fran kommunen|fran staden|till mig|om.*|please|now|anymore|any more|any longer|' +
  'from you|to me|about.*))*'
const whole = (pattern: string): RegExp => new RegExp(`^${polite}${pattern}${more}$`, 'u')

const wishes: readonly RegExp[] = [
  whole(
    `(?:slutar?|slut|stoppar?|avslutar?|avbryter|avbryt|slipper|slippa|stop|end|cancel|quit)(?:\\s+(?:jag|vi|man|med|att|fa|ha|with|getting|receiving))*\\s+${texts}`,
  ),
  whole(
    `(?:sluta|stop|quit)\\s+(?:att\\s+)?(?:skicka|sms a|smsa|texta|meddela|sending|texting|messaging|send)` +
      `(?:\\s+(?:till\\s+)?(?:mig|oss|me|us))?(?:\\s+${texts})?`,
  ),
  whole(
    `(?:inte|inte langre|ej|not|don t|dont|do not|no longer)\\s+(?:(?:ha|fa|want|have|get|receive|to)\\s+)*${texts}`,
  ),
  whole(`(?:inga fler|inga mer|no more|no further)\\s+${texts}`),
  whole('(?:avregistrera|avprenumerera|unsubscribe)(?:\\s+(?:mig|me|fran|from|' + texts + '))*'),
  whole(
    '(?:ta bort|stryk|remove)\\s+(?:mig|mitt nummer|me|my number)\\s+(?:fran|from)\\s+.*(?:listan|lista|list|sms|texts)',
  ),
]

/** A resident who asks for it is told the word that does it: a sentence may be about a single errand, or be misread. */
export const wantsNoTexts = (text: string): boolean => {
  const line = fold(plainLine(text))
  return wishes.some((wish) => wish.test(line))
}
