// "Varför behöver ni mitt nummer?", "vad ska ni med det till", "is this safe": why something is asked, in Swedish and English.
import { fold, plainLine } from './fold-words'

const lead =
  '(?:(?:och|men|fast|jaha|ok|okej|okay|hm|hej|vanta|ursakta|and|but|so|hey|wait|sorry|well|then)\\s+)*'
const mine =
  '(?:(?:det|den|detta|that|it|this)(?:\\s+(?:har|dar))?|(?:mitt|mina|mig|my|the|numret|mobilnumret|adressen)\\b.*)'
const forms = [
  '(?:varfor|why)(?:\\s+(?:da|det|then|that|fragar|undrar))?',
  '(?:varfor|why)\\s+(?:da\\s+)?(?:behover|behovs|fragar|undrar|vill|maste|ska|kraver|sparar|do|does|must|should|would|are|is)\\s+' +
    '(?:ni|du|jag|man|staden|det|den|detta|mitt|numret|adressen|you|i|we|one|it|that|this|my|the)\\b.*',
  `vad\\s+(?:ska|skall|behover|gor|vill)\\s+(?:ni|du)\\s+(?:gora\\s+)?(?:(?:ha|anvanda)\\s+)?(?:med\\s+)?${mine}(?:\\s+till)?`,
  `what\\s+(?:do|will|are)\\s+you\\s+(?:need|want|use|do|doing|going\\s+to\\s+do)\\s+(?:with\\s+)?${mine}(?:\\s+for)?`,
  '(?:maste|behover)\\s+(?:jag|man)(?:\\s+verkligen)?\\s+(?:svara|saga|lamna|ge|uppge|skriva|beratta|tala\\s+om)\\b.*',
  'do\\s+i\\s+(?:really\\s+)?(?:have|need)\\s+to\\s+(?:answer|say|give|tell|share|write)\\b.*',
  '(?:kan|vagar)\\s+(?:man|jag)\\s+(?:verkligen\\s+)?lita\\s+pa\\s+(?:det(?:\\s+har)?|detta|er|dig)',
  'ar\\s+det(?:\\s+har)?\\s+(?:verkligen\\s+)?(?:sakert|tryggt|pa\\s+riktigt)',
  'can\\s+(?:i|one)\\s+(?:really\\s+)?trust\\s+(?:this|that|it|you)',
  'is\\s+(?:this|it|that)\\s+(?:really\\s+)?(?:safe|secure)',
  `(?:vem|vilka|who)\\s+(?:ser|far\\s+se|kan\\s+se|laser|sees|can\\s+see|will\\s+see|reads)\\s+${mine}`,
]
const why = new RegExp(`^${lead}(?:${forms.join('|')})$`, 'u')

const meaning = new RegExp(
  `^${lead}(?:(?:vad|hur) menar (?:du|ni)(?: (?:med|nu|da).*)?|vad betyder (?:det|den|fragan|detta)(?: har)?|` +
    'what (?:do|did) you mean(?: (?:by|with) .*)?|what does (?:that|this|it|the question) mean|how do you mean)$',
  'u',
)

/** "Vad menar du med det?", "what does that mean": asked of a question, it is not understood. */
export const asksWhatIsMeant = (text: string): boolean => meaning.test(fold(plainLine(text)))

export const asksWhy = (text: string): boolean => why.test(fold(plainLine(text)))
