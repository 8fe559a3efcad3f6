// Words that a correction begins with or is built around, as parts of regular expressions.

export const form = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'isu')

const sorry =
  'nej|nä|nää|näe|nehej|oj|ojdå|oops|ops|hoppsan|förlåt|ursäkta|sorry|no|fel|wrong|vänta|wait|men|but|ja|jo|yes|alltså|förresten|actually'
/** What stands beside such a word and adds nothing: "fel av mig", "nej vänta, förresten". */
export const beside =
  'vänta(?:\\s+lite)?|förlåt(?:\\s+mig)?|ursäkta|oj|ojdå|hoppsan|förresten|alltså|egentligen|fel|av\\s+mig|mitt\\s+fel|så\\s+här|' +
  'wait|hang\\s+on|sorry|oops|actually|my\\s+mistake|my\\s+bad'
export const lead = `(?<lead>(?:(?:${sorry}|${beside})(?:[\\s,.!–-]+|$))*)`
export const change = '(?:ändra|andra|byta|byt|rätta|ratta|korrigera|uppdatera|change|edit|correct|update)'
export const remove = '(?:ta\\s+bort|radera|stryk|remove|delete)'
export const please =
  '(?:(?:jag|vi)\\s+(?:vill|skulle\\s+vilja|behöver|måste)\\s+|kan\\s+(?:jag|du|vi|ni)\\s+|i\\s+(?:want|need|would\\s+like)\\s+to\\s+|can\\s+(?:i|you|we)\\s+|please\\s+)?'
export const small = '(?:\\s+(?:på|pa|ut|min|mitt|mina|the|my))*'
export const meant =
  '(?:jag\\s+(?:menade|menar|skulle\\s+skriva|skulle\\s+säga)|(?:det\\s+)?(?:ska|skall|skulle)\\s+(?:det\\s+)?(?:vara|stå)|rätt\\s+är|i\\s+(?:meant|mean)|(?:it\\s+)?should\\s+be|make\\s+it)'

const atStart = new RegExp(`^(?:${sorry}|${change}|${remove})(?![\\p{L}\\p{N}])`, 'isu')

/** The word at the beginning of a text that a correction may begin with, as it is written there. */
export const correctionWordIn = (text: string): string | undefined => atStart.exec(text)?.[0]
