// What a good model writes of the pages: near their words, in sentences of its own. None of it may be dropped.
import type { Language } from '../../../bot/contracts/talk/language'

export const honestAnswers: readonly (readonly [language: Language, article: string, answer: string])[] = [
  ['sv', 'simhallen', 'Simhallen har öppet vardagar klockan 6.30 till 20 och helger klockan 9 till 17.'],
  [
    'sv',
    'simhallen',
    'Ett bad kostar 75 kronor för en vuxen och 40 kronor för ett barn. Barn under 4 år badar gratis.',
  ],
  ['sv', 'simhallen', 'Ja, heltäckande badkläder är tillåtna. Du behöver duscha först.'],
  [
    'sv',
    'simhallen',
    'Det finns lift och ramp för dig som använder rullstol, och ett större rum att byta om i.',
  ],
  [
    'sv',
    'simhallen',
    'Motionssim finns i egna banor på vardagar, 6.30–9. Vill du hyra en bana? Ring 042-10 50 00.',
  ],
  [
    'sv',
    'hemtjanst-avgift',
    'Du betalar högst 2 660 kronor i månaden för hemtjänst år 2026. Avgiften beror på din inkomst efter skatt och vad bostaden kostar. Maten betalar du för sig.',
  ],
  ['sv', 'hemtjanst-avgift', 'Nej, om du inte lämnar uppgifterna på blanketten kan avgiften bli den högsta.'],
  [
    'sv',
    'parkeringsanmarkning',
    'En parkeringsanmärkning betalar du först. Sedan kan du bestrida den hos polisen inom sex månader från det att du betalade. Får du rätt får du pengarna tillbaka.',
  ],
  [
    'sv',
    'parkeringsanmarkning',
    'En kontrollavgift ska du inte betala om du tycker att den är fel. Skriv till bolaget på lappen och berätta varför. Läs mer hos [polisen.se](link_1).',
  ],
  [
    'sv',
    'elda-ute',
    'Torrt ris från den egna trädgården får du elda i mars, april och oktober. Plast, sopor och målat trä får du aldrig elda.',
  ],
  [
    'sv',
    'elda-ute',
    'Se på krisinformation.se om det är eldningsförbud. Ska du ha en stor brasa ringer du i förväg på 042-10 50 00.',
  ],
  [
    'sv',
    'soka-forskola',
    'Sök minst fyra månader innan du behöver platsen. Du kan önska flera förskolor, men det är inte säkert att du får den du helst vill ha.',
  ],
  [
    'sv',
    'soka-forskola',
    'Ja, du kan söka även om du är hemma med syskon. Då får barnet minst 15 timmar i veckan.',
  ],
  [
    'sv',
    'pass-och-id',
    'Anmäl det genast till polisen på 114 14. Ett nytt pass skaffar du hos polisen: boka tid på polisen.se.',
  ],
  [
    'sv',
    'sortera-avfall',
    'Lampor, färg och elsaker lämnar du på en återvinningscentral. Det kostar inget.\n\n- **Glas:** lägg färgat och ofärgat var för sig.\n- **Mat:** skal, rester och kaffesump.',
  ],
  [
    'sv',
    'bygga-utan-bygglov',
    'En tillbyggnad får vara högst 30 kvadratmeter inom detaljplan. Taknocken får vara högst 4,0 meter över marken.',
  ],
  [
    'en',
    'simhallen',
    'The swimming hall is open on weekdays from 6.30 am to 8 pm. An adult pays SEK 75 and a child SEK 40.',
  ],
  ['en', 'simhallen', 'Yes, full cover swimwear is allowed. Please shower first.'],
  [
    'en',
    'forskoleavgift',
    'The fee is 3 per cent of the household income for the first child, 2 per cent for the second and 1 per cent for the third. The fourth child is free.',
  ],
  [
    'en',
    'forskoleavgift',
    'Yes, you pay for the place even when your child is away. For questions about your bill, call 042-10 50 00.',
  ],
  [
    'en',
    'biblioteket',
    'The city library is open from 9 am to 7 pm Monday to Friday, and from 10 am to 4 pm at weekends. It is closed on public holidays.',
  ],
  [
    'en',
    'biblioteket',
    'A late book costs SEK 2 a day for adults. For children’s books there is no late fee.',
  ],
  [
    'en',
    'flytta-hit',
    'Report your move to Skatteverket no later than one week after you moved. It is free at skatteverket.se.',
  ],
  [
    'en',
    'atervinningscentral',
    'Yes, you can bring paint and chemicals. They must have a label, and you must never mix them.',
  ],
]
