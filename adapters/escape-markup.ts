// Foreign text in XML or HTML, between tags or within the quotes of an attribute. One for both: HTML needs no other escapes,
// and what XML cannot hold no browser shows.

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Not `&apos;`, which old HTML does not know.
  "'": '&#39;',
}

/** Signs that XML 1.0 cannot hold, not even written as a number (production 2, Char); lone halves of a pair are among them. */
const impossible = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

export const escapeMarkup = (text: string): string =>
  text.replace(impossible, '').replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
