// "Jag vågar inte ringa, han hör mig": what somebody can do who has been told to call 112 and cannot.
import type { Language } from '../contracts/talk/language'
import type { Channel } from '../contracts/talk/message'
import { foldDiacritics, foldedLine } from '../text/normalise'
import { wholeWords } from '../text/whole-words'
import { helpNumbers } from './help-numbers'
import type { Emergency } from './spot-emergency'

const { emergency } = helpNumbers

/** How it is said, in words as they are compared: without apostrophes, dots, rings and vowel marks. */
const said: ReadonlyMap<Language, RegExp> = new Map(
  Object.entries({
    sv: '(?:kan|vagar|far|tors|orkar|vill|klarar) (?:jag )?(?:inte|ej) (?:att )?(?:ringa|prata|tala|snacka)(?: i telefon)?|(?:han|hon|dom|de) (?:kan |far )?(?:hor|hora) mig|da hor (?:han|hon|dom|de)|(?:sms a|smsa|sms till|texta) 112|har (?:inget saldo|ingen telefon|inga pengar kvar)|kan bara (?:skriva|sms a|smsa|chatta)',
    en: '(?:can ?not|cant|dare not|darent|dont dare(?: to)?|afraid to|too scared to|not able to|unable to|not allowed to) (?:call|phone|talk|speak|ring)|(?:he|she|they)(?:ll)?(?: will| can| might)? hear me|(?:text|sms) (?:112|911|999)|no (?:credit|phone)|can only (?:text|write|chat)',
    fi: 'en (?:voi|uskalla|pysty|saa) (?:soittaa|puhua)|(?:han|ne) kuul(?:ee|evat)(?: minut)?|tekstiviesti(?:n)? 112|voin vain kirjoittaa',
    ar: 'لا (?:استطيع|اقدر|يمكنني|اجرؤ على) (?:الاتصال|الكلام|التحدث|ان اتكلم|ان اتصل)|ما (?:اقدر|بقدر) (?:اتصل|احكي|اتكلم)|(?:سوف |س)يسمعني|رسالة الى 112',
    so: '(?:ma|kama) (?:wici|hadli|hadlin) (?:karo|karin)|waan ka baqayaa inaan waco|wuu i maqlayaa|way i maqlayaan',
    fa: 'نمی ?(?:توانم|تونم) (?:زنگ بزنم|حرف بزنم|صحبت کنم|تماس بگیرم)|(?:صدایم|صدامو?|حرفم) را? ?می ?شنود|پیامک به 112',
    uk: 'не (?:можу|смію|наважуюся) (?:зателефонувати|телефонувати|дзвонити|подзвонити|говорити|розмовляти)|(?:він|вона|вони) (?:мене )?(?:почує|почують|чує)|смс на 112|можу тільки писати',
    pl: 'nie (?:moge|odwaze sie|wolno mi|umiem) (?:za)?(?:dzwonic|mowic|rozmawiac)|boje sie (?:za)?dzwonic|(?:on|ona) (?:mnie )?uslyszy|sms na 112|moge tylko pisac',
    es: 'no (?:puedo|me atrevo a) (?:llamar|hablar)|me (?:va a oir|oye|oira)|sms al 112|solo puedo escribir',
    de: '(?:kann|darf|will) (?:ich )?(?:gerade |jetzt )?nicht (?:anrufen|sprechen|reden|telefonieren)|traue mich nicht (?:anzurufen|zu sprechen|zu reden)|(?:er|sie) hort mich|sms an (?:die )?112|kann nur schreiben',
  }).map(([language, words]) => [language, wholeWords(foldDiacritics(words))] as const),
)

/** The language in which a text as typed says that its writer cannot call or talk; undefined when it does not. */
export function saysCannotCall(text: string): Language | undefined {
  const folded = foldedLine(text)
  return [...said].find(([, words]) => words.test(folded))?.[0]
}

interface Texts {
  readonly web: string
  /** At most two parts. */
  readonly sms: string
  /** Whoever wants to die can chat with Mind, and a child with Bris: day and night, https://mind.se, https://www.bris.se */
  readonly chat: (site: string) => string
}

