// What the bot of the browser tests says: fixed replies to fixed words, so that a test knows what must appear.
import type { MessageContent } from '../../bot/contracts/talk/message'
import type { Reply } from '../../bot/contracts/talk/reply'

type Spoken = Omit<Reply, 'id'>

const say = (text: string, more: Partial<Spoken> = {}): Spoken => ({
  text,
  language: 'sv',
  suggestions: [],
  sources: [],
  asksFeedback: false,
  ...more,
})

const binAnswer = say(
  'Soporna töms **varannan vecka**.\n\n1. Ställ fram kärlet.\n2. Vänd handtaget utåt.\n\nLäs på [kommunens sida](https://example.se/sopor).',
  {
    asksFeedback: true,
    sources: [
      {
        articleId: 'bins',
        title: 'Sophämtning för villor',
        url: 'https://example.se/sopor',
        owner: 'Miljö och avfall',
        reviewed: '2026-10-02',
      },
    ],
  },
)

const inLanguage: Readonly<Record<string, string>> = {
  sv: 'Nu svarar jag på svenska.',
  en: 'Now I answer in English.',
  ar: 'الآن أجيب بالعربية.',
}

const offer = (label: string): Partial<Spoken> => ({
  suggestions: [{ label, choice: { name: 'option', value: label } }],
})

/** A message with this word is never answered before the test says so. */
export const silentWord = 'tyst'

export function scriptedReplies(content: MessageContent): readonly Spoken[] {
  switch (content.kind) {
    case 'arrival':
      return [
        say('Hej! Vad undrar du?', {
          suggestions: [
            { label: 'Trasig gatlampa', choice: { name: 'start', value: 'street-light' } },
            { label: 'När töms soporna?', choice: { name: 'article', value: 'bins' } },
          ],
        }),
      ]
    case 'choice':
      if (content.choice.name === 'language')
        return [say(inLanguage[content.choice.value] ?? '?', { language: content.choice.value })]
      return [say(`Du valde ${content.choice.name}=${content.choice.value}.`)]
    case 'language':
      return [
        say(inLanguage[content.language] ?? '?', {
          language: content.language,
          ...(content.language === 'ar' && offer('نعم')),
        }),
      ]
    case 'upload':
      return [say(`Tack, ${content.files.length} fil.`)]
    case 'damaged':
    case 'house':
    case 'feedback':
      return []
    case 'text':
      if (/sopor/i.test(content.text)) return [binAnswer, say('Vill du veta mer?')]
      if (/bild/i.test(content.text))
        return [say('Skicka en bild.', { takesFiles: { type: 'photo', max: 3 } })]
      if (/papper/i.test(content.text))
        return [say('Skicka ett papper.', { takesFiles: { type: 'file', max: 1 } })]
      if (/عربي/.test(content.text))
        return [
          say('هل تريد أن أجيب بالعربية؟', {
            language: 'ar',
            suggestions: [{ label: 'العربية', choice: { name: 'language', value: 'ar' } }],
          }),
        ]
      if (/engelska/i.test(content.text))
        return [say('Now I answer in English.', { language: 'en', speaks: 'en' })]
      if (/människa/i.test(content.text))
        return [
          say('Anna är här nu.'),
          say('Anna: Hej, det är jag.', { person: { name: 'Anna', text: 'Hej, det är jag.' } }),
        ]
      if (/var är det/i.test(content.text)) return [say('Skriv en plats.', { takesPlace: true })]
      if (/två knappar/i.test(content.text)) return [say('Ett.', offer('1')), say('Två.', offer('2'))]
      if (/tre svar/i.test(content.text)) return [say('Ett.'), say('Två.'), say('Tre.')]
      return [say(`Du skrev: ${content.text}`)]
  }
}
