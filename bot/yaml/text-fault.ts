// What is wrong with a file before YAML looks at it: letters that were lost when it was saved, blanks that are none.
import type { Source } from './source'
import type { YamlFault } from './yaml-finding'

/** Letters as they come out when UTF-8 was read as Latin-1 and saved again: å ä ö Å Ä Ö é. */
const savedTwice = /Ã[¥¤¶©\u0085\u0084\u0096…„–]/

/** The first fault that makes the rest of the file not worth reading; undefined when there is none. */
export function textFault({ text }: Source): YamlFault | undefined {
  const lost = text.indexOf('\uFFFD')
  const twice = lost === -1 ? text.search(savedTwice) : -1
  if (lost !== -1 || twice !== -1) {
    const start = lost === -1 ? twice : lost
    return {
      code: 'Y014',
      start,
      end: start + (lost === -1 ? 2 : 1),
      sv: 'å, ä och ö har gått sönder: spara filen som UTF-8 och rätta tecknen',
      en: 'letters like å, ä and ö are broken: save the file as UTF-8 and mend them',
    }
  }
  return hardBlank(text)
}

/** A blank that looks like one and is none, in the indentation or after a colon or dash: it comes with copied text. */
function hardBlank(text: string): YamlFault | undefined {
  const found = [...text.matchAll(/[\u00A0\u2000-\u200A\u202F\u3000]+/g)].find(({ index }) => {
    const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index)
    return /^[ \t-]*$|^[ \t-]*[\p{L}\d_. -]{1,60}:$/u.test(line)
  })
  if (found === undefined) return undefined
  const [blanks] = found
  const start = found.index
  const end = start + blanks.length
  return {
    code: 'Y001',
    start,
    end,
    sv: 'ett hårt blanksteg har följt med från ett annat program: skriv ett vanligt blanksteg i stället',
    en: 'a hard space has come along from another program: write an ordinary space instead',
    fix: { start, end, text: ' '.repeat(blanks.length) },
  }
}
