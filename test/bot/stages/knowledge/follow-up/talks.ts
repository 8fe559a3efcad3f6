// Talks of two questions: what an article answered, and what is asked next. A third of the second ones are about something else.
import type { Language } from '../../../../../bot/contracts/talk/language'

/** Words of the passage that answers; what the article is said to say nothing of; or the topics of which any is right. */
export type Expected =
  | { readonly says: string }
  | { readonly lacks: string }
  | { readonly goes: readonly string[] }

export type Talk = readonly [language: Language, first: string, next: string, expected: Expected]

const says = (words: string): Expected => ({ says: words })
const lacks = (words: string): Expected => ({ lacks: words })
const goes = (...topics: readonly string[]): Expected => ({ goes: topics })

const pool = 'när öppnar simhallen'
const library = 'vilka tider har biblioteket'
const homeCare = 'vad kostar hemtjänst'
const permit = 'vad kostar ett bygglov'
const fire = 'får jag elda löv i trädgården'
const parking = 'hur får jag boendeparkering'
const passport = 'hur skaffar jag pass'
const transport = 'hur söker jag färdtjänst'
const bin = 'jag vill byta storlek på soptunnan'
const music = 'hur anmäler jag mitt barn till kulturskolan'
const recycling = 'öppettider återvinningscentralen'
const wedding = 'var söker man hindersprövning'
const collection = 'när töms min soptunna'
const fine = 'hur överklagar jag en p-bot'
const lunch = 'vad blir det för skolmat i dag'
const dog = 'en lös hund springer omkring'
const snow = 'när plogas min gata'
const funeral = 'vem sköter begravningar'
const preschoolFee = 'vad kostar förskolan'

