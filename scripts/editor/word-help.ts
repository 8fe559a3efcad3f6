// What each word of the language does, for staff. A word that is new in `field-words.ts` must be told of here: a test sees to it.
import { actionHelp, cityHelp, deskHelp, quietHelp, routingHelp } from './city-help'
import type { Help } from './help-entry'

/** Step word → what the step does. */
const stepHelp: Readonly<Record<string, Help>> = {
  say: { what: 'Säger något till invånaren.', example: 'say: Tack! Ditt ärende har nummer {case_number}.' },
  ask: {
    what: 'Ställer en fråga. Namnet efter ask är svarets namn. En fråga som redan är besvarad hoppas över.',
    example: 'ask: place',
  },
  confirm: {
    what: 'Visar en sammanfattning och frågar om den stämmer. Krävs före en handling som ändrar något.',
    example: 'confirm: send',
  },
  if: {
    what: 'Gör stegen under then om villkoret stämmer, annars stegen under else.',
    example: 'if: danger is yes',
  },
  do: {
    what: 'Utför en handling ur actions.yaml: hämtar något, eller skapar till exempel ett ärende.',
    example: 'do: create_case',
  },
  forget: { what: 'Glömmer ett svar, så att frågan ställs igen.', example: 'forget: date' },
  call: { what: 'Går igenom en annan dialogs steg på den här platsen.', example: 'call: verify_phone' },
  handoff: {
    what: 'Lämnar över till en människa. Texten är det invånaren får läsa.',
    example: 'handoff: En medarbetare tar hand om din anmälan.',
  },
  end: { what: 'Slutar dialogen. Ordet efter end säger hur det gick.', example: 'end: done' },
}

/** Property of a step; where a word means two things, with the step before it: `ask.else`. */
const propertyHelp: Readonly<Record<string, Help>> = {
  id: { what: 'Textens namn. Prov och översättningar hittar texten med det.', example: 'id: thanks' },
  'only if': { what: 'Steget görs bara när villkoret stämmer.', example: 'only if: kind is other' },
  sms: {
    what: 'Det som ska sägas annorlunda i sms, gärna kortare.',
    example: 'sms: { say: "Tack!" }',
    form: 'texts',
  },
  web: { what: 'Det som ska sägas annorlunda på webben.', example: 'web: { question: "…" }', form: 'texts' },
  question: { what: 'Frågan, som invånaren får läsa den.', example: 'question: Var är det?' },
  hint: {
    what: 'Hjälp som visas när svaret inte gick att förstå. Ge ett exempel.',
    example: 'hint: Till exempel Storgatan 12.',
  },
  why: {
    what: 'Det som sägs till den som undrar varför det frågas. Sedan ställs frågan igen.',
    example: 'why: Vi ringer bara om vi inte hittar felet.',
  },
  type: {
    what: 'Vilken sorts svar som väntas. Utan type är det text.',
    example: 'type: phone or email',
    form: 'type',
  },
  choices: {
    what: 'Svaren att välja mellan. Varje rad är kod: det som visas | andra ord som folk använder | ord som bara är svar på just den här frågan.',
    example: 'light: Trasig gatubelysning | gatlyktan, lampa',
    form: 'texts',
  },
  length: {
    what: 'Hur många tecken texten får ha, minst och mest.',
    example: 'length: 10..500',
    form: 'span',
  },
  range: { what: 'Minsta och största tal som får svaras.', example: 'range: 1..10', form: 'span' },
  must: { what: 'Vad svaret måste uppfylla. Skriv också else.', example: 'must: place inside city' },
  'ask.else': {
    what: 'Vad boten säger när svaret inte uppfyller must.',
    example: 'else: Den platsen ligger utanför kommunen.',
  },
  optional: { what: 'Med true får invånaren hoppa över frågan.', example: 'optional: true', form: 'yes/no' },
  default: { what: 'Svaret som gäller om inget annat sägs. Då ställs frågan inte.', example: 'default: 1' },
  unsure: {
    what: 'Vad "kanske" och "vet inte" räknas som när frågan tar ja eller nej. Utan unsure ställs frågan igen.',
    example: 'unsure: yes',
    form: 'yes/no',
  },
  'means yes': {
    what: 'Ord som invånare berättar med i stället för att svara ja, på vilket språk som helst. Alla ändelser räknas.',
    example: 'means yes: farligt, ramla, göra sig illa',
  },
  keep: {
    what: 'Personuppgift: så länge sparas svaret, sedan raderas det.',
    example: 'keep: 24 months',
    form: 'duration',
  },
  then: { what: 'Stegen som görs när villkoret stämmer.', example: 'then:', form: 'steps' },
  'if.else': { what: 'Stegen som görs när villkoret inte stämmer.', example: 'else:', form: 'steps' },
  with: {
    what: 'Det som handlingen får veta. Varje rad är handlingens ord: svarets namn.',
    example: 'with: { place: place, text: details }',
    form: 'texts',
  },
  'if fails': {
    what: 'Stegen när det inte lyckas. Varje fel kan ha sina egna steg; else tar resten.',
    example: 'if fails: { handoff: En medarbetare hjälper dig. }',
    form: 'failures',
  },
  gives: {
    what: 'De svar som tas över från den anropade dialogen.',
    example: 'gives: [phone]',
    form: 'names',
  },
  'ask.offers': {
    what: 'Med first sentence får invånaren en knapp för det som samtalet började med, när det säger mer än en startfras.',
    example: 'offers: first sentence',
  },
  'end.offers': {
    what: 'Det dialogen sa sist erbjuder att bli uppringd. Svarar invånaren ja eller skriver sitt nummer börjar dialogen för det.',
    example: 'offers: call',
  },
  closed: {
    what: 'Texten när enheten har stängt. Säg vad som hände, och lova ingenting: boten frågar efter ett nummer och säger när enheten ringer.',
    example: 'closed: Jag kunde inte skicka din önskan just nu.',
  },
  each: {
    what: 'Frågorna som ställs om varje sak i listan. Den första säger vad saken är.',
    example: 'each:',
    form: 'steps',
  },
  more: { what: 'Frågan om det finns fler saker.', example: 'more: Är det något mer?' },
  max: {
    what: 'Så många saker listan får ha som mest, eller så många bilder eller filer som får skickas.',
    example: 'max: 5',
  },
  from: {
    what: 'Det som invånaren väljer ur: en handling som läser en lista, eller en lista som en handling har gett.',
    example: 'from: pickup_slots',
  },
  show: { what: 'Hur många alternativ som visas i taget. Utan show är det fem.', example: 'show: 5' },
  'if none': {
    what: 'Stegen när det inte finns något att välja på, eller när det inte gick att läsa. Under each tar ett ensamt say bort saken ur listan.',
    example: 'if none: { handoff: Det finns inga lediga tider. }',
    form: 'steps',
  },
  purpose: { what: 'Ändamålet i registret över personuppgifter.', example: 'purpose: anhorig-besok' },
  code: {
    what: 'Engångskoden som skickas och ska skrivas tillbaka.',
    example: 'type: code',
    form: 'anything',
  },
  to: {
    what: 'Svaret med numret eller adressen som koden skickas till.',
    example: 'to: phone',
    form: 'anything',
  },
  priority: { what: 'Med high går ärendet före i kön.', example: 'priority: high' },
}

