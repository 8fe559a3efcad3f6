// What each word of city.yaml and actions.yaml does, and what each type of answer means, for staff.
import type { Help } from './help-entry'

export const quietHelp: Readonly<Record<string, Help>> = {
  from: { what: 'Klockslaget då den tysta tiden börjar.', example: 'from: 22:00', form: 'anything' },
  to: { what: 'Klockslaget då den tysta tiden är slut.', example: 'to: 07:00', form: 'anything' },
}

export const cityHelp: Readonly<Record<string, Help>> = {
  city: { what: 'Stadens namn. Texter visar det med {city}.', example: 'city: Helsingborg' },
  'time zone': { what: 'Tidszonen.', example: 'time zone: Europe/Stockholm' },
  languages: {
    what: 'Språken som boten kan helt, svenska först. Allt måste vara översatt till dem.',
    example: 'languages: [sv, en]',
    form: 'list',
  },
  'languages in part': {
    what: 'Språken som boten kan till en del. Det som inte är översatt sägs på svenska, och invånaren får veta det.',
    example: 'languages in part: [ar, fi, so, uk]',
    form: 'list',
  },
  'machine translations': {
    what: 'Om invånare får läsa det som en maskin har översatt: allowed (ja, märkt) eller forbidden (nej).',
    example: 'machine translations: allowed',
  },
  phone: { what: 'Kontaktcenters nummer. Texter visar det med {phone}.', example: 'phone: 042-10 50 00' },
  hours: {
    what: 'Öppettider. Röda dagar är stängda av sig själva; under exceptions står det som avviker.',
    example: 'mon-fri: 8.00-16.30',
    form: 'anything',
  },
  departments: {
    what: 'Enheterna, med koden som dialogernas owner använder.',
    example: 'avfall: { name: Avfall }',
  },
  'department.name': { what: 'Enhetens namn för invånaren.', example: 'name: Avfall och återvinning' },
  'department.phone': { what: 'Enhetens nummer. Utan det gäller stadens.', example: 'phone: 042-10 50 00' },
  'department.queue': {
    what: 'Så många som får vänta på att chatta med någon på enheten. Utan raden tar enheten inte emot chattar.',
    example: 'queue: 3',
  },
  'department.silence': {
    what: 'Så länge boten är tyst om medarbetaren som har samtalet inte skriver något; sedan svarar den igen. Utan raden: 2 timmar.',
    example: 'silence: 2 hours',
  },
  'department.desk': {
    what: 'Dit enhetens ärenden skickas: en e-postadress, eller adressen till ett system. Utan den sparas de bara.',
    example: 'desk: { email: felanmalan@exempel.se }',
    form: 'anything',
  },
  routing: {
    what: 'Vilken enhet som får vilka ärenden. Den första regeln som stämmer gäller; annars får dialogens enhet ärendet.',
    example: '- { class: light, to: gata-park }',
    form: 'anything',
  },
  'places outside': {
    what: 'Orter utanför kommunen som invånare skriver efter en adress.',
    example: 'places outside: [Malmö, Lund]',
    form: 'list',
  },
  'welcome topics': {
    what: 'Knapparna i hälsningen: dialog:namn eller article:namn, och knappens text.',
    example: 'dialog:felanmalan: Felanmälan',
    form: 'texts',
  },
  'call-back dialog': {
    what: 'Dialogen som tar emot den som vill bli uppringd.',
    example: 'call-back dialog: bli-uppringd',
  },
  'person id dialogs': {
    what: 'Dialogerna som får fråga efter personnummer. Dialogen själv måste också säga allows: person-id.',
    example: 'person id dialogs: [anstallning]',
    form: 'list',
  },
  'known numbers': {
    what: 'Telefonnummer utanför staden som texter får nämna, till exempel polisens. Kontrollen varnar för andra.',
    example: 'known numbers: [112, 114 14, 1177]',
    form: 'list',
  },
  'known sites': {
    what: 'Webbplatser utanför staden som texter får länka till. Kontrollen varnar för andra.',
    example: 'known sites: [1177.se, skatteverket.se]',
    form: 'list',
  },
  jargon: {
    what: 'Myndighetsord som kontrollen varnar för, och vad man kan skriva i stället.',
    example: 'erhålla: få',
    form: 'texts',
  },
  quiet: {
    what: 'När inga meddelanden skickas, om dialogen inte säger något annat. De väntar till tiden är slut.',
    example: 'quiet: { from: 21:00, to: 08:00 }',
    form: 'anything',
  },
  'home care': {
    what: 'Hemtjänstens besök: enheten som anhöriga ringer, och hur länge boten väntar innan den säger att något saknas.',
    example: 'home care: { department: aldreomsorg, … }',
    form: 'anything',
  },
  'home-care.department': { what: 'Enheten som anhöriga ringer.', example: 'department: aldreomsorg' },
  'home-care.grace': {
    what: 'Så lång tid efter besökets slut får enheten veta att inget är registrerat.',
    example: 'grace: 30 minutes',
  },
  'home-care.tell relatives after': {
    what: 'Så lång tid efter det får anhöriga veta, om inget har kommit än.',
    example: 'tell relatives after: 30 minutes',
  },
  'home-care.feed silent after': {
    what: 'Så länge utan livstecken från planeringssystemet. Sedan sägs inget om uteblivna besök, och den som frågar får veta att uppgifter saknas.',
    example: 'feed silent after: 15 minutes',
  },
  'home-care.gather texts': {
    what: 'Det som händer inom så lång tid berättas i ett enda sms. Två minuter om raden saknas; 0 minutes skickar genast.',
    example: 'gather texts: 2 minutes',
  },
  'home-care.evening summary': {
    what: 'Då får den som har valt ett sms om dagen dagens besök. 19:30 om raden saknas.',
    example: 'evening summary: 19:30',
  },
  keep: { what: 'Så länge olika uppgifter sparas.', example: 'conversation: 30 days', form: 'texts' },
  words: {
    what: 'Ord som alltid fungerar, oavsett fråga.',
    example: 'cancel: [avbryt, sluta]',
    form: 'anything',
  },
  texts: {
    what: 'Botens egna texter. Med .sms sist gäller texten i sms.',
    example: 'hello: Hej!',
    form: 'texts',
  },
}