const swedish: readonly Talk[] = [
  ['sv', pool, 'och på söndagar?', says('helger klockan 9 till 17')],
  ['sv', pool, 'vad kostar det då?', says('75 kronor')],
  ['sv', pool, 'och när är biblioteket öppet?', goes('article:biblioteket')],
  ['sv', pool, 'och för barn?', says('ett barn 40 kronor')],
  ['sv', 'vad kostar det att bada', 'för barn?', says('ett barn 40 kronor')],
  ['sv', 'var ringer jag om jag är sjuk', 'och för barn?', says('ring samma nummer')],
  [
    'sv',
    'var ringer jag om jag är sjuk',
    'men om jag är orolig för ett barn?',
    goes('article:orolig-for-barn'),
  ],
  ['sv', preschoolFee, 'och för syskon?', says('yngsta barnet')],
  ['sv', preschoolFee, 'och om man är arbetslös?', lacks('arbetslös')],
  ['sv', transport, 'och för barn?', lacks('barn')],
  ['sv', recycling, 'kan man lämna däck där?', says('bildäck')],
  ['sv', recycling, 'tar ni däck', says('bildäck')],
  ['sv', preschoolFee, 'och skolan?', goes()],
  ['sv', pool, 'och kulturskolan för barn?', goes('article:kulturskolan')],
  ['sv', fine, 'och om mitt barn blir mobbat?', goes('article:mobbning')],
  ['sv', 'vad kostar grovsopor', 'och om jag bor i lägenhet?', says('hyresvärden eller föreningen bokar')],
  ['sv', 'mammas trygghetslarm funkar inte', 'vem ringer jag', says('042-10 50 00')],
  ['sv', 'det kommer upp avloppsvatten i källaren', 'vilket nummer?', says('042-10 50 00')],
  ['sv', 'mammas trygghetslarm funkar inte', 'vem ska skotta trottoaren', goes('article:skotta-trottoaren')],
  ['sv', pool, 'går det på kvällen?', says('till 20')],
  ['sv', pool, 'men biblioteket då?', goes('article:biblioteket')],
  ['sv', pool, 'finns det bastu?', says('Bastu, babysim')],
  ['sv', pool, 'är det öppet på julafton?', says('stora helger är det stängt')],
  ['sv', library, 'imorrn då', says('måndag till fredag klockan 9 till 19')],
  ['sv', library, 'och på lucia', says('helger klockan 10 till 16')],
  ['sv', library, 'den 6 januari?', says('röda dagar')],
  ['sv', library, 'och simhallen?', goes('article:simhallen')],
  ['sv', library, 'och på lördagar?', says('helger klockan 10 till 16')],
  ['sv', library, 'kostar det något?', says('Lånekort är gratis')],
  ['sv', homeCare, 'och vad kostar förskolan?', goes('article:forskoleavgift')],
  ['sv', library, 'kan man skriva ut där?', says('skriva ut')],
  ['sv', homeCare, 'och maten?', says('Maten betalar du för sig')],
  ['sv', pool, 'var får jag parkera då?', goes('article:parkeringsregler', 'article:boendeparkering')],
  ['sv', homeCare, 'hur lång tid tar det?', goes('article:ansoka-hemtjanst')],
  ['sv', permit, 'hur lång tid tar det?', says('tio veckor')],
  ['sv', parking, 'och hur bestrider jag en p-bot?', goes('article:parkeringsanmarkning')],
  ['sv', permit, 'och på söndagar?', lacks('söndagar')],
  ['sv', permit, 'frågar ni grannarna?', says('frågar vi grannarna')],
  [
    'sv',
    passport,
    'och hur gifter man sig borgerligt?',
    goes('article:borgerlig-vigsel', 'dialog:borgerlig-vigsel'),
  ],
  ['sv', fire, 'och på balkongen?', says('elgrill')],
  ['sv', fire, 'på stranden då?', says('Park och strand')],
  ['sv', fire, 'får man skjuta fyrverkerier då?', goes('article:fyrverkerier')],
  ['sv', fire, 'och i maj?', says('mars, april och oktober')],
  ['sv', parking, 'vad kostar det?', says('400 kronor')],
  ['sv', permit, 'men får jag sätta in en kamin?', goes('article:eldstad')],
  ['sv', parking, 'vem kan få det?', says('folkbokförd i zonen')],
  ['sv', parking, 'och gäster?', says('Gäster')],
  ['sv', recycling, 'kan jag boka hämtning av grovsopor då?', goes('dialog:grovsopor')],
  ['sv', parking, 'hur många får man ha?', says('Ett tillstånd per person')],
  ['sv', parking, 'men om jag flyttar?', says('flytta från zonen')],
  ['sv', collection, 'men den blev inte tömd', goes('dialog:utebliven-tomning')],
  ['sv', passport, 'vad behöver jag ta med?', says('gamla handling')],
  ['sv', passport, 'och för barn?', says('vårdnadshavare')],
  ['sv', lunch, 'och när är det sportlov?', goes('article:skollov')],
  ['sv', passport, 'vad kostar det?', lacks('kostar')],
  ['sv', passport, 'om det är bråttom då?', says('provisoriskt')],
  ['sv', library, 'hur lånar jag om en bok?', goes('article:lana-om-bocker')],
  ['sv', transport, 'hur lång tid tar det?', says('fyra veckor')],
  ['sv', transport, 'får någon följa med?', says('en person kan ofta följa med')],
  ['sv', permit, 'hur överklagar jag det beslutet?', goes('article:overklaga-beslut')],
  ['sv', transport, 'vad kostar det?', says('avgift för varje resa')],
  ['sv', bin, 'kostar det något?', says('300 kronor')],
  ['sv', dog, 'och råttor?', goes('article:rattor')],
  ['sv', bin, 'och om det blir stulet?', says('Stulet kärl')],
  ['sv', bin, 'kan man dela med grannen?', says('Dela med grannen')],
  ['sv', snow, 'och vem skottar trottoaren?', goes('article:skotta-trottoaren')],
  ['sv', music, 'är det kö?', says('längst kö')],
  ['sv', music, 'och för vuxna?', says('studieförbund')],
  ['sv', music, 'och modersmålsundervisning?', goes('article:modersmalsundervisning')],
  ['sv', music, 'kan man hyra instrument?', says('går att hyra')],
  ['sv', music, 'vad kostar det?', says('600 kronor')],
  ['sv', preschoolFee, 'hur söker man plats då?', goes('article:soka-forskola')],
  ['sv', recycling, 'är det öppet på lördag?', says('helger klockan 9 till 16')],
  ['sv', recycling, 'kan jag lämna asbest där?', says('asbest')],
  ['sv', funeral, 'kan ni ringa upp mig?', goes('dialog:bli-uppringd')],
  ['sv', wedding, 'vad kostar det?', says('gratis i rådhuset')],
  ['sv', wedding, 'går det på en lördag?', says('fredagar och lördagar')],
  ['sv', lunch, 'jag vill lämna ett klagomål på det', goes('dialog:synpunkt')],
  ['sv', wedding, 'hur många vittnen?', says('ska ha två')],
  ['sv', collection, 'hur ofta?', says('varannan vecka')],
  ['sv', pool, 'vem vann matchen igår?', goes()],
  ['sv', collection, 'och på röda dagar?', says('en dag senare')],
  ['sv', fine, 'hur lång tid har jag på mig?', says('sex månader')],
  ['sv', pool, 'hur blir vädret på söndag?', goes()],
  ['sv', lunch, 'och på fritids?', says('mellanmål')],
  ['sv', snow, 'och på natten?', says('På natten')],
  [
    'sv',
    transport,
    'och parkeringstillstånd för rörelsehindrade?',
    goes('dialog:parkeringstillstand', 'article:parkeringstillstand-rorelsehindrad'),
  ],
  ['sv', preschoolFee, 'och på fritids?', says('Fritids:')],
]