const dialogHelp: Readonly<Record<string, Help>> = {
  dialog: { what: 'Dialogens namn, samma som filens.', example: 'dialog: felanmalan' },
  title: { what: 'Vad tjänsten heter för invånaren.', example: 'title: Felanmälan gata och park' },
  owner: { what: 'Enheten som ansvarar, med sin kod ur city.yaml.', example: 'owner: gata-park' },
  valid: {
    what: 'Från och till när dialogen går att börja, och när den ska ses över. Andra dagar får den som vill börja den kontaktcenters nummer.',
    example: 'valid: { from: 2027-05-01, to: 2027-09-30, review: 2027-04-01 }',
    form: 'texts',
  },
  'valid.from': {
    what: 'Första dagen som dialogen går att börja.',
    example: 'from: 2027-05-01',
    form: 'date',
  },
  'valid.to': {
    what: 'Sista dagen som dialogen går att börja. Den som är mitt i den då får gå klart.',
    example: 'to: 2027-09-30',
    form: 'date',
  },
  'valid.review': {
    what: 'Dagen då dialogen ska läsas igenom.',
    example: 'review: 2027-11-01',
    form: 'date',
  },
  sensitive: {
    what: 'Med true maskeras alla svar i loggarna, för känsliga uppgifter.',
    example: 'sensitive: true',
    form: 'yes/no',
  },
  allows: {
    what: 'Det som dialogen får göra, utöver det vanliga. person-id: fråga efter personnummer, om city.yaml också tillåter det.',
    example: 'allows: person-id',
  },
  interrupt: {
    what: 'Vad som får avbryta: all (allt), questions (bara frågor) eller none (bara ord som avbryt).',
    example: 'interrupt: questions',
  },
  start: {
    what: 'Exempel på hur invånare börjar. Ett svar märks ut så här: <place=Storgatan 12>.',
    example: '- gatlyktan på <place=Storgatan 12> är trasig',
    form: 'list',
  },
  labels: {
    what: 'Vad varje svar kallas i sammanfattningen och när det rättas.',
    example: 'place: Plats',
    form: 'texts',
  },
  values: { what: 'Värden som räknas ut ur svaren.', example: 'urgent: danger is yes', form: 'texts' },
  steps: { what: 'Stegen, uppifrån och ned.', example: 'steps:', form: 'steps' },
  tests: {
    what: 'Samtal som provas med npm run dialogs:test.',
    example: '- test: Det vanliga fallet',
    form: 'anything',
  },
  notify: {
    what: 'Sms till den som prenumererar, när något händer. Varje rad är händelsens namn, som topic i do: subscribe.',
    example: 'notify: { visit_done: { say: … } }',
    form: 'anything',
  },
  renamed: {
    what: 'Svar som har bytt namn: gammalt: nytt.',
    example: 'renamed: { plats: place }',
    form: 'texts',
  },
  pin: { what: 'Så länge öppna samtal får fortsätta i den gamla versionen.', example: 'pin: 24 hours' },
}

