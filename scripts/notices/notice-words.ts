// What npm run notify says, in Swedish and in English.
import type { FindingLanguage } from '../command/render-findings'

const swedish = {
  usage: `Så här: npm run notify -- <dialog> --to <person> [--give namn=värde]... [--event <namn>] [--id <id>] [--json] [--lang en]

Provar ett meddelande: något har hänt i ett annat system, och alla som prenumererar på det får en rad i kön av sms. Den som svarar på
meddelandet kommer in i dialogen. Starta boten i din egen kopia och prenumerera i chatten först. Prova aldrig där den riktiga boten
kör: det som väntar i kön skickas när en sms-tjänst är ansluten.

  --to     vem det gäller, som prenumerationen säger ("person:" vid do: subscribe i dialogen)
  --give   det som händelsen berättar, en för varje namn under "gives:" i meddelandet: --give visit_time=08:41
  --event  vilket meddelande; behövs bara när dialogen har flera
  --id     händelsens id i det andra systemet; samma id en gång till ger inget nytt meddelande
  --json   { event, id, told: [{ kind, to, text, dueAt, waits }] }
  --lang   språket i det som skrivs här: sv eller en`,
  oneDialog: 'Skriv namnet på en dialog.',
  noPerson: '--to saknas: vem gäller det?',
  noCity: 'dialogs/city.yaml går inte att använda; kör npm run dialogs:check',
  noDialog: (id: string, having: string) =>
    `Det finns ingen dialog "${id}". De som har meddelanden: ${having || 'ingen'}.`,
  noNotices: (id: string) => `"${id}" har inga meddelanden; de står under "notify:".`,
  which: 'Skriv vilket efter --event.',
  noNotice: (event: string) => `Det finns inget meddelande "${event}".`,
  theNotices: (id: string, names: string) => `Meddelandena i "${id}" är ${names}.`,
  noStore: (file: string) =>
    `${file} finns inte. Starta boten med samma DATA_DIR och prenumerera i chatten först.`,
  // What exactly is refused the bot says in English; what to write says as much.
  refused: (_: string, wanted: string) =>
    `Det som händelsen berättar stämmer inte med "gives:" i meddelandet. Skriv ${wanted || 'inget --give'}.`,
  nobody: (event: string, person: string, dialog: string) =>
    `Här prenumererar ingen på "${event}" om "${person}". Prenumerera i dialogen "${dialog}", eller se efter vad som står efter "person:" vid do: subscribe.`,
  noPair: (piece: string) =>
    `--give skrivs namn=värde, till exempel --give visit_time=08:41, inte "${piece}"`,
  leftOut: (why: string) => `får inget: ${why}`,
  reasons: {
    'no-consent': 'samtycket är tillbakataget eller gäller inte längre',
    'no-notice': 'dialogen har inget sådant meddelande längre',
  },
  waits: 'väntar tills den tysta tiden är slut',
  atOnce: 'med en gång',
  repeated: (to: string) => `till ${to}: har redan fått det; skriv ett annat --id, eller inget, för ett till`,
  sent: (to: string, when: string) => `till ${to}, ${when}:`,
}

export type NoticeWords = typeof swedish

const english: NoticeWords = {
  usage: `Usage: npm run notify -- <dialog> --to <person> [--give name=value]... [--event <name>] [--id <id>] [--json] [--lang en]

Something happened in another system: everyone who subscribed to it gets an entry in the outbox of the store that DATA_DIR or
REDIS_URL names, and a reply of theirs opens the dialog. Subscribe first, in the chat of a server with the same settings. Try
it on a store of your own: what waits there is sent once an SMS gateway is connected.

  --to     whom it is about, as the subscription calls them ("person:" in the dialog's do: subscribe)
  --give   what the event brings, one for each name under "gives:" of the notice: --give visit_time=08:41
  --event  which notice; needed only where the dialog has several
  --id     the other system's id of the event; the same one again tells nobody twice
  --json   { event, id, told: [{ kind, to, text, dueAt, waits }] }
  --lang   language of what is written here: sv or en`,
  oneDialog: 'Name one dialog.',
  noPerson: '--to is missing: whom is it about?',
  noCity: 'dialogs/city.yaml cannot be used; see npm run dialogs:check',
  noDialog: (id, having) => `There is no dialog "${id}". With notices there is ${having || 'none'}.`,
  noNotices: (id) => `"${id}" has no notices; they stand under "notify:".`,
  which: 'Say which with --event.',
  noNotice: (event) => `There is no notice "${event}".`,
  theNotices: (id, names) => `The notices of "${id}" are ${names}.`,
  noStore: (file) =>
    `There is no ${file}. Start the server with this DATA_DIR and subscribe in its chat first.`,
  refused: (why, wanted) => `The event was refused: ${why}. The notice is given ${wanted || 'nothing'}.`,
  nobody: (event, person, dialog) =>
    `Nobody here subscribes to "${event}" about "${person}". Subscribe in the dialog "${dialog}", or look at "person:" in its do: subscribe.`,
  noPair: (piece) => `--give is name=value, such as --give visit_time=08:41, not "${piece}"`,
  leftOut: (why) => `left out: ${why}`,
  reasons: {
    'no-consent': 'the consent it rests on was taken back or is over',
    'no-notice': 'its dialog has no such notice any more',
  },
  waits: 'waits for the end of quiet time',
  atOnce: 'at once',
  repeated: (to) => `to ${to}: told already; give another --id, or none, to tell once more`,
  sent: (to, when) => `to ${to}, ${when}:`,
}

export const noticeWords: Readonly<Record<FindingLanguage, NoticeWords>> = { sv: swedish, en: english }