const poolEn = 'when is the swimming pool open'
const libraryEn = 'when is the library open'
const parkingEn = 'how do I get a resident parking permit'
const passportEn = 'how do I get a passport'
const permitEn = 'how much does a building permit cost'
const transportEn = 'how do I apply for special transport'
const musicEn = 'how do I sign up for the culture school'
const homeCareEn = 'how much does home care cost'
const recyclingEn = 'opening hours of the recycling centre'
const feeEn = 'how much is the preschool fee'
const dogEn = 'there is a loose dog outside'

const english: readonly Talk[] = [
  ['en', poolEn, 'and on Sundays?', says('weekends from 9 am')],
  ['en', poolEn, 'and when is the library open?', goes('article:biblioteket')],
  ['en', poolEn, 'how much is it?', says('SEK 75')],
  ['en', poolEn, 'and for kids?', says('child SEK 40')],
  ['en', poolEn, 'what about the library?', goes('article:biblioteket')],
  ['en', poolEn, 'is it open in the evening?', says('to 8 pm')],
  ['en', poolEn, 'is there a sauna there?', says('Sauna')],
  ['en', homeCareEn, 'and how much is preschool?', goes('article:forskoleavgift')],
  ['en', libraryEn, 'what about Saturdays?', says('weekends from 10 am')],
  ['en', libraryEn, 'can I print there?', says('print')],
  ['en', passportEn, 'and how do I contest a parking fine?', goes('article:parkeringsanmarkning')],
  ['en', parkingEn, 'how much does it cost?', says('SEK 400')],
  ['en', parkingEn, 'and for guests?', says('Guests')],
  ['en', parkingEn, 'and where can I get sand for my driveway?', goes('article:sandningssand')],
  ['en', parkingEn, 'how many can I have?', says('One permit a person')],
  ['en', passportEn, 'what do I need to bring?', says('old document')],
  ['en', permitEn, 'can I put in a wood stove then?', goes('article:eldstad')],
  ['en', passportEn, 'and for children?', says('guardians')],
  ['en', passportEn, 'how long does it take?', lacks('how long')],
  ['en', feeEn, 'and how do I apply for a place?', goes('article:soka-forskola')],
  ['en', permitEn, 'how long does it take?', says('ten weeks')],
  ['en', permitEn, 'and on Sundays?', lacks('Sundays')],
  ['en', poolEn, 'can someone call me back?', goes('dialog:bli-uppringd')],
  ['en', transportEn, 'can someone come along?', says('come along')],
  ['en', musicEn, 'what about adults?', says('adult education')],
  ['en', recyclingEn, 'can you pick up my old sofa then?', goes('dialog:grovsopor')],
  ['en', homeCareEn, 'and the meals?', says('meals separately')],
  ['en', dogEn, 'and rats?', goes('article:rattor')],
  ['en', musicEn, 'is it expensive?', says('SEK 600')],
  ['en', musicEn, 'and when are the school holidays?', goes('article:skollov')],
  ['en', recyclingEn, 'can I bring paint there?', says('paint')],
  ['en', poolEn, 'what is the capital of France?', goes()],
]

