// Words and scripts of languages that residents write though no city here speaks them, so that they can be told which it does.
import type { Language } from '../../contracts/talk/language'

const wordSet = (line: string): ReadonlySet<string> => new Set(line.split(' '))

/**
 * Small words that neither Swedish, Norwegian, Danish nor a language of the city has: no French `dans`, `et` or `sur`, no
 * Turkish `var`, no Romanian `nu`, no Dutch `de`. Bosnian, Croatian and Serbian are one list.
 */
export const otherWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: wordSet(
    'je vous nous est les une où quand comment pourquoi avec pour sont bonjour merci besoin voudrais peux puis avez quel quelle ' +
      'mon votre notre cette cest jai jaimerais suis pas aux elle ils ouvre ouverte ouvert bibliothèque bibliotheque parlez aide ' +
      'faire être français francais',
  ),
  tr: wordSet(
    've bir için nasıl nasil nerede nereye zaman mı mıyım miyim musunuz istiyorum istiyoruz benim değil degil evet hayır hayir ' +
      'merhaba teşekkürler tesekkurler lütfen lutfen nereden gibi yardım yardim lazım lazim kaçta kadar çok burada açık acik ' +
      'kütüphane türkçe turkce biliyor konuşuyor',
  ),
  pt: wordSet(
    'não nao uma você voce meu minha onde quero preciso posso obrigado obrigada olá ola são estou fica isso pelo pela abre ' +
      'aberta aberto fazer ajuda português portugues com tem também falar fala',
  ),
  it: wordSet(
    'il che sono dove posso vorrei bisogno grazie buongiorno ciao mia mio della delle nel questa questo perché anche ' +
      'aperta aperto apre italiano gli è parlare aiuto devo fare',
  ),
  ro: wordSet(
    'și să sunt pentru unde când cand cum vreau nevoie mulțumesc multumesc bună buna ziua deschisă deschis deschide rog ' +
      'vă românește romana română ajutor într vorbiți în',
  ),
  bs: wordSet(
    'gdje gde kada kako što zašto zasto mogu trebam treba želim zelim hvala molim dobar dobro nije imam može koji koja kod moj ' +
      'otvorena otvoreno radi biblioteka bosanski hrvatski srpski pomoć govorite li šta',
  ),
  ku: wordSet(
    'ez ew hûn ji çi kengî kengi çawa cawa dixwazim heye spas silav alîkarî alikari divê dikarim û kurdî kurdi kurmancî ' +
      'pirtûkxane vekirî li we tune',
  ),
  vi: wordSet(
    'tôi toi không khong khi nào nao thế làm lam xin chào cảm ơn của và được cần muốn bạn giúp thư viện mở cửa tiếng việt có',
  ),
  nl: wordSet(
    'het niet waar hoe ik wij jullie naar zijn kunnen graag ook wanneer mijn welke voor een wat bibliotheek geopend spreekt ' +
      'nederlands hulp nodig heb',
  ),
}

/** Words that a question begins with: one says as much as two of the others. */
export const otherQuestionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: wordSet('où quand comment pourquoi voudrais'),
  tr: wordSet('nasıl nerede nereden istiyorum merhaba'),
  pt: wordSet('onde preciso quero você'),
  it: wordSet('dove vorrei'),
  ro: wordSet('când vreau sunt'),
  bs: wordSet('gdje gde kada kako zašto želim'),
  ku: wordSet('kengî çawa dixwazim'),
  vi: wordSet('tôi không'),
  nl: wordSet('hoe waar wanneer'),
}

/** Scripts that one language writes, or one of which residents mostly do. */
export const otherScripts: readonly (readonly [letters: RegExp, language: Language])[] = [
  [/\p{Script=Ethiopic}/gu, 'ti'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Syriac}/gu, 'syr'],
  [/\p{Script=Myanmar}/gu, 'my'],
]
