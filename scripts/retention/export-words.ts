// What npm run export says, in Swedish and in English.
import type { CodeTried } from '../../bot/one-time-code/try-code'
import type { FindingLanguage } from '../command/render-findings'

const swedish = {
  usage: `Så här: npm run export -- --conversation ID [--out MAPP] [--lang en]
           npm run export -- --phone +46701234567 --send-code
           npm run export -- --phone +46701234567 --code 123456 [--out MAPP | --erase]

Allt som är sparat om en invånare, som en JSON-fil och de bilder och dokument som invånaren har skickat. Kör det där boten körs.
Med --phone skickas först en kod till numret, och invånaren läser upp den: så vet du att numret är invånarens. Koden gäller i tio
minuter och en gång. Samtal på webben hämtas med sitt id, för vem som helst kan ha skrivit numret där.

  --out     mappen som filerna läggs i; den görs om den inte finns. Utan den: export-<tid> där du står
  --erase   raderar samtalen över sms med det som hör till dem, i stället för att hämta dem. Ärenden är allmänna handlingar och
            sparas tills deras tid är ute, och en begärd uppringning tills den är gjord
  --lang    språket i det som skrivs här: sv eller en
  --help    den här texten`,
  oneOf: 'Skriv antingen --conversation eller --phone.',
  badPhone: '--phone är ett telefonnummer med landsnummer, till exempel +46701234567.',
  codeOrSend: 'Skriv --send-code, eller --code och koden som invånaren läser upp.',
  onlyPhone: '--send-code, --code och --erase hör till --phone.',
  eraseOrOut: 'Skriv antingen --out eller --erase.',
  noNumber:
    'Boten har inget nummer för sms (ELKS_NUMBER eller TWILIO_NUMBER), så det går inte att skicka en kod.',
  noCity: 'dialogs/city.yaml går inte att använda; kör npm run dialogs:check',
  noStore: (file: string) =>
    `${file} finns inte. Starta boten en gång, eller sätt DATA_DIR eller REDIS_URL till samma som boten har.`,
  sent: (phone: string) => `En kod är på väg till ${phone}. Kör sedan samma kommando med --code.`,
  tooMany: (phone: string) =>
    `${phone} har fått så många koder som det får just nu. Vänta en halvtimme, i värsta fall ett dygn.`,
  codes: {
    none: 'Ingen kod är skickad till numret. Kör med --send-code först.',
    wrong: 'Koden stämmer inte. Be invånaren läsa upp den igen.',
    expired: 'Koden gäller inte längre. Skicka en ny med --send-code.',
    'no-more': 'Koden har skrivits fel för många gånger. Skicka en ny med --send-code.',
  } satisfies Record<Exclude<CodeTried, 'right'> | 'none', string> as Readonly<
    Record<Exclude<CodeTried, 'right'> | 'none', string>
  >,
  nothing: 'Inget är sparat.',
  written: (file: string, talks: number, records: number, files: number) =>
    `${file}: ${talks} samtal, ${records} andra uppgifter, ${files} filer.`,
  erased: (count: number) =>
    `${count} samtal raderade. Ärenden är allmänna handlingar och sparas tills deras tid är ute.`,
  callBacks: (codes: string) =>
    `Begärda uppringningar som inte är gjorda finns kvar: ${codes}. Vill invånaren inte bli uppringd, säg till enheten.`,
  held: (count: number) => `${count} samtal måste enligt lag sparas tills vidare och är inte raderade.`,
}
export type ExportWords = typeof swedish

const english: ExportWords = {
  usage: `Usage: npm run export -- --conversation ID [--out FOLDER] [--lang en]
       npm run export -- --phone +46701234567 --send-code
       npm run export -- --phone +46701234567 --code 123456 [--out FOLDER | --erase]

All that is kept of one resident, as a JSON file and the pictures and documents that they sent. Run it where the server runs.
With --phone a code is sent to the number first, and the resident reads it out: so you know that they hold it. It is good for ten
minutes and once. Conversations on the web are had by their id, for anybody may have written the number there.

  --out     folder for the files, made when missing. Without it: export-<time> where you are
  --erase   deletes the conversations over SMS with what hangs on them instead. Cases are public records and stay until their
            time is over, and a call that was asked for until it is made
  --lang    language of what is written here: sv or en
  --help    this text`,
  oneOf: 'Give either --conversation or --phone.',
  badPhone: '--phone is a phone number with its country code, such as +46701234567.',
  codeOrSend: 'Give --send-code, or --code and the code that the resident reads out.',
  onlyPhone: '--send-code, --code and --erase go with --phone.',
  eraseOrOut: 'Give either --out or --erase.',
  noNumber: 'The server has no number for SMS (ELKS_NUMBER or TWILIO_NUMBER), so no code can be sent.',
  noCity: 'dialogs/city.yaml cannot be used; run npm run dialogs:check',
  noStore: (file) =>
    `${file} is not there. Start the city once, or set DATA_DIR or REDIS_URL to those of the server.`,
  sent: (phone) => `A code is on its way to ${phone}. Then run the same command with --code.`,
  tooMany: (phone) => `${phone} has got as many codes as it may for now. Wait half an hour, at worst a day.`,
  codes: {
    none: 'No code was sent to the number. Run it with --send-code first.',
    wrong: 'The code is not right. Ask the resident to read it out again.',
    expired: 'The code is not good any more. Send a new one with --send-code.',
    'no-more': 'The code was written wrongly too often. Send a new one with --send-code.',
  },
  nothing: 'Nothing is kept.',
  written: (file, talks, records, files) =>
    `${file}: ${talks} conversations, ${records} other records, ${files} files.`,
  erased: (count) =>
    `${count} conversations deleted. Cases are public records and stay until their time is over.`,
  callBacks: (codes) =>
    `Calls that were asked for and are not made yet stay: ${codes}. If the resident wants none, tell the department.`,
  held: (count) => `${count} conversations must be kept by law for now and are not deleted.`,
}

export const exportWords: Readonly<Record<FindingLanguage, ExportWords>> = { sv: swedish, en: english }