/** Written when the rule stood, and asked before anything was changed for them. */
const later: readonly Talk[] = [
  [
    'sv',
    'hur söker jag försörjningsstöd',
    'hur lång tid tar det att få svar?',
    says('två veckor när alla papper'),
  ],
  ['sv', 'hur söker jag försörjningsstöd', 'vilka papper behövs då?', says('hyresavi')],
  ['sv', 'hur söker jag försörjningsstöd', 'var kan jag ansöka', says('i vår e-tjänst')],
  ['sv', 'hur söker jag försörjningsstöd', 'var söker jag jobb', goes('article:lediga-jobb')],
  ['en', 'how do i get a passport', 'can my kid come along', says('The child must come along')],
  ['en', 'how do i get a passport', 'can my kid get the school bus', goes('dialog:skolskjuts')],
  ['en', 'how do i get a passport', 'can someone come along on the ride', goes('article:fardtjanst')],
  ['sv', passport, 'får barnet följa med', says('Barnet ska vara med')],
  ['sv', library, 'kan mitt barn få skolskjuts', goes('dialog:skolskjuts')],
  ['sv', pool, 'behöver jag boka', lacks('att boka tid')],
  ['sv', pool, 'är det öppet nästa torsdag', says('vardagar klockan 6.30 till 20')],
  ['sv', 'var söker man hindersprövning', 'måste vi boka tid', says('Boka sedan tid')],
  ['sv', 'hur söker jag försörjningsstöd', 'går det på nätet', says('i vår e-tjänst')],
  ['sv', bin, 'går det på nätet', lacks('e-tjänster')],
  // What a page about fees says nothing of stands beside it.
  ['sv', 'vad kostar hemtjänst', 'går det på nätet?', goes('article:ansoka-hemtjanst')],
  ['sv', 'vad kostar hemtjänst', 'kan man söka på nätet?', goes('article:ansoka-hemtjanst')],
  ['sv', 'vad kostar grovsopor', 'går det på nätet?', goes('dialog:grovsopor')],
  ['sv', 'vad kostar grovsopor', 'kan man boka på nätet', goes('dialog:grovsopor')],
  ['sv', 'vad kostar färdtjänst', 'går det på nätet?', lacks('e-tjänster')],
  ['sv', 'vad kostar hemtjänst', 'söka jobb på nätet?', goes('article:lediga-jobb')],
  ['sv', bin, 'hur gör jag', says('Ring 042-10 50 00')],
  ['sv', library, 'kan någon komma hit', lacks('det du frågar om')],
  ['sv', 'behöver jag bygglov för altan', 'och om den är inglasad', lacks('inglasad')],
  ['en', 'how do i apply for preschool', 'can i do it online', says('in our e-service')],
  ['en', 'how do i apply for preschool', 'how long is the wait', says('within four months')],
  ['sv', pool, 'behöver jag boka hämtning av en soffa', goes('dialog:grovsopor')],
  ['sv', bin, 'söka förskola på nätet', goes('article:soka-forskola')],
  ['sv', library, 'kan någon komma hit och hämta en soffa', goes('dialog:grovsopor')],
  ['sv', pool, 'hur bokar jag vigsel', goes('article:borgerlig-vigsel')],
  [
    'en',
    'how do i apply for preschool',
    'how long is the wait for a building permit',
    goes('article:bygglov-kostnad-tid'),
  ],
  ['sv', 'grannen stör på natten', 'kan ni skicka nån', says('störningsjour')],
  ['sv', 'grannen stör på natten', 'kan någon komma hit?', says('störningsjour')],
  ['sv', 'grannen stör på natten', 'kan ni skicka någon nu', says('114 14')],
  ['sv', 'grannen stör på natten', 'klockan är 3 på natten', says('114 14')],
  ['en', 'loud music all night, who can i call', 'can you send someone', says('noise patrol')],
  ['en', 'loud music all night, who can i call', "it's 3 in the morning", says('114 14')],
  ['sv', library, 'kan ni skicka ett lånekort', goes('article:biblioteket')],
  ['sv', 'får jag elda löv i trädgården', 'och på natten?', lacks('natten')],
  ['sv', library, 'kan ni skicka en färdtjänstbil', goes('article:fardtjanst')],
  [
    'sv',
    pool,
    'ska någon komma och tömma soptunnan',
    goes('article:tomningsdag', 'dialog:utebliven-tomning'),
  ],
  ['sv', 'dagis plats', 'var söker jag', says('i vår e-tjänst')],
  ['sv', permit, 'var ansöker man', says('i vår e-tjänst')],
  ['sv', permit, 'var söker jag färdtjänst', goes('article:fardtjanst')],
  ['sv', transport, 'vart ska man söka', says('Du söker hos oss')],
  ['en', 'what does a building permit cost', 'where do I apply', says('in our e-service')],
  ['sv', 'hur söker jag försörjningsstöd', 'och glasögon?', says('tandvård, glasögon')],
  [
    'sv',
    'hur söker jag försörjningsstöd',
    'jag har skulder också, kan ni hjälpa mig med budget?',
    goes('article:budget-och-skuldradgivning'),
  ],
  ['sv', 'måste jag anmäla en ny kamin', 'vad kostar det?', says('1 200 kronor')],
  ['sv', 'måste jag anmäla en ny kamin', 'och om jag glömt anmäla?', says('Glömt att anmäla')],
  ['sv', 'måste jag anmäla en ny kamin', 'får jag elda löv då?', goes('article:elda-ute')],
  ['sv', 'hur lånar jag om en bok', 'hur länge får man ha den?', says('fyra veckor')],
  ['sv', 'hur lånar jag om en bok', 'men om den är trasig?', says('Borta eller trasig')],
  ['sv', 'hur lånar jag om en bok', 'och när stänger biblioteket?', goes('article:biblioteket')],
  ['sv', 'jag har råttor i huset', 'och i toaletten?', says('stäng locket')],
  ['sv', 'jag har råttor i huset', 'min hyresvärd gör inget då?', says('Gör hyresvärden inget')],
  ['sv', 'jag har råttor i huset', 'och en övergiven bil på gatan?', goes('article:overgiven-bil')],
  ['sv', 'boka sporthall', 'vad kostar det per timme?', says('från 90 kronor')],
  ['sv', 'boka sporthall', 'och avboka?', says('senast sju dagar före')],
  ['sv', 'boka sporthall', 'kan föreningar få bidrag också?', goes('article:foreningsbidrag')],
  ['sv', 'hur begär jag ut en allmän handling', 'kostar det något?', says('gratis')],
  [
    'sv',
    'hur begär jag ut en allmän handling',
    'måste jag säga vem jag är?',
    says('Du behöver inte säga vem du är'),
  ],
  ['sv', 'när är höstlovet', 'och påsklovet?', says('Påsklov: vecka 13')],
  ['sv', 'när är höstlovet', 'och skolmaten i morgon?', goes('article:skolmat')],
  ['sv', 'när är höstlovet', 'är fritids öppet då?', says('**Fritids** har öppet')],
  ['sv', 'när är höstlovet', 'hur sjukanmäler jag barnet?', goes('article:sjukanmala-barn')],
  ['en', 'how do I contest a parking fine', 'how long do I have?', says('within six months')],
  ['en', 'how do I contest a parking fine', 'and if I pay?', says('pay first')],
  ['en', 'how do I contest a parking fine', 'and resident parking?', goes('article:boendeparkering')],
  ['en', 'where do we book a civil wedding', 'how many witnesses?', says('you need two')],
  ['en', 'where do we book a civil wedding', 'and on a Saturday?', says('Fridays and Saturdays')],
  ['en', 'where do we book a civil wedding', 'and how do I get a passport?', goes('article:pass-och-id')],
]

export const talks: readonly Talk[] = [...swedish, ...english, ...later]
