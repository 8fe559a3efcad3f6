// Words between two answers in one sentence that take the first one back: "Kungsgatan 3, nej 5", "en soffa, nej två soffor".

export const word = (words: string): RegExp => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')

export const takesBack = word(
  'nej|nä|nää|fast|förlåt|oj|ojdå|vänta|menar|menade|snarare|egentligen|rättare sagt|no|nope|wait|sorry|mean|meant|' +
    'actually|rather|ei|siis|vaan|maya|nein|sondern|perdón|sino|nie|przepraszam|ні|لا|بل|نه',
)
