// What is asked of somebody who may be in danger, before the answer to what they wrote. One text for both channels: an SMS
// has its answer to carry too.
import type { Danger } from '../contracts/talk/danger'
import type { Language } from '../contracts/talk/language'
import { helpNumbers } from './help-numbers'

const { emergency, violence, suicide, children } = helpNumbers

interface DangerTexts {
  readonly question: string
  /** Who else helps, where the kind is clear. */
  readonly violence: string
  readonly 'self-harm': string
}

const texts: ReadonlyMap<Language, DangerTexts> = new Map([
  [
    'sv',
    {
      question: `Är någon i fara just nu? Ring ${emergency}.`,
      violence: `Kvinnofridslinjen svarar dygnet runt på ${violence}. Är du under 18 kan du prata med Bris på ${children}.`,
      'self-harm': `Vill du prata med någon, ring Mind Självmordslinjen på ${suicide}.`,
    },
  ],
  [
    'en',
    {
      question: `Is anyone in danger right now? Call ${emergency}.`,
      violence: `Kvinnofridslinjen answers day and night on ${violence}. If you are under 18 you can talk to Bris on ${children}.`,
      'self-harm': `If you want to talk to someone, call the suicide helpline Mind on ${suicide}.`,
    },
  ],
  [
    'fi',
    {
      question: `Onko joku juuri nyt vaarassa? Soita ${emergency}.`,
      violence: `Kvinnofridslinjen vastaa ympäri vuorokauden numerossa ${violence}. Jos olet alle 18, voit puhua Brisin kanssa numerossa ${children}.`,
      'self-harm': `Jos haluat puhua jonkun kanssa, soita itsemurhalinjalle Mind numeroon ${suicide}.`,
    },
  ],
  [
    'ar',
    {
      question: `هل هناك أحد في خطر الآن؟ اتصل بالرقم ${emergency}.`,
      violence: `خط Kvinnofridslinjen ليلا ونهارا: ${violence}. لمن دون 18 عاما Bris: ${children}.`,
      'self-harm': `إذا أردت أن تتحدث مع أحد فاتصل بخط Mind على ${suicide}.`,
    },
  ],
  [
    'so',
    {
      question: `Ma jiraa qof hadda khatar ku jira? Wac ${emergency}.`,
      violence: `Kvinnofridslinjen waxay ka jawaabaan ${violence} habeen iyo maalin. Haddii aad ka yar tahay 18 sano, Bris kala hadal ${children}.`,
      'self-harm': `Haddii aad rabto inaad qof la hadasho, wac khadka Mind ${suicide}.`,
    },
  ],
  [
    'fa',
    {
      question: `آیا همین حالا کسی در خطر است؟ به ${emergency} زنگ بزنید.`,
      violence: `Kvinnofridslinjen شبانه‌روز: ${violence}. زیر ۱۸ سال، Bris: ${children}.`,
      'self-harm': `اگر می‌خواهید با کسی حرف بزنید، به خط Mind به شماره ${suicide} زنگ بزنید.`,
    },
  ],
  [
    'uk',
    {
      question: `Хтось зараз у небезпеці? Телефонуйте ${emergency}.`,
      violence: `Kvinnofridslinjen, цілодобово: ${violence}. До 18 років, Bris: ${children}.`,
      'self-harm': `Якщо хочете з кимось поговорити, телефонуйте на лінію Mind ${suicide}.`,
    },
  ],
  [
    'pl',
    {
      question: `Czy ktoś jest teraz w niebezpieczeństwie? Zadzwoń pod ${emergency}.`,
      violence: `Kvinnofridslinjen, całą dobę: ${violence}. Do 18 lat, Bris: ${children}.`,
      'self-harm': `Jeśli chcesz z kimś porozmawiać, zadzwoń do Mind pod ${suicide}.`,
    },
  ],
  [
    'es',
    {
      question: `¿Hay alguien en peligro ahora mismo? Llama al ${emergency}.`,
      violence: `Kvinnofridslinjen, día y noche: ${violence}. Menores de 18, Bris: ${children}.`,
      'self-harm': `Si quieres hablar con alguien, llama a la línea de Mind, ${suicide}.`,
    },
  ],
  [
    'de',
    {
      question: `Ist gerade jemand in Gefahr? Rufen Sie ${emergency} an.`,
      violence: `Kvinnofridslinjen antwortet Tag und Nacht unter ${violence}. Bist du unter 18, sprich mit Bris unter ${children}.`,
      'self-harm': `Möchten Sie mit jemandem sprechen, rufen Sie Mind unter ${suicide} an.`,
    },
  ],
])

/** What says no more than the yes before it: "ja, det är jag". */
export const dangerYes: readonly string[] = [
  'det är jag',
  'det är vi',
  'I am',
  'we are',
  'someone is',
  'there is',
]

export const dangerLanguages: readonly Language[] = [...texts.keys()]

/** The language to ask in: the first of these that the question is written in, else Swedish. */
export const languageToAskIn = (...wanted: readonly (Language | undefined)[]): Language =>
  wanted.find((language): language is Language => language !== undefined && texts.has(language)) ?? 'sv'

/** Plain sentences. @param language one of `languageToAskIn` */
export function dangerQuestion(kind: Danger['kind'], language: Language): string {
  const spoken = texts.get(language)
  if (spoken === undefined) throw new Error(`danger is not asked about in "${language}"`)
  return kind === 'violence' || kind === 'self-harm' ? `${spoken.question} ${spoken[kind]}` : spoken.question
}
