// Articles as they were one day: staff change the real ones, and what may be said of a text must not change with them.
import type { Language } from '../../../bot/contracts/talk/language'

export interface Page {
  readonly language: Language
  readonly id: string
  readonly title: string
  readonly answer: string
  readonly details: string
}

export const pages: readonly Page[] = [
  {
    language: 'sv',
    id: 'simhallen',
    title: 'Simhallen, tider och priser',
    answer:
      'Simhallen är öppen vardagar klockan 6.30 till 20 och helger klockan 9 till 17. En vuxen betalar 75 kronor och ett barn 40 kronor (exempeluppgift för piloten). På stora helger är det stängt.',
    details: `- **Barn under 4 år** badar gratis.
- **Barn under 10 år** måste ha en vuxen med sig i vattnet.
- **Motionssim** i egna banor: vardagar 6.30 till 9 (exempeluppgift för piloten).
- **Simskola:** sök i vår e-tjänst. Platserna släpps i augusti och januari.
- **Kläder:** alla badkläder är tillåtna, också heltäckande. Duscha först.
- **Rullstol:** det finns lift, ramp och ett större rum att byta om i.

Åldrar, simskola och hjälpmedel är också exempeluppgifter för piloten. Vill du hyra en bana? Ring 042-10 50 00.`,
  },
  {
    language: 'sv',
    id: 'biblioteket',
    title: 'Biblioteket, tider och lån',
    answer:
      'Stadsbiblioteket är öppet måndag till fredag klockan 9 till 19 och helger klockan 10 till 16 (exempeluppgift för piloten). På röda dagar är det stängt. Lånekort är gratis.',
    details: `- **Låna om:** logga in på bibliotekets webb med kortets nummer och PIN. Det går inte om någon annan står i kö.
- **Glömt PIN:** välj "Glömt PIN" när du loggar in, eller fråga oss på plats.
- **Nytt kort:** ta med legitimation. Barn under 18 år behöver en vuxens ja.
- **Lämna böcker:** när det är stängt finns en lucka till höger om dörren (exempeluppgift för piloten).
- **Sent:** 2 kronor per dag och bok för vuxna, aldrig för barnböcker (exempeluppgift för piloten).
- **E-böcker** lånar du i appen Biblio.

Du kan skriva ut, kopiera och använda dator på plats. Appens namn och åldern för kort är också exempeluppgifter för piloten.`,
  },
  {
    language: 'sv',
    id: 'hemtjanst-avgift',
    title: 'Vad hemtjänst kostar',
    answer:
      'År 2026 betalar ingen mer än 2 660 kronor i månaden för hemtjänst. Många betalar mindre, för avgiften beror på inkomst och boende. Maten betalar du för sig.',
    details: `- Vi räknar på inkomst efter skatt och på vad du betalar för bostaden.
- En viss summa ska alltid finnas kvar till dig. Därför betalar en del inget alls.
- Du lämnar uppgifterna på en blankett. Gör du inte det kan avgiften bli den högsta.
- Säg till om något ändras, till exempel hyran.

Taket ändras varje år i januari. Vill du att vi räknar på just din avgift? Ring 042-10 50 00.`,
  },
  {
    language: 'sv',
    id: 'parkeringsanmarkning',
    title: 'Bestrida en p-bot',
    answer:
      'Läs först vad det står på lappen. Är det en **parkeringsanmärkning** betalar du först och bestrider sedan hos polisen. Är det en **kontrollavgift** betalar du inte, utan skriver till den som gav dig den.',
    details: `**Parkeringsanmärkning** (gata och torg):

- Betala i tid, även om du tycker att den är fel.
- Bestrid hos polisen inom sex månader från att du betalade.
- Får du rätt får du pengarna tillbaka.

**Kontrollavgift** (ofta privat mark):

- Betala inte. Om du betalar räknas det som ett ja.
- Skriv till bolaget på lappen och säg varför den är fel.

Ta gärna foton av skyltar, biljett och bil. Kommunen kan inte ta bort boten åt dig.

Så gör du hos polisen: [polisen.se](https://polisen.se/lagar-och-regler/boter/parkeringsanmarkning/)`,
  },
  {
    language: 'sv',
    id: 'elda-ute',
    title: 'Elda och grilla ute',
    answer:
      'Du får grilla, men aldrig elda sopor, plast eller målat trä. Torrt ris från egen trädgård får du elda i mars, april och oktober (exempeluppgift för piloten). Vid eldningsförbud gäller det som står där i stället.',
    details: `- **Förbud just nu?** Se krisinformation.se eller räddningstjänstens sida.
- **Ha vatten nära** och gå inte ifrån elden. Släck helt.
- **Balkong:** fråga värden. Använd hellre elgrill.
- **Park och strand:** grilla på de platser som är till för det. Ställ inte engångsgrill på gräset.
- **Stor brasa:** ring oss i förväg på 042-10 50 00.

Stör röken från en granne? Prata först. Hjälper det inte kan du klaga hos oss.

**Brinner det? Ring 112.**`,
  },
  {
    language: 'sv',
    id: 'soka-forskola',
    title: 'Sök plats i förskola',
    answer:
      'Du söker plats i vår e-tjänst. Ditt barn har rätt till en plats inom fyra månader, från det att barnet fyllt ett år. Sök därför minst fyra månader innan du behöver den.',
    details: `- Du kan önska flera förskolor. Det är inte säkert att du får den du helst vill ha.
- Svara på erbjudandet i tid, annars kan platsen gå till någon annan.
- Du kan söka även om du är hemma med syskon eller söker arbete. Då får barnet minst 15 timmar i veckan.
- Vill du byta söker du på nytt. Barnet behåller sin plats så länge.
- Säg upp platsen i samma e-tjänst.

Arbetar du kväll, natt eller helg? Fråga om omsorg på de tiderna.

Behöver du hjälp eller saknar e-legitimation? Ring 042-10 50 00.`,
  },
  {
    language: 'sv',
    id: 'pass-och-id',
    title: 'Pass, id-kort och körkort',
    answer:
      'Pass och nationellt id-kort skaffar du hos polisen, inte hos kommunen. Boka tid på polisen.se. Körkort sköter Transportstyrelsen.',
    details: `- **Ta med** din gamla handling eller ett annat godkänt id. Fotot tas på plats.
- **Barn under 18 år:** båda vårdnadshavare måste säga ja, skriftligt eller på plats. Barnet ska vara med.
- **Tappat eller stulet pass:** anmäl det genast till polisen på 114 14.
- **Bråttom:** fråga polisen om ett provisoriskt pass.
- **Id-kort för dig som är folkbokförd:** det går också att få hos Skatteverket.
- **Tappat körkort:** anmäl och beställ nytt hos Transportstyrelsen.

Så gör du: [polisen.se om pass](https://polisen.se/tjanster-tillstand/pass-och-nationellt-id-kort/)`,
  },
  {
    language: 'sv',
    id: 'sortera-avfall',
    title: 'Så sorterar du ditt avfall',
    answer:
      'Lägg matavfall för sig och förpackningar för sig. Det som blir över är restavfall. Elsaker, batterier och farligt avfall ska aldrig i soptunnan.',
    details: `Så här sorterar du:

- **Mat:** skal, rester, ben och kaffesump.
- **Papper:** kartong, mjölkpaket och pappkassar.
- **Plast:** påsar, tråg och flaskor utan pant.
- **Metall:** burkar, tuber, lock och folie.
- **Glas:** flaskor och burkar. Lägg färgat och ofärgat var för sig.
- **Rest:** blöjor, diskborstar och trasiga glas att dricka ur.

Töm varje förpackning. Den behöver inte vara diskad.

Sedan 2024 måste alla sortera ut sin mat. Från 2027 ska alla kunna lämna förpackningar nära hemmet.

Lampor, färg och elsaker lämnar du på en återvinningscentral. Det kostar inget.`,
  },
  {
    language: 'sv',
    id: 'bygga-utan-bygglov',
    title: 'Vad du får bygga utan bygglov',
    answer:
      'Mycket smått får du bygga utan lov sedan den 1 december 2025: tillbyggnader och mindre hus på högst 30 kvadratmeter vardera. Men det finns undantag, så fråga oss innan du börjar. Det du läser här är råd och inget beslut.',
    details: `**Inom detaljplan:**

- Tillbyggnad: högst 30 kvadratmeter.
- Förråd, garage, växthus och liknande: högst 30 kvadratmeter per hus och 45 totalt.
- Taknock: högst 4,0 meter över mark.

**Utanför detaljplan:**

- Förråd, garage och liknande: högst 50 kvadratmeter per hus och 65 totalt.
- Taknock: högst 4,5 meter över mark.

Håll 4,5 meter till tomtgränsen, om inte grannen säger ja. Be om ett skriftligt ja.

En låg altan kräver oftast inget lov. Är den hög eller ska den ha tak, fråga oss först.

En del kräver en anmälan även utan lov. Nära stranden, i gamla miljöer och i vissa planer gäller andra regler. Ring 042-10 50 00 och be om bygglov.`,
  },
  {
    language: 'en',
    id: 'simhallen',
    title: 'The swimming hall, hours and prices',
    answer:
      'The swimming hall is open on weekdays from 6.30 am to 8 pm and at weekends from 9 am to 5 pm. An adult pays SEK 75 and a child SEK 40 (sample data for the pilot). It is closed on major holidays.',
    details: `- **Children under 4** swim for free.
- **Children under 10** must have an adult with them in the water.
- **Lane swimming:** weekdays from 6.30 to 9 am (sample data for the pilot).
- **Swimming lessons:** apply in our e-service. Places open in August and January.
- **Clothes:** all swimwear is allowed, also full cover. Shower first.
- **Wheelchair:** there is a lift, a ramp and a larger changing room.

Ages, lessons and aids are sample data for the pilot too. Do you want to hire a lane? Call 042-10 50 00.`,
  },
  {
    language: 'en',
    id: 'forskoleavgift',
    title: 'Fees for preschool and after-school care',
    answer:
      "The fee is a share of the household's income before tax: 3 per cent for the first child, 2 for the second and 1 for the third. The fourth child is free. There is a ceiling, so nobody pays more than the maximum fee.",
    details: `- **The ceiling** changes every year. The amount in force is on our website.
- **The youngest child** counts as the first.
- **From the autumn of the year your child turns three**, 525 hours a year are free.
- **After-school care:** 2 per cent for the first child, 1 for the second and 1 for the third.

Report a new income in the e-service as soon as it changes. If you live with someone, both incomes count, even if you have no children together.

You pay for the place even when your child is away. Questions about your bill? Call 042-10 50 00.`,
  },
  {
    language: 'en',
    id: 'biblioteket',
    title: 'The library, hours and loans',
    answer:
      'The city library is open Monday to Friday from 9 am to 7 pm and at weekends from 10 am to 4 pm (sample data for the pilot). It is closed on public holidays. A library card is free.',
    details: `- **Renew:** log in on the library's website with your card number and PIN. It is not possible if someone else is waiting.
- **Forgot your PIN:** choose "Forgot PIN" when you log in, or ask us at the library.
- **New card:** bring identification. Children under 18 need an adult's yes.
- **Return books:** when we are closed there is a hatch to the right of the door (sample data for the pilot).
- **Late:** SEK 2 a day and book for adults, never for children's books (sample data for the pilot).
- **E-books** are lent in the app Biblio.

You can print, copy and use a computer here. The app's name and the age for a card are sample data for the pilot too.`,
  },
  {
    language: 'en',
    id: 'flytta-hit',
    title: 'Moving here',
    answer:
      'Report your move to Skatteverket, the tax agency, no later than one week after you moved. It is free at skatteverket.se. The city then learns your new address too.',
    details: `What you may need to arrange:

- **Children:** apply for preschool or school as early as you can.
- **Waste and water:** in a house you tell us that you are the new owner. In a flat the landlord does it.
- **Electricity:** choose a company before you move.
- **Health care:** choose a health centre at 1177.se.
- **Help at home:** if you have home care you apply again here. Begin before you move.
- **Letters:** order forwarding at svenskadressandring.se.

Do you come from another country? Book a visit at Skatteverket to be registered.

Are you looking for a home? Call 042-10 50 00 and we show you how to join the queue.`,
  },
  {
    language: 'en',
    id: 'atervinningscentral',
    title: 'The recycling centre',
    answer:
      'The recycling centre is open on weekdays from 7 am to 7 pm and at weekends from 9 am to 4 pm (sample data for the pilot). It is free for those who live here. You show your driving licence at the barrier and may visit 15 times a year (sample data for the pilot).',
    details: `You can bring:

- furniture, bicycles and other large things
- branches, leaves and grass
- paint, chemicals, bulbs and batteries
- fridges, cookers and other electrical items
- wood, metal, stone and plaster

Sort at home and load what goes out first on top. Paint and chemicals must have a label. Never mix them.

Do you have asbestos? Call 042-10 50 00 first. It must be well wrapped.

Leave food waste and ordinary rubbish bags in your bin at home.`,
  },
]