/** Of a rule under `routing`. */
export const routingHelp: Readonly<Record<string, Help>> = {
  class: {
    what: 'Vad ärendet gäller, ett ord eller en lista: det som dialogen ger som category.',
    example: 'class: [light, pothole]',
    form: 'anything',
  },
  place: {
    what: 'Ord i platsen, till exempel en väg eller ett område.',
    example: 'place: [E6, väg 111]',
    form: 'anything',
  },
  'road owner': {
    what: 'Vem som äger vägen, enligt stadens adressregister.',
    example: 'road owner: trafikverket',
    form: 'anything',
  },
  hours: { what: 'Bara när staden har öppet, eller bara när den har stängt.', example: 'hours: closed' },
  urgent: {
    what: 'Bara ärenden som är brådskande, eller bara de andra.',
    example: 'urgent: yes',
    form: 'yes/no',
  },
  to: { what: 'Enheten som får ärendet.', example: 'to: gata-park' },
}

/** Of `desk` under a department. */
export const deskHelp: Readonly<Record<string, Help>> = {
  email: { what: 'En e-postlåda.', example: 'email: felanmalan@exempel.se' },
  webhook: {
    what: 'Ett system som tar emot ärenden över webben.',
    example: 'webhook: https://arenden.exempel.se/in',
  },
  open311: {
    what: 'Ett system som talar Open311.',
    example: 'open311: https://arenden.exempel.se/open311/v2',
  },
}

export const actionHelp: Readonly<Record<string, Help>> = {
  effect: {
    what: 'read läser bara. write ändrar något, görs en gång och först efter en bekräftelse.',
    example: 'effect: write',
  },
  takes: {
    what: 'Det som handlingen behöver; ett frågetecken betyder att det får saknas.',
    example: 'takes: [category, text?]',
    form: 'names',
  },
  'action.gives': {
    what: 'Det som handlingen svarar med, och av vilken typ; [a, b] är ett av dessa ord.',
    example: 'gives: { case_number: text }',
    form: 'anything',
  },
  fails: { what: 'De fel som går att skilja åt.', example: 'fails: [slot_taken]', form: 'list' },
  http: {
    what: 'Anropet till ett annat system. Skrivs av utvecklare.',
    example: 'http: { method: POST, url: "…" }',
    form: 'anything',
  },
  undo: { what: 'Handlingen som tar tillbaka den här.', example: 'undo: cancel_pickup', form: 'anything' },
  update: {
    what: 'Handlingen som ändrar det som gjordes.',
    example: 'update: change_pickup',
    form: 'anything',
  },
}

/** Type of an answer → what a resident may write. */
export const typeHelp: Readonly<Record<string, Help>> = {
  text: { what: 'Fri text.', example: 'En papperskorg har vält' },
  number: { what: 'Ett tal, med siffror eller ord.', example: 'två' },
  money: { what: 'Ett belopp i kronor.', example: '450 kr' },
  date: { what: 'En dag, med siffror eller ord.', example: 'på fredag' },
  time: { what: 'Ett klockslag.', example: 'halv tre' },
  'yes/no': { what: 'Ja eller nej.', example: 'japp' },
  choice: { what: 'Ett av svaren under choices.', example: 'light' },
  choices: { what: 'Ett eller flera av svaren under choices.', example: 'light, ice' },
  pick: { what: 'Ett val ur en lista som en handling har hämtat.', example: 'fredag kl. 9' },
  list: { what: 'En lista av saker.', example: 'soffa, frys' },
  address: { what: 'En adress eller en plats i kommunen.', example: 'Storgatan 12' },
  phone: { what: 'Ett telefonnummer.', example: '070-123 45 67' },
  email: { what: 'En e-postadress.', example: 'anna@exempel.se' },
  photo: { what: 'En bild.', example: 'foto från mobilen' },
  file: { what: 'En fil.', example: 'ritning.pdf' },
  consent: { what: 'Ett samtycke. Den visade texten sparas med svaret.', example: 'ja' },
  code: { what: 'En engångskod som skickas till invånaren.', example: '123456' },
  'person-id': { what: 'Ett personnummer eller samordningsnummer.', example: 'ÅÅÅÅMMDD-NNNN' },
}
