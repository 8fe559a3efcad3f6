// What language a text seems to be in, and when that is worth a question.
import { guessLanguage } from '../../../../bot/understanding/language/guess-language'
import { processorMs } from '../../../support/processor-time'

const spoken = ['sv', 'en', 'ar', 'fi', 'so', 'uk', 'fa', 'pl', 'es', 'de']
const guess = (text: string) => guessLanguage(text, ['sv', 'en'])

describe('guessLanguage', () => {
  it.each([
    ['Hej, hur gör jag för att boka grovsopor?', 'sv'],
    ['det är ett hål i gatan vid skolan', 'sv'],
    ['när har ni öppet', 'sv'],
    ['How do I apply for preschool?', 'en'],
    ['where is the recycling centre', 'en'],
    ['my street light is broken', 'en'],
    ['أين يمكنني التخلص من البطاريات', 'ar'],
    ['چگونه می‌توانم ثبت نام کنم', 'fa'],
    ['де я можу отримати допомогу', 'uk'],
    ['где можно получить помощь', 'ru'],
    ['من برای فردا مترجم لازم دارم', 'fa'],
    ['زه مرسته غواړم', 'ps'],
    ['مجھے مدد چاہیے', 'ur'],
    ['як її отримати сьогодні', 'uk'],
    ['مصباح الشارع في Storgatan 12 معطل', 'ar'],
  ])('is sure of "%s": %s', (text, language) => {
    expect(guess(text)).toEqual({ language, sure: true })
  })

  it.each([
    ['Kadulla on iso kuoppa', 'fi'],
    ['haluan ilmoittaa että lamppu on rikki', 'fi'],
    ['waxaan rabaa inaan soo sheego nal jaban', 'so'],
    ['god baa waddada ku yaal', 'so'],
    ['my street light is on all day', 'en'],
    ['på gatan är det en lampa som inte lyser', 'sv'],
    ['hvor är närmaste lekplats, jag har en son i rullstol', 'sv'],
    ['nie działa latarnia na ulicy Storgatan', 'pl'],
    ['potrzebuje tlumacza, nie mowie jak trzeba', 'pl'],
    ['la farola de mi calle no funciona', 'es'],
    ['¿Dónde está la biblioteca?', 'es'],
    ['die Laterne in meiner Straße ist kaputt', 'de'],
    ['wo ist die Bibliothek', 'de'],
    ['milloin kirjasto menee kiinni', 'fi'],
    ['goorma dugsigu xiraa xagaaga', 'so'],
  ])('is sure of "%s" among all languages of the city: %s', (text, language) => {
    expect(guessLanguage(text, spoken)).toEqual({ language, sure: true })
  })

  it.each([
    ['où est la bibliothèque', 'fr'],
    ['Bonjour, quand ouvre la bibliotheque ?', 'fr'],
    ["j'ai besoin d'aide avec mon loyer", 'fr'],
    ['kütüphane ne zaman açık', 'tr'],
    ['Merhaba, nasil yardım alabilirim?', 'tr'],
    ['onde fica a biblioteca', 'pt'],
    ['quando abre a biblioteca? preciso de ajuda', 'pt'],
    ['dove si trova la biblioteca', 'it'],
    ['quando apre la biblioteca, vorrei un libro', 'it'],
    ['când este deschisă biblioteca', 'ro'],
    ['unde pot să găsesc ajutor pentru copil', 'ro'],
    ['gdje je biblioteka', 'bs'],
    ['kada radi biblioteka, hvala', 'bs'],
    ['pirtûkxane kengî vekirî ye', 'ku'],
    ['ez dixwazim alîkarî ji bo zarokê xwe', 'ku'],
    ['tôi cần giúp đỡ', 'vi'],
    ['waar is de bibliotheek', 'nl'],
    ['hoe kan ik een afspraak maken', 'nl'],
    ['图书馆几点开门', 'zh'],
    ['你好', 'zh'],
    ['ベッドを捨てたい', 'ja'],
    ['도서관 언제 열어요', 'ko'],
    ['ቤተ መጻሕፍቲ', 'ti'],
    ['ሰላም', 'ti'],
    ['που είναι', 'el'],
    ['где библиотека открыта', 'ru'],
    ['привет', 'ru'],
  ])('is sure of "%s", which no city here speaks: %s', (text, language) => {
    expect(guessLanguage(text, spoken)).toEqual({ language, sure: true })
  })

  it.each([
    'hvor er biblioteket',
    'hvordan kan jeg få hjelp med barnet mitt, det er ikke bra',
    'hvornår har biblioteket åbent, jeg vil gerne vide det',
    'jeg har brug for en tolk, kan I hjælpe mig',
    'je ne sais quoi på restaurangen Le Café',
    'var ligger Pizzeria Da Mario',
    'Ayşe Yıldız bor på Storgatan',
    'jag vill ha en tolk på kurdiska, kurdi kurmanci',
    'du kan ringa Sur och Li om dans',
    'radi o te ve',
    'ick vet inte var han är',
    'wo ist die Bibliothek und wann ist sie auf',
    'el cuando abre la biblioteca y donde esta',
  ])('takes "%s" for no language that the city does not speak', (text) => {
    const { language, sure } = guessLanguage(text, spoken)
    expect(sure && language !== undefined && !spoken.includes(language)).toBe(false)
  })

  it.each(['Анна', 'мир', 'привіт', 'مرحبا'])(
    'takes "%s", which may be a name or is a word of a language that the city speaks, for nothing sure',
    (text) => {
      expect(guessLanguage(text, spoken).sure).toBe(false)
    },
  )

  it.each(['kann man boka tid', 'jak vill boka tid', 'muss jag ringa först'])(
    'takes the misspelt Swedish "%s" for no other language',
    (text) => {
      const { language, sure } = guessLanguage(text, spoken)
      expect(sure && language !== 'sv').toBe(false)
    },
  )

  it.each(['hund i bil i värmen', 'en stor svacka i vägen', 'elsparkcyklar som ligger i drivor i vägen'])(
    'never takes the Swedish "%s" for English',
    (text) => {
      expect(guessLanguage(text, spoken)).not.toEqual({ language: 'en', sure: true })
    },
  )

  it.each(['', '😀😀', '12345', 'Storgatan 12', 'Anna Andersson', 'ok'])('has no guess for "%s"', (text) => {
    expect(guess(text)).toEqual({ language: undefined, sure: false })
  })

  it.each([
    ['hello', 'en'],
    ['tack så', 'sv'],
    ['help for grovsopor', 'en'],
  ])('guesses "%s" without being sure', (text, language) => {
    expect(guess(text)).toEqual({ language, sure: false })
  })

  it('is not sure of a text in two languages', () => {
    expect(guess('hur gör jag a report of the street light').sure).toBe(false)
  })

  it('weighs only the languages it was given', () => {
    expect(guessLanguage('missä on kirjasto ja milloin se on auki', ['sv', 'fi'])).toEqual({
      language: 'fi',
      sure: true,
    })
    expect(guessLanguage('where is the recycling centre', ['sv'])).toEqual({
      language: undefined,
      sure: false,
    })
  })

  it('reads a very long text at once', () => {
    const took = processorMs(() => {
      expect(guess('the and is '.repeat(10_000))).toEqual({ language: 'en', sure: true })
    })
    expect(took).toBeLessThan(1_000)
  })
  it.each(['(0', 'a'])(
    'reads a very long run of "%s" at once, though it might be the beginning of an address',
    (part) => {
      expect(processorMs(() => guess(part.repeat(40_000)))).toBeLessThan(1_000)
    },
  )
})