const noticeHelp: Readonly<Record<string, Help>> = {
  say: {
    what: 'Texten i sms:et. Den kan visa det som händelsen ger och det som prenumerationen sparar, och säger hur man slutar.',
    example: 'say: Besök hos {alias} klart {visit_time}. Avsluta med STOPP.',
  },
  grant: {
    what: 'Går till anhöriga med ett registrerat medgivande för just detta, i stället för till dem som prenumererar. `any`: flera händelser i samma sms.',
    example: 'grant: completed',
  },
  gives: {
    what: 'Det som händelsen ger, och av vilken typ.',
    example: 'gives: { visit_time: time }',
    form: 'anything',
  },
  quiet: {
    what: 'När sms:et får vänta till tiden är slut. Utan tider gäller stadens.',
    example: 'quiet: { from: 22:00, to: 07:00, unless: night is yes }',
    form: 'anything',
  },
  unless: {
    what: 'Stämmer villkoret skickas sms:et genast, också på natten.',
    example: 'unless: night is yes',
  },
}

const translationHelp: Readonly<Record<string, Help>> = {
  translates: { what: 'Dialogen som översätts.', example: 'translates: felanmalan' },
  language: { what: 'Språkets kod.', example: 'language: en' },
  translated: {
    what: 'Med machine får invånaren veta att en maskin har översatt. Ta bort raden när en människa har läst igenom.',
    example: 'translated: machine',
  },
  'translation.choices': {
    what: 'Valens texter: frågans namn, sedan kod: text | andra ord.',
    example: 'kind: { light: "Broken street light | lamp" }',
    form: 'groups',
  },
  'translation.texts': {
    what: 'Texterna med sina namn: frågan har svarets namn, dess hjälp slutar på .hint, sms-texten på .sms.',
    example: 'place.hint: For example Storgatan 12.',
    form: 'texts',
  },
}

const testHelp: Readonly<Record<string, Help>> = {
  test: { what: 'Vad provet visar.', example: 'test: Allt i en mening' },
  given: {
    what: 'Vad handlingarna svarar i provet.',
    example: 'given: { create_case: { case_number: F-1 } }',
    form: 'anything',
  },
  chat: { what: 'Samtalet, rad för rad.', example: '- user: ja', form: 'anything' },
  channel: { what: 'Kanalen: web eller sms.', example: 'channel: sms' },
  'test.language': { what: 'Språket i samtalet.', example: 'language: en' },
  user: {
    what: 'Det invånaren skriver. En bild skickas så här: { photo: 1 }.',
    example: 'user: gatlyktan är trasig',
    form: 'said',
  },
  asks: { what: 'Frågan som boten ställer, med svarets namn.', example: 'asks: place' },
  says: { what: 'Något som boten säger: textens namn, eller en del av texten.', example: 'says: thanks' },
  does: { what: 'Handlingen som boten utför.', example: 'does: create_case' },
  ends: { what: 'Hur dialogen slutar.', example: 'ends: done' },
  expect: {
    what: 'Svaren som boten har förstått.',
    example: 'expect: { place: Torget 1, items.what: [sofa, bed] }',
    form: 'expected',
  },
  photo: { what: 'Så många bilder skickar invånaren.', example: 'user: { photo: 1 }' },
  file: { what: 'Så många pdf-filer skickar invånaren.', example: 'user: { file: 1 }' },
  code: { what: 'Engångskoden som invånaren skriver.', example: 'code: rätt', form: 'anything' },
  event: { what: 'Något som händer i ett annat system.', example: 'event: visit_done', form: 'anything' },
}

/** Words by the place they stand in. */
const byPlace: Readonly<Record<string, Readonly<Record<string, Help>>>> = {
  step: stepHelp,
  dialog: dialogHelp,
  translation: { ...dialogHelp, ...translationHelp },
  notice: noticeHelp,
  quiet: { ...noticeHelp, ...quietHelp },
  test: testHelp,
  chat: testHelp,
  city: cityHelp,
  department: cityHelp,
  desk: deskHelp,
  routing: routingHelp,
  'home-care': cityHelp,
  'city-translation': { ...cityHelp, ...translationHelp },
  action: actionHelp,
}

/**
 * What is known of a word.
 *
 * @param place - a step word for a property of such a step, or `step`, `dialog`, `valid`, `translation`, `test`, `chat`, `city`,
 *   `department`, `home-care`, `city-translation`, `action`
 */
export function helpFor(place: string, word: string): Help | undefined {
  const table = byPlace[place] ?? { ...propertyHelp, ...dialogHelp }
  const own = `${place}.${word}`
  if (Object.hasOwn(table, own)) return table[own]
  return Object.hasOwn(table, word) ? table[word] : undefined
}
