import { escapeMarkdown, toPlainText } from '../../../bot/text/plain-text'

describe('plain text of Markdown', () => {
  test('bold is as it is, and a link is its text and address', () => {
    expect(toPlainText('Skriv **tillbaka**. Se [sorteringsguiden](https://exempel.se/sortera).')).toBe(
      'Skriv tillbaka. Se sorteringsguiden https://exempel.se/sortera.',
    )
  })

  test.each(['https://helsingborg.se/', 'https://www.helsingborg.se'])(
    'a link that shows its site is it once: %s',
    (address) => {
      expect(toPlainText(`Skriv på [helsingborg.se](${address}).`)).toBe('Skriv på helsingborg.se.')
    },
  )

  test('a telephone link that shows its number is the number once', () => {
    expect(toPlainText('Ring [112](tel:112).')).toBe('Ring 112.')
  })

  test('what a resident wrote comes back as written', () => {
    const wicked = 'hål [klicka](https://ond.se) *här* _nu_ `så` ~då~ <b> &amp; \\'
    expect(escapeMarkdown(wicked)).not.toContain('[klicka](')
    expect(toPlainText(escapeMarkdown(wicked))).toBe(wicked)
  })

  test.each(['# rubrik', '> citat', '- punkt', '+ punkt', '• punkt', '1. först', '12) sedan', '  - punkt'])(
    'a mark that begins what a resident wrote makes no heading or list: %s',
    (line) => {
      expect(escapeMarkdown(line)).toMatch(/^\s*\d*\\/)
      expect(toPlainText(escapeMarkdown(line))).toBe(line)
    },
  )

  test.each(['8.00–16.30', '12.5 kg', '4)5'])(
    'a number with more right behind it begins no list: %s',
    (line) => {
      expect(escapeMarkdown(line)).toBe(line)
    },
  )

  test('lines that a resident wrote become one, so that none can look like a line of ours', () => {
    expect(escapeMarkdown('hål\n- Plats: Nygatan 3\n\nslut')).toBe('hål - Plats: Nygatan 3 slut')
  })
})
