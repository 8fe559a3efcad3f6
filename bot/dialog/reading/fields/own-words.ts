// Words that staff write instead of the language's own: Swedish for an English one, or another English one.

/** What is meant → what is written instead. */
const written: readonly (readonly [meant: readonly string[], instead: string])[] = [
  // Types of answers.
  [['phone'], 'telefon, telefonnummer, mobil, mobilnummer, tel, telephone, mobile'],
  [['email'], 'epost, e-post, e-postadress, mejl, mail, e-mail'],
  [['address'], 'adress, plats, place'],
  [['date'], 'datum, dag, day'],
  [['time'], 'klockslag, klocka, tid'],
  [['number'], 'tal, antal, nummer, siffra, heltal, integer, int'],
  [['yes/no'], 'ja/nej, janej, ja eller nej, boolean, bool, yesno, yes or no'],
  [['choices'], 'flerval'],
  [['text'], 'fritext, string, sträng'],
  [['money'], 'belopp, pengar, summa, pris'],
  [['photo'], 'bild, foto, image, picture'],
  [['file'], 'fil, bilaga'],
  [['consent'], 'samtycke, godkännande'],
  [['code'], 'kod, engångskod'],
  [['person-id'], 'personnummer'],
  [['list'], 'lista'],
  // Steps and what stands in them.
  [['say'], 'säg, skriv, visa, meddelande, message, tell, print'],
  [['question', 'ask'], 'fråga'],
  [['asks', 'ask'], 'frågar'],
  [['confirm'], 'bekräfta, bekräftelse'],
  [['if', 'only if'], 'om, when'],
  [['does', 'do'], 'gör, utför, action, run'],
  [['handoff'], 'överlämna, lämna över, vidarekoppla, människa, hand-off'],
  [['end', 'ends'], 'slut, sluta, avsluta, finish'],
  [['forget'], 'glöm'],
  [['call'], 'anropa'],
  [['hint'], 'ledtråd, tips, hjälp, hjälptext, help'],
  [['type'], 'typ, slag, sort'],
  [['choices', 'choice'], 'val, alternativ, svar, options, answers, alternatives'],
  [['length'], 'längd'],
  [['range'], 'intervall, spann'],
  [['must'], 'måste, krav, kräver, validate'],
  [['else'], 'annars, otherwise'],
  [['optional'], 'valfri, valfritt, frivillig, frivilligt'],
  [['default'], 'standard, förval'],
  [['keep'], 'spara, sparas, lagra, store, retention'],
  [['only if', 'if'], 'bara om, endast om, villkor, condition'],
  [['then'], 'då, sedan, så'],
  [['with'], 'med'],
  [['if fails'], 'vid fel, om fel, fel, on error, if error'],
  [['closed'], 'stängt'],
  // The head of a dialog.
  [['title', 'name'], 'titel, rubrik, namn, heading'],
  [['owner'], 'ägare, ansvarig, enhet, department'],
  [['valid'], 'giltig, gäller'],
  [['sensitive'], 'känslig, känsligt'],
  [['interrupt'], 'avbryt, avbrott'],
  [['start'], 'startfraser, fraser, exempel, phrases, examples'],
  [['labels'], 'etiketter, rubriker'],
  [['values'], 'värden, variabler, variables'],
  [['steps'], 'steg'],
  [['tests', 'test'], 'prov, tester'],
  [['translates'], 'översätter, översättning av'],
  [['language'], 'språk'],
  [['texts'], 'texter'],
  [['from'], 'från'],
  [['to'], 'till'],
  [['review'], 'granska, granskas, ses över'],
  // Tests.
  [['user'], 'användare, invånare, resident'],
  [['says'], 'säger'],
  [['ends'], 'slutar'],
  [['expect'], 'väntat, förväntat, expects'],
  [['chat'], 'samtal'],
  [['yes'], 'ja'],
  [['no'], 'nej'],
]

const meanings = new Map(
  written.flatMap(([meant, instead]) => instead.split(', ').map((word) => [word, meant] as const)),
)

/** The known word that a word of everyday language stands for; undefined when there is none. */
export function meantBy(word: string, known: Iterable<string>): string | undefined {
  const names = new Set(known)
  return meanings.get(word.normalize('NFC').toLowerCase())?.find((one) => names.has(one))
}
