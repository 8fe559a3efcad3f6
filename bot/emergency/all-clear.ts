// "Nej hon öppnade nu, allt är bra": who cried for help a moment ago and tells that it went well.
import type { Language } from '../contracts/talk/language'
import { foldDiacritics, foldedLine } from '../text/normalise'
import { wholeWords } from '../text/whole-words'
import { helpNumbers } from './help-numbers'

const { emergency } = helpNumbers

/** How it is said, in words as they are compared: without apostrophes, dots, rings and vowel marks. */
const said: ReadonlyMap<Language, RegExp> = new Map(
  Object.entries({
    sv:
      '(?:allt|nu|det) (?:ar|va|var|blev|gick|gar|kanns) (?:(?:nu|okej|helt|jatte)? ?(?:bra|lugnt|okej|ok|fint|under kontroll)|over)|ingen fara(?: langre)?|falskt alarm|falsklarm|' +
      '(?:hon|han|hen|dom|de) (?:mar|ar) (?:nu )?(?:bra|okej|ok|hemma|tillbaka|i sakerhet)|(?:det )?loste sig|(?:hon|han) (?:oppnade|vaknade|svarade|kom hem|kom tillbaka|har vaknat|har oppnat|har svarat|har kommit hem)(?: nu| precis| till slut)?|' +
      '(?:vi|jag) (?:hittade|har hittat) (?:henne|honom|hen|barnet)|(?:det|elden|branden) (?:ar )?(?:slackt|slocknade|har slocknat)|(?:ambulansen|polisen|brandkaren|hjalpen|raddningstjansten) (?:ar har|har kommit|kom|ar pa plats)|det behovs inte(?: langre)?',
    en:
      '(?:all|everything|it|its|that|thats) (?:is |are |was |s )?(?:now )?(?:all )?(?:fine|good|okay|ok|well|under control|alright|over)(?: now)?|false alarm|no (?:longer )?(?:danger|emergency)|' +
      '(?:she|he|they)(?:s| is| are|re)? (?:now )?(?:fine|ok|okay|safe|awake|home|back|alright)|(?:she|he) (?:opened|woke up|answered|came home|came back|just opened|just woke up)|' +
      '(?:we|i) (?:found|have found) (?:her|him|the child)|(?:the )?(?:ambulance|police|fire brigade|help) (?:is here|has come|came|arrived|has arrived)|(?:the )?fire is out',
    fi: 'kaikki on (?:hyvin|kunnossa)|vaara halytys|ei hataa|apu tuli',
    ar: 'كل شيء بخير|انذار كاذب|لا خطر|الحمد لله هو بخير|الحمد لله هي بخير',
    so: 'wax walba waa (?:hagaag|fiican)|khatar ma jirto|way fiican tahay|wuu fiican yahay',
    fa: 'همه چیز (?:خوب|خوبه|مرتب) ?(?:است)?|خطری نیست|حالش خوب است|حالش خوبه',
    uk: 'все (?:добре|гаразд)|хибна тривога|небезпеки немає',
    pl: 'wszystko (?:dobrze|w porzadku)|falszywy alarm|nic sie nie stalo',
    es: 'todo (?:bien|esta bien)|falsa alarma|no hay peligro|ya esta bien',
    de: 'alles (?:gut|in ordnung|okay)|fehlalarm|keine gefahr(?: mehr)?',
  }).map(([language, words]) => [language, wholeWords(foldDiacritics(words))] as const),
)

/** What takes it back again: "allt är bra men hon blöder". */
const turns = wholeWords(
  'men|fast|inte|aldrig|nastan|but|not|never|almost|mutta|لكن|laakiin|اما|але|ale|pero|aber|nicht|nie|ei',
)
/** "Det behövs inte" and "ei hätää" are said with such a word. */
const turnsThatBelong = /det behovs inte(?: langre)?|ei hataa|nic sie nie stalo|keine gefahr/gu
/** Who writes more tells more by it. */
const mostWords = 12

/** The language in which a text as typed says that all is well; undefined when it does not. */
export function saysAllIsWell(text: string): Language | undefined {
  const folded = foldedLine(text)
  if (text.includes('?') || folded.split(' ').length > mostWords) return undefined
  if (turns.test(folded.replace(turnsThatBelong, ''))) return undefined
  return [...said].find(([, words]) => words.test(folded))?.[0]
}

const texts: ReadonlyMap<Language, string> = new Map<Language, string>([
  ['sv', `Vad bra. Händer det igen, ring ${emergency}. Säg till om jag kan hjälpa dig med något annat.`],
  [
    'en',
    `Good to hear. If it happens again, call ${emergency}. Tell me if there is anything else I can help with.`,
  ],
  ['fi', `Hyvä kuulla. Jos se toistuu, soita ${emergency}. Kerro, jos voin auttaa muussa.`],
  ['ar', `جيد أن أسمع ذلك. إذا تكرر الأمر، اتصل بالرقم ${emergency}. أخبرني إن كنت تحتاج شيئًا آخر.`],
  [
    'so',
    `Waa wax fiican. Haddii ay mar kale dhacdo, wac ${emergency}. Ii sheeg haddii aan wax kale kaa caawin karo.`,
  ],
  ['fa', `خوشحالم. اگر دوباره پیش آمد، با ${emergency} تماس بگیرید. اگر کمک دیگری لازم است بگویید.`],
  ['uk', `Це добре. Якщо станеться знову, телефонуйте ${emergency}. Скажіть, якщо потрібна ще допомога.`],
  [
    'pl',
    `To dobrze. Jeśli zdarzy się znowu, zadzwoń pod ${emergency}. Powiedz, jeśli mogę pomóc w czymś innym.`,
  ],
  ['es', `Qué bien. Si vuelve a pasar, llama al ${emergency}. Dime si puedo ayudarte en algo más.`],
  [
    'de',
    `Gut zu hören. Passiert es wieder, rufen Sie ${emergency} an. Sagen Sie, wenn ich sonst helfen kann.`,
  ],
])

/** Plain sentences, in Swedish where the language has none. */
export const allClear = (language: Language): string => texts.get(language) ?? texts.get('sv') ?? ''
