// What npm run grants says.
import { mostWrongCodes } from '../../bot/dialog/answers/code-answer'
import type { EndReason, Grant, Standing, WishedTexts } from '../../bot/home-care/grant'
import type { CodeChecked, CodeSent } from '../../bot/home-care/prove-phone'
import type { GrantFault } from '../../bot/home-care/register-grant'

export const usage = `Så här: npm run grants -- <kommando> [...] --by <du>

Medgivanden: vilken anhörig som får följa vilken brukares hemtjänstbesök. Kör det där boten körs. Allt som görs, också att titta,
blir en rad i granskningsloggen med det som står efter --by.

  add     registrerar ett medgivande och skriver ut dess id. Det gäller först när en kod har visat att numret är rätt.
            --client REF        brukarens beteckning i planeringssystemet, aldrig namn eller personnummer
            --phone NUMMER      den anhörigas mobilnummer
            --scopes a,b        det som får berättas: plan_change, started, completed, missed, on_demand
            --waiver REF        var i akten det står att brukaren har hävt sekretessen för den anhöriga
            --processing REF    var i akten brukarens samtycke till behandlingen står
            --relative-consent DATUM   när den anhöriga sa ja till att numret används
            --alias NAMN        det som den anhöriga själv vill kalla brukaren i sms, högst 12 tecken, inget om vård
            --from, --to DATUM  första och sista dagen; utan dem från i dag och tolv månader
            --lang sv           språket i sms:en
  code    skickar en kod till den anhörigas telefon:        npm run grants -- code ID --by anna.k
          och prövar den som hon eller han läser upp:       npm run grants -- code ID 123456 --by anna.k
  list    visar medgivanden för --client REF eller --phone NUMMER
  show    visar ett medgivande och allt som har hänt med det: npm run grants -- show ID --by anna.k
  texts   väljer vilka sms den anhöriga får:                 npm run grants -- texts ID summary --by anna.k
            all (varje besök), problems (när något inte är som planerat), summary (ett på kvällen, och problem genast),
            none (inga). Den anhöriga väljer själv med VARJE, SAMLA och PAUSA
  revoke  avslutar ett:          npm run grants -- revoke ID --why client --by anna.k
          eller alla för en brukare:   npm run grants -- revoke --client REF --why death --by anna.k
            --why  client (brukaren), relative (den anhöriga), staff, death, end-of-service

  --json  svaret som JSON`

export const faults: Readonly<Record<GrantFault, string>> = {
  client:
    '--client är brukarens beteckning i planeringssystemet: minst en siffra, inga blanksteg, inget personnummer',
  phone: '--phone är inget telefonnummer; skriv till exempel 070-123 45 67',
  'phone-without-texts':
    '--phone kan inte få sms: det är ett fast nummer eller ett servicenummer; skriv den anhörigas mobilnummer, till exempel 070-123 45 67',
  scopes:
    '--scopes är en eller flera av plan_change, started, completed, missed, on_demand, med komma mellan',
  waiver:
    '--waiver saknas eller går inte att använda: skriv var i akten det står, till exempel akt-2026-17/3',
  processing:
    '--processing saknas eller går inte att använda: skriv var i akten det står, till exempel akt-2026-17/4',
  'relative-consent': '--relative-consent är dagen då den anhöriga sa ja, i dag eller tidigare: 2026-11-20',
  'alias-length': '--alias är ett till tolv tecken',
  'alias-signs':
    '--alias får ha bokstäver, siffror, punkt, bindestreck och blanksteg, och inte fyra siffror i rad',
  'alias-care-word':
    '--alias säger något om vård eller omsorg; låt den anhöriga välja ett annat, till exempel en bokstav',
  by: '--by saknas: skriv vem du är, till exempel anna.k',
  language: '--lang är inget av stadens språk',
  from: '--from är ett datum: 2026-12-01',
  to: '--to är ett datum, tidigast samma dag som --from',
  'too-long': 'ett medgivande gäller högst tolv månader; skriv ett tidigare --to',
  over: '--to har redan varit',
  already: 'samma brukare och nummer har redan ett medgivande; avsluta det först med revoke',
}

export const standings: Readonly<Record<Standing, string>> = {
  stands: 'gäller',
  ended: 'avslutat',
  unproved: 'väntar på kod',
  coming: 'har inte börjat',
}

const optedOut =
  'Numret har svarat STOPP och får inga sms. Be den anhöriga skriva START till vårt nummer först.'

export const sentWords: Readonly<Record<CodeSent, string>> = {
  sent: 'En kod är på väg. Den gäller i tio minuter. Låt den anhöriga läsa upp den, och kör kommandot igen med koden.',
  unknown: 'Det finns inget medgivande med det id:t.',
  ended: 'Medgivandet är avslutat.',
  'opted-out': optedOut,
  'too-many': 'Numret har fått så många koder som det får. Vänta en halvtimme.',
}

export const checkedWords: Readonly<Record<CodeChecked, string>> = {
  proved: 'Rätt kod. Numret är kontrollerat, och medgivandet gäller.',
  unknown: 'Det finns inget medgivande med det id:t.',
  ended: 'Medgivandet är avslutat.',
  'opted-out': optedOut,
  none: 'Ingen kod har skickats än. Kör kommandot utan kod först.',
  expired: 'Koden är för gammal. Skicka en ny.',
  wrong: 'Fel kod.',
  'no-more': `Fel kod ${mostWrongCodes} gånger. Skicka en ny.`,
}

export const reasons: Readonly<Record<EndReason, string>> = {
  client: 'av brukaren',
  relative: 'av den anhöriga',
  staff: 'av personalen',
  death: 'brukaren har avlidit',
  'end-of-service': 'insatsen har upphört',
  over: 'tiden är ute',
}

export const noBy = faults.by
export const noWhich = 'Skriv vilket: ett id, --client eller --phone.'
export const noWhy = '--why är client, relative, staff, death eller end-of-service'
export const noWish = 'Skriv vilka sms: all, problems, summary eller none.'
export const wishWords: Readonly<Record<WishedTexts, string>> = {
  all: 'om varje besök',
  problems: 'när något inte är som planerat',
  summary: 'samlade på kvällen, och genast när något inte är som planerat',
  none: 'inga',
}
export const noGrants = 'Inga medgivanden.'
export const noSuch = sentWords.unknown
export const noCity = 'dialogs/city.yaml går inte att använda; kör npm run dialogs:check'
export const unknownCommand = (command: string): string =>
  `Det finns inget kommando "${command}". De som finns: add, code, list, show, texts, revoke. --help visar allt.`
export const added = (id: string): string =>
  `Medgivandet ${id} är registrerat. Skicka nu en kod: npm run grants -- code ${id} --by …`
export const ended = (count: number): string =>
  count === 0 ? 'Inget att avsluta.' : `Avslutat: ${count}. Inget mer skickas, inte heller det som väntar.`
export const deeds: Readonly<Record<string, string>> = {
  registered: 'registrerat',
  'code-sent': 'kod skickad',
  'phone-proved': 'numret kontrollerat',
  'wrong-code': 'fel kod',
  changed: 'sms-val ändrade',
  ended: 'avslutat',
  shown: 'visat',
  looked: 'den anhöriga frågade efter besöken',
  told: 'sms',
}
export const scopeWords: Readonly<Record<Grant['scopes'][number], string>> = {
  plan_change: 'ändrade och inställda besök',
  started: 'påbörjade',
  completed: 'klara',
  missed: 'uteblivna',
  on_demand: 'får fråga',
}
