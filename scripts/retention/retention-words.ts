// What npm run retention says, in Swedish and in English.
import type { Deletion } from '../../bot/contracts/store/deletion'
import type { FindingLanguage } from '../command/render-findings'

const swedish = {
  usage: `Så här: npm run retention [-- --run | --log [--days 90] | --holds | --hold X --reason "…" | --release X --reason "…"] [--json] [--lang en]

Visar hur länge varje slag av uppgifter sparas ("keep:" i dialogs/city.yaml), hur mycket som är över tiden just nu och hur gammalt
det äldsta av det är. Inget tas bort. Kör det där boten körs. Boten själv tar bort det som är över tiden var sjätte timme.

  --run      tar bort det som är över tiden nu, och säger hur mycket det blev
  --log      gallringsloggen: vad som har tagits bort, när, hur mycket och av vem
  --days N   i loggen: de senaste N dagarna; 90 om inget sägs
  --hold X   X är ett ärendenummer eller ett samtals id: det sparas tills vidare, vad som än står i city.yaml och även om invånaren
             vill radera det. Ett ärende sparas med allt som har hänt i det, ett samtal med sina ärenden, bilder och annat
  --release X  det får tas bort igen när tiden är ute
  --reason   varför; det sparas i händelseloggen tillsammans med vem som gjorde det
  --by       vem du är; ditt namn på datorn om inget sägs
  --holds    det som sparas tills vidare
  --json     samma som JSON
  --lang     språket i det som skrivs här: sv eller en
  --help     den här texten`,
  oneDeed: 'Skriv bara ett av --run, --log, --holds, --hold och --release.',
  noReason: 'Skriv varför efter --reason.',
  unknown: (name: string) => `Det finns varken ärende eller samtal som heter "${name}".`,
  notHeld: (name: string) => `"${name}" hålls inte kvar. Se vad som gör det: npm run retention -- --holds`,
  placed: (name: string) => `${name} sparas tills vidare.`,
  lifted: (name: string) => `${name} får tas bort igen när tiden är ute.`,
  noHolds: 'Inget hålls kvar utöver tiderna.',
  days: (written: string) => `--days är ett antal dagar, inte "${written}"`,
  noCity: 'dialogs/city.yaml går inte att använda; kör npm run dialogs:check',
  noStore: (file: string) =>
    `${file} finns inte. Starta boten en gång, eller sätt DATA_DIR eller REDIS_URL till samma som boten har.`,
  kept: (days: number | undefined) => (days === undefined ? 'tills vidare' : `${days} dagar`),
  nothingOld: 'inget över tiden',
  old: (count: number, oldest: string) => `${count} över tiden, äldst ${oldest}`,
  removed: (count: number) => `${count} borttagna`,
  oldKeys: (count: number) => `${count} nycklar från en äldre version, till koder och bokningar som är över`,
  removedKeys: (count: number) => `${count} nycklar från en äldre version borttagna`,
  failed: 'gick inte att ta bort; kör igen',
  someFailed: 'Allt gick inte att ta bort. Se ovan, och kör igen om en stund.',
  toRun: 'Inget är borttaget. Ta bort det som är över tiden: npm run retention -- --run',
  noDeletions: (days: number) => `Inget har tagits bort på ${days} dagar.`,
  unfinished: 'påbörjat, inte avslutat',
  by: {
    retention: 'av sig självt',
    staff: 'för hand',
    resident: 'av invånaren',
  } satisfies Record<Deletion['by'], string> as Readonly<Record<Deletion['by'], string>>,
  before: (day: string) => `orört sedan före ${day}`,
}
export type RetentionWords = typeof swedish

const english: RetentionWords = {
  usage: `Usage: npm run retention [-- --run | --log [--days 90] | --holds | --hold X --reason "…" | --release X --reason "…"] [--json] [--lang en]

Shows how long each class is kept ("keep:" in dialogs/city.yaml), how much is over its time now, and how old the oldest of that
is. Removes nothing. Run it where the server runs. The server itself removes what is over its time every six hours.

  --run      removes what is over its time now, and says how much that was
  --log      the deletion log: what was removed, when, how much and by whom
  --days N   in the log: of the last N days; 90 when not given
  --hold X   X is a case number or an id of a conversation: it is kept until further, whatever city.yaml says and even when the
             resident wants it deleted. A case is kept with all that has happened to it, a conversation with its cases and files
  --release X  it may go again when its time is over
  --reason   why; kept in the audit log with who did it
  --by       who you are; your name on this machine when not given
  --holds    what is kept until further
  --json     the same as JSON
  --lang     language of what is written here: sv or en
  --help     this text`,
  oneDeed: 'Give only one of --run, --log, --holds, --hold and --release.',
  noReason: 'Say why after --reason.',
  unknown: (name) => `There is neither a case nor a conversation called "${name}".`,
  notHeld: (name) => `"${name}" is not held. See what is: npm run retention -- --holds`,
  placed: (name) => `${name} is kept until further.`,
  lifted: (name) => `${name} may go again when its time is over.`,
  noHolds: 'Nothing is held beyond its time.',
  days: (written) => `--days is a number of days, not "${written}"`,
  noCity: 'dialogs/city.yaml cannot be used; run npm run dialogs:check',
  noStore: (file) =>
    `${file} is not there. Start the city once, or set DATA_DIR or REDIS_URL to those of the server.`,
  kept: (days) => (days === undefined ? 'until further' : `${days} days`),
  nothingOld: 'nothing over its time',
  old: (count, oldest) => `${count} over their time, the oldest ${oldest}`,
  removed: (count) => `${count} removed`,
  oldKeys: (count) => `${count} keys of an older version, of codes and bookings that are over`,
  removedKeys: (count) => `${count} keys of an older version removed`,
  failed: 'could not be removed; run it again',
  someFailed: 'Not everything could be removed. See above, and run it again in a while.',
  toRun: 'Nothing was removed. Remove what is over its time: npm run retention -- --run',
  noDeletions: (days) => `Nothing was removed in ${days} days.`,
  unfinished: 'begun, not ended',
  by: { retention: 'by itself', staff: 'by hand', resident: 'by the resident' },
  before: (day) => `untouched since before ${day}`,
}

export const retentionWords: Readonly<Record<FindingLanguage, RetentionWords>> = { sv: swedish, en: english }