/** Texts to 112 are taken from phones that were registered for it, of people who hear or speak badly: https://www.sosalarm.se */
const texts: ReadonlyMap<Language, Texts> = new Map<Language, Texts>([
  [
    'sv',
    {
      web: `Be någon annan ringa ${emergency} åt dig: en granne, eller någon som du kan skriva till. Kan du bara viska, ring ändå och viska var du är. Kan du ta dig ut, gå dit där det finns folk. Sms till ${emergency} går bara från mobiler som är registrerade för det, för den som är döv eller inte kan tala. Jag är en robot och kan inte larma åt dig.`,
      sms: `Be någon annan ringa ${emergency}: en granne, eller någon du kan skriva till. Kan du viska, ring ändå. Kan du ta dig ut, gå dit där det finns folk. Sms till ${emergency} kräver att din mobil är registrerad. Jag är en robot och kan inte larma.`,
      chat: (site) => `Du kan chatta på ${site}.`,
    },
  ],
  [
    'en',
    {
      web: `Ask someone else to call ${emergency} for you: a neighbour, or someone you can write to. If you can only whisper, call all the same and whisper where you are. If you can get out, go where there are people. Texts to ${emergency} only work from phones that are registered for it, for people who are deaf or cannot speak. I am a robot and cannot raise the alarm for you.`,
      sms: `Ask someone else to call ${emergency}: a neighbour, or someone you can write to. If you can whisper, call all the same. If you can get out, go where there are people. Texts to ${emergency} need a registered phone. I am a robot and cannot raise the alarm.`,
      chat: (site) => `You can chat at ${site} (in Swedish).`,
    },
  ],
  [
    'fi',
    {
      web: `Pyydä jotakuta toista soittamaan ${emergency} puolestasi: naapuria tai jotakuta, jolle voit kirjoittaa. Jos voit vain kuiskata, soita silti ja kuiskaa, missä olet. Jos pääset ulos, mene sinne, missä on ihmisiä. Tekstiviesti numeroon ${emergency} toimii vain siihen rekisteröidystä puhelimesta. Olen robotti enkä voi hälyttää puolestasi.`,
      sms: `Pyydä naapuria tai jotakuta, jolle voit kirjoittaa, soittamaan ${emergency}. Jos voit kuiskata, soita silti. Jos pääset ulos, mene ihmisten luo. Olen robotti enkä voi hälyttää.`,
      chat: (site) => `Voit chatata osoitteessa ${site} (ruotsiksi).`,
    },
  ],
  [
    'ar',
    {
      web: `اطلب من شخص آخر أن يتصل بالرقم ${emergency} بدلًا منك: جار، أو شخص يمكنك أن تكتب له. إذا كنت تستطيع الهمس فقط، فاتصل واهمس بمكانك. إذا استطعت الخروج، فاذهب إلى مكان فيه ناس. الرسائل النصية إلى ${emergency} تعمل فقط من هواتف مسجلة لذلك. أنا روبوت ولا أستطيع طلب النجدة لك.`,
      sms: `اطلب من جار أو شخص تكتب له أن يتصل بـ${emergency}. إن استطعت الهمس فاتصل. اخرج إلى حيث الناس إن أمكن.`,
      chat: (site) => `${site}: دردشة بالسويدية.`,
    },
  ],
  [
    'so',
    {
      web: `Qof kale weydiiso inuu kuu waco ${emergency}: deris, ama qof aad wax u qori karto. Haddii aad kaliya hoos u hadli karto, wac oo hoos u sheeg meesha aad joogto. Haddii aad bixi karto, tag meel dad joogaan. Fariin qoraal ah oo ${emergency} waxay ka shaqaysaa oo keliya telefoon u diiwaangashan. Waxaan ahay robot, mana kuu wici karo gargaar.`,
      sms: `Weydiiso deris ama qof aad wax u qorto inuu waco ${emergency}. Haddii aad hoos u hadli karto, wac. Haddii aad bixi karto, tag meel dad joogaan. Waxaan ahay robot.`,
      chat: (site) => `Waxaad ku sheekaysan kartaa ${site} (Iswiidhish).`,
    },
  ],
  [
    'fa',
    {
      web: `از کس دیگری بخواهید به جای شما با ${emergency} تماس بگیرد: یک همسایه، یا کسی که می‌توانید برایش بنویسید. اگر فقط می‌توانید پچ‌پچ کنید، باز هم زنگ بزنید و بگویید کجا هستید. اگر می‌توانید بیرون بروید، جایی بروید که مردم هستند. پیامک به ${emergency} فقط از تلفن‌های ثبت‌شده کار می‌کند. من ربات هستم و نمی‌توانم برای شما کمک خبر کنم.`,
      sms: `از همسایه یا کسی بخواهید با ${emergency} تماس بگیرد. اگر می‌توانید پچ‌پچ کنید زنگ بزنید. جایی بروید که مردم هستند.`,
      chat: (site) => `${site}: گفتگو به سوئدی.`,
    },
  ],
  [
    'uk',
    {
      web: `Попросіть когось іншого зателефонувати ${emergency} замість вас: сусіда або того, кому можете написати. Якщо можете лише шепотіти, все одно телефонуйте й прошепочіть, де ви. Якщо можете вийти, ідіть туди, де є люди. СМС на ${emergency} працює лише з зареєстрованих для цього телефонів. Я робот і не можу викликати допомогу.`,
      sms: `Попросіть сусіда чи знайомого подзвонити ${emergency}. Можете шепотіти - дзвоніть. Можете вийти - ідіть до людей.`,
      chat: (site) => `Чат шведською: ${site}.`,
    },
  ],
  [
    'pl',
    {
      web: `Poproś kogoś innego, żeby zadzwonił pod ${emergency}: sąsiada albo kogoś, do kogo możesz napisać. Jeśli możesz tylko szeptać, i tak zadzwoń i powiedz szeptem, gdzie jesteś. Jeśli możesz wyjść, idź tam, gdzie są ludzie. SMS na ${emergency} działa tylko z zarejestrowanych telefonów. Jestem robotem i nie mogę wezwać pomocy.`,
      sms: `Popros sasiada albo kogos, do kogo mozesz napisac, zeby zadzwonil pod ${emergency}. Jesli mozesz szeptac, zadzwon. Jesli mozesz wyjsc, idz do ludzi. Jestem robotem.`,
      chat: (site) => `Czat po szwedzku: ${site}.`,
    },
  ],
  [
    'es',
    {
      web: `Pide a otra persona que llame al ${emergency} por ti: un vecino, o alguien a quien puedas escribir. Si solo puedes susurrar, llama igualmente y susurra dónde estás. Si puedes salir, ve donde haya gente. Los SMS al ${emergency} solo funcionan desde teléfonos registrados. Soy un robot y no puedo pedir ayuda por ti.`,
      sms: `Pide a un vecino o a alguien a quien puedas escribir que llame al ${emergency}. Si puedes susurrar, llama. Si puedes salir, ve donde haya gente. Soy un robot.`,
      chat: (site) => `Puedes chatear en ${site} (en sueco).`,
    },
  ],
  [
    'de',
    {
      web: `Bitten Sie jemand anderen, die ${emergency} für Sie anzurufen: einen Nachbarn oder jemanden, dem Sie schreiben können. Können Sie nur flüstern, rufen Sie trotzdem an und flüstern Sie, wo Sie sind. Kommen Sie hinaus, gehen Sie dorthin, wo Menschen sind. SMS an die ${emergency} gehen nur von Telefonen, die dafür registriert sind. Ich bin ein Roboter und kann keinen Alarm für Sie schlagen.`,
      sms: `Bitten Sie einen Nachbarn oder jemanden, dem Sie schreiben können, die ${emergency} anzurufen. Können Sie flüstern, rufen Sie an. Kommen Sie hinaus, gehen Sie zu Menschen. Ich bin ein Roboter.`,
      chat: (site) => `Sie können auf ${site} chatten (auf Schwedisch).`,
    },
  ],
])

const chatOf: Readonly<Partial<Record<Emergency['kind'], string>>> = {
  'self-harm': 'mind.se',
  'child-in-danger': 'bris.se',
}

/** Plain sentences in the emergency's language, else in Swedish. */
export function adviceWithoutCall({ kind, language }: Emergency, channel: Channel): string {
  const own = texts.get(language) ?? texts.get('sv')
  const site = chatOf[kind]
  return [own?.[channel], site === undefined ? undefined : own?.chat(site)]
    .filter((text) => text !== undefined)
    .join(' ')
}
