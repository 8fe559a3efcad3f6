// Every fault an article can have, found with its code and its exact place; and the same article without it, not found.
import type { ArticleFile } from '../../../bot/knowledge/article-file'
import { changed, check, easy, english, swedish, textAt } from './sound-article'

const both = [swedish, english]
const codesOf = (files: readonly ArticleFile[]) =>
  check(files).findings.map((finding) => [finding.code, finding.severity, textAt(files, finding)])

test('a sound article and its translation have no fault', () => {
  const { articles, findings } = check(both)
  expect(findings).toEqual([])
  expect([...articles.keys()]).toEqual(['elda'])
})

test('an article is read into its parts', () => {
  const article = check(both).articles.get('elda')!
  expect(article).toMatchObject({
    id: 'elda',
    owner: 'Miljöenheten',
    department: 'miljo',
    source: 'https://example.se/elda',
    reviewed: '2026-10-01',
    validUntil: '2027-10-01',
  })
  expect(article.texts.get('sv')).toEqual({
    language: 'sv',
    title: 'Elda i trädgården',
    answer: 'Du får elda torrt ris. Släck innan du går.',
    details:
      '- Ha **vatten** nära.\n- Läs [mer här](https://example.se/mer).\n\nRing 042-10 50 00. En tunna kostar 2 660 kronor.',
    questions: ['får man elda löv', 'bränna ris', 'eldningsförbud idag?'],
  })
  expect(article.texts.get('en')).toMatchObject({ language: 'en', reviewed: '2026-10-02' })
})

test('a file with line ends of Windows is read the same', () => {
  const windows = both.map((file) => ({ ...file, text: file.text.replaceAll('\n', '\r\n') }))
  expect(check(windows)).toEqual(check(both))
})

const questions = 'questions:\n  - får man elda löv\n  - bränna ris\n  - eldningsförbud idag?'

/** What is replaced in the Swedish file by what, and the code, severity and text the finding then points at. */
const faults: readonly (readonly [string, string, string, string, string, string])[] = [
  ['a misspelt key', 'validUntil:', 'validUntill:', 'D001', 'error', 'validUntill'],
  ['a danger there is not', 'id: elda', 'id: elda\ndanger: oväder', 'D001', 'error', 'oväder'],
  ['an unknown key', 'id: elda', 'id: elda\ncolour: red', 'D001', 'error', 'colour'],
  [
    'a key named like a part of JavaScript',
    'id: elda',
    'id: elda\nconstructor: x',
    'D001',
    'error',
    'constructor',
  ],
  ['a key of translations', 'id: elda', 'id: elda\ntranslates: elda', 'D001', 'error', 'translates'],
  ['a missing key', 'title: Elda i trädgården\n', '', 'D001', 'error', 'id: elda'],
  ['an empty key', 'title: Elda i trädgården', 'title:', 'D001', 'error', 'title'],
  ['a list for a text', 'Elda i trädgården', '[a, b]', 'D001', 'error', '[a, b]'],
  ['a text for a list', questions, 'questions: hej', 'D001', 'error', 'hej'],
  ['an empty question', '- bränna ris', '- bränna ris\n  - ""', 'D001', 'error', '""'],
  ['another id than the name of the file', 'id: elda', 'id: brasa', 'D060', 'error', 'brasa'],
  ['a date that is none', '2027-10-01', '2027-02-30', 'D061', 'error', '2027-02-30'],
  ['a date in another form', '2026-10-01', '1 okt 2026', 'D061', 'error', '1 okt 2026'],
  ['a review in the future', '2026-10-01', '2026-11-25', 'D061', 'error', '2026-11-25'],
  ['an end before the review', '2027-10-01', '2026-09-30', 'D061', 'error', '2026-09-30'],
  [
    'a source without https',
    'https://example.se/elda',
    'http://example.se',
    'D062',
    'error',
    'http://example.se',
  ],
  ['a source that runs code', 'https://example.se/elda', '"javascript:x"', 'D062', 'error', '"javascript:x"'],
  [
    'no short answer',
    'Du får elda torrt ris. Släck innan du går.\n\n',
    '',
    'D063',
    'error',
    '- Ha **vatten** nära.',
  ],
  ['a missing owner', 'owner: Miljöenheten\n', '', 'A001', 'error', 'id: elda'],
  ['a missing department', 'department: miljo', 'department:', 'A001', 'error', 'department'],
  ['an unknown department', 'miljo', 'miljö', 'A001', 'error', 'miljö'],
  ['a passed date', '2027-10-01', '2026-11-23', 'A002', 'warning', '2026-11-23'],
  ['a date that soon passes', '2027-10-01', '2026-12-24', 'A002', 'warning', '2026-12-24'],
  ['a review long ago', 'reviewed: 2026-10-01', 'reviewed: 2025-11-23', 'A002', 'warning', '2025-11-23'],
  ['a question twice', 'bränna ris', 'Far man elda  löv?', 'N001', 'error', 'Far man elda  löv?'],
  ['too few questions', '  - bränna ris\n', '', 'N002', 'warning', 'questions'],
  ['HTML in a line', 'torrt ris', 'torrt <b>ris</b>', 'T040', 'error', '<b>'],
  ['a block of HTML', '- Ha', '<div>x</div>\n\n- Ha', 'T040', 'error', '<div>x</div>'],
  ['a comment of HTML', 'torrt ris', 'torrt <!-- ris -->', 'T040', 'error', '<!-- ris -->'],
  [
    'a link that runs code',
    'https://example.se/mer',
    'javascript:alert(1)',
    'T041',
    'error',
    '[mer här](javascript:alert(1)',
  ],
  [
    'a link with data',
    'https://example.se/mer',
    'data:text/html,x',
    'T041',
    'error',
    '[mer här](data:text/html,x)',
  ],
  [
    'a link without https',
    'https://example.se/mer',
    'http://example.se',
    'T041',
    'error',
    '[mer här](http://example.se)',
  ],
  [
    'a link with a password',
    'https://example.se/mer',
    'https://a:b@c.se',
    'T041',
    'error',
    '[mer här](https://a:b@c.se)',
  ],
  ['an empty link', 'https://example.se/mer', '', 'T041', 'error', '[mer här]()'],
  ['a link with a space', 'här](https', 'här] (https', 'T041', 'error', '] (https://example.se/mer).'],
  ['a link never closed', 'mer).', 'mer', 'T041', 'error', '](https://example.se/mer'],
  ['a bullet of a word processor', '- Ha', '•\tHa', 'T042', 'error', '•'],
  ['a bullet in the middle', '- Ha', ' · Ha', 'T042', 'error', '·'],
  ['a dash for a bullet', '- Ha', '–\u00a0Ha', 'T042', 'error', '–'],
  ['a heading without a blank', '- Ha', '#Så gör du\n\n- Ha', 'T042', 'error', '#Så gör du'],
  ['a bare web address', 'torrt ris', 'www.ris.se', 'T041', 'error', 'www.ris.se.'],
  [
    'an address in angle brackets',
    'torrt ris',
    '<https://ris.se>',
    'T041',
    'error',
    '<https://ris.se>. Släck innan du går.',
  ],
  ['a heading', '- Ha', '# Mer\n\n- Ha', 'T042', 'error', '# Mer'],
  ['an image', 'torrt ris', '![ris](https://ris.se/a.png)', 'T042', 'error', '!['],
  ['italic text', 'torrt ris', 'torrt *ris*', 'T042', 'error', '*'],
  ['a list in a list', '- Ha **vatten** nära.', '- Ha\n  - vatten', 'T042', 'error', '  - vatten'],
  ['bold text that never ends', '**vatten**', '**vatten', 'T042', 'error', '**'],
  ['a character as a code', 'torrt ris', 'torrt &lt;ris', 'T042', 'error', '&lt;'],
  ['a backslash', 'torrt ris', 'torrt \\*ris', 'T042', 'error', '\\*'],
  ['an invisible character', 'torrt ris', 'torrt\u202Eris', 'T042', 'error', '\u202E'],
  ['a link in the title', 'Elda i trädgården', '"[x](https://x.se)"', 'T042', 'error', '"[x](https://x.se)"'],
  ['thousands without a space', '2 660 kronor', '2660 kronor', 'T043', 'warning', '2660 kr'],
  ['thousands with a point', '2 660 kronor', '2.660 kronor', 'T043', 'warning', '2.660 kr'],
  ['an amount as on a price tag', '2 660 kronor', '450:-', 'T043', 'warning', '450:-'],
  ['an amount without a space', '2 660 kronor', '450kr', 'T043', 'warning', '450kr'],
  ['a phone number in odd groups', '042-10 50 00', '0421-050 00', 'T044', 'warning', '0421-050 00'],
  ['a phone number with two hyphens', '042-10 50 00', '042-10-50 00', 'T044', 'warning', '042-10-50 00'],
  ['a phone number without a hyphen', '042-10 50 00', '042 10 50 00', 'T044', 'warning', '042 10 50 00'],
  ['a phone number one digit short', '042-10 50 00', '042-10 50', 'T045', 'error', '042-10 50'],
  [
    'sample data the head does not name',
    'torrt ris',
    'torrt ris (exempeluppgift)',
    'T046',
    'error',
    'exempeluppgift',
  ],
  [
    'a long short answer',
    'torrt ris.',
    'torrt. Ris. Ja.',
    'T047',
    'warning',
    'Du får elda torrt. Ris. Ja. Släck innan du går.',
  ],
]

test.each(faults)('%s is found where it stands', (_name, from, to, code, severity, text) => {
  expect(codesOf([changed(swedish, from, to), english])).toContainEqual([code, severity, text])
})

test('a finding counts lines and columns from 1 in the whole file', () => {
  const { findings } = check([changed(swedish, 'Släck', '<i>Släck'), english])
  expect(findings.map(({ place }) => place)).toEqual([
    { file: 'knowledge/elda.md', line: 14, column: 24, endLine: 14, endColumn: 27 },
  ])
})

test('a finding says what is wrong and what to do in both languages', () => {
  const broken = faults.map(([, from, to]) => check([changed(swedish, from, to), english]).findings)
  for (const { message, hint } of broken.flat()) {
    expect(message.sv).not.toBe(message.en)
    expect([message.sv, message.en, hint?.sv, hint?.en].every((words) => (words ?? '').length > 8)).toBe(true)
  }
})

test('a misspelt key is told once, with the key that was meant', () => {
  const { findings } = check([changed(swedish, 'validUntil:', 'validuntil:'), english])
  expect(findings.map(({ hint }) => hint?.en)).toEqual(['Did you mean "validUntil"?'])
})

test('an unknown department is told with the nearest one', () => {
  const { findings } = check([changed(swedish, 'miljo', 'avfal'), english])
  expect(findings.map(({ hint }) => hint?.sv)).toEqual(['Menade du "avfall"?'])
})

test('an oddly grouped phone number comes with its fix', () => {
  const odd = changed(swedish, '042-10 50 00', '0421-050 00')
  const { fix } = check([odd, english]).findings[0]!
  const { start, end, text } = fix!
  expect(odd.text.slice(0, start) + text + odd.text.slice(end)).toBe(swedish.text)
})

test('a YAML fault is told and nothing is told that follows from it', () => {
  const broken = changed(swedish, 'title: Elda', 'title: [Elda')
  expect(check([broken, english]).findings.map(({ code }) => code)).toEqual(['Y001'])
})

test('a file without a head is told so', () => {
  const headless = { ...swedish, text: 'Bara text.\n' }
  expect(check([headless]).findings.map(({ code, place }) => [code, place.line])).toEqual([['D001', 1]])
})

test.each(['knowledge/Elda.md', 'knowledge/elda ute.md', 'knowledge/eldå.md', 'knowledge/elda.sv.md'])(
  'a file cannot be named %s',
  (path) => {
    const { articles, findings } = check([{ ...swedish, path }, english])
    expect(findings[0]).toMatchObject({ code: 'D060', severity: 'error', place: { file: path, line: 1 } })
    expect(articles.size).toBe(0)
  },
)

test('the same question in two articles is told with the place of the first', () => {
  const other = { ...changed(swedish, 'id: elda', 'id: ris'), path: 'knowledge/ris.md' }
  const findings = check([swedish, other]).findings.filter(({ code }) => code === 'N001')
  expect(findings).toHaveLength(3)
  expect(findings[0]?.place).toMatchObject({ file: 'knowledge/ris.md', line: 10 })
  expect(findings[0]?.message.en).toBe('the question already stands in knowledge/elda.md line 10')
})

test('the same question in two languages of one article is no fault', () => {
  expect(check([swedish, changed(english, 'burning twigs', 'bränna RIS')]).findings).toEqual([])
})

test("a question that is not the city's to answer is told", () => {
  const { findings } = check([swedish, english], { elsewhere: ['Bränna ris!', 'vem vann matchen'] })
  expect(findings.map(({ code, severity, message }) => [code, severity, message.en])).toEqual([
    [
      'N001',
      'error',
      'the question stands in dialogs/elsewhere.yaml too, among what the city does not answer',
    ],
  ])
})

test('everything wrong is told at once, in the order of files and places', () => {
  const broken = changed(changed(swedish, 'miljo', 'x'), 'torrt ris', '<b>ris')
  const { findings } = check([changed(english, 'language: en', 'language: de'), broken])
  expect(findings.map(({ code }) => code)).toEqual(['D060', 'A001', 'T040'])
})

describe('translations', () => {
  test('an article lacks the languages the city wants', () => {
    expect(codesOf([swedish])).toEqual([['T020', 'warning', 'Elda i trädgården']])
    const { findings } = check(both, { languages: ['sv', 'en', 'ar'] })
    expect(findings.map(({ hint }) => hint?.en)).toEqual(['Write the file elda.ar.md.'])
  })

  test('a translation without its article is left over', () => {
    expect(codesOf([english])).toEqual([['T021', 'error', 'elda']])
    expect(check([english]).articles.size).toBe(0)
  })

  test.each([
    ['a translation older than its article', '2026-10-02', '2026-09-30', 'T023', 'warning', '2026-09-30'],
    ['a copied title', 'Fires in the garden', 'Elda i trädgården', 'T024', 'warning', 'Elda i trädgården'],
    ['a copied question', 'burning twigs', 'bränna ris', 'T024', 'warning', 'bränna ris'],
    [
      'a copied paragraph',
      'You may burn dry twigs. Put the fire out before you leave.',
      'Du får elda torrt ris. Släck innan du går.',
      'T024',
      'warning',
      'Du får elda torrt ris. Släck innan du går.',
    ],
    ['another article than its name says', 'translates: elda', 'translates: ris', 'D060', 'error', 'ris'],
    ['a key of articles', 'language: en', 'language: en\nowner: X', 'D001', 'error', 'owner'],
    ['an English amount written in Swedish', 'SEK 2,660', '2 660 kr', 'T043', 'warning', '2 660 kr'],
  ])('%s is found where it stands', (_name, from, to, code, severity, text) => {
    expect(codesOf([swedish, changed(english, from, to)])).toContainEqual([code, severity, text])
  })

  test('a machine may have made one where the city allows it, and the text knows', () => {
    const byMachine = changed(english, 'language: en', 'language: en\ntranslated: machine')
    expect(codesOf([swedish, byMachine])).toEqual([['T027', 'error', 'machine']])
    const { articles, findings } = check([swedish, byMachine], { allowsMachineTexts: true })
    expect(findings).toEqual([])
    expect(articles.get('elda')?.texts.get('en')?.isMachine).toBe(true)
    const byNobody = changed(english, 'language: en', 'language: en\ntranslated: maskin')
    expect(codesOf([swedish, byNobody])).toEqual([['D001', 'error', 'maskin']])
  })

  test('an English sentence of more than 25 words is told', () => {
    const words = (count: number) => `${'word '.repeat(count - 1)}word.`
    const long = changed(english, 'A barrel costs SEK 2,660.', `SEK 2,660 ${words(25)}`)
    expect(check([swedish, long]).findings.map(({ code, message }) => [code, message.en])).toEqual([
      ['T030', 'a sentence has 26 words, at most 25'],
    ])
    expect(
      check([swedish, changed(english, 'A barrel costs SEK 2,660.', `SEK 2,660 ${words(24)}`)]).findings,
    ).toEqual([])
  })
})

test('a Swedish text above LIX 40 is told with its value', () => {
  const heavy =
    'Kommunstyrelsens förvaltningschef handlägger eldningsansökningar skyndsamt efter remissbehandling.'
  const { findings } = check([
    changed(swedish, 'Ring 042-10 50 00.', `${heavy} ${heavy} ${heavy} Ring 042-10 50 00.`),
    english,
  ])
  expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['T030', 'warning']])
  expect(findings[0]?.message.sv).toMatch(/^texten är svår att läsa: LIX \d\d, högst 40$/)
})

test('sample data is said in the head, the text and the translation', () => {
  const named = changed(swedish, 'owner:', 'sample: avgiften\nowner:')
  expect(check([named, english]).findings.map(({ code, place }) => [code, place.file])).toEqual([
    ['T046', 'knowledge/elda.md'],
    ['T046', 'knowledge/elda.en.md'],
  ])
  const said = changed(named, '2 660 kronor', '2 660 kronor (exempeluppgift för piloten)')
  expect(check([said, changed(english, '2,660', '2,660 (sample data for the pilot)')]).findings).toEqual([])
})

describe('what may be shown', () => {
  test('a file with an error is left out; the rest stays', () => {
    expect(check([changed(swedish, 'torrt', '<script>'), english]).articles.size).toBe(0)
    const { articles } = check([swedish, changed(english, 'dry', '[dry](javascript:x)')])
    expect([...(articles.get('elda')?.texts.keys() ?? [])]).toEqual(['sv'])
  })

  test('an article past its date stays known', () => {
    const old = changed(swedish, '2027-10-01', '2026-11-23')
    expect(check([old, english]).articles.get('elda')?.validUntil).toBe('2026-11-23')
  })
})

test('no file makes the check throw', () => {
  const nasty = [
    '',
    '---',
    '---\n---',
    '---\n---\n',
    '---\n- a\n---\n',
    '\uFEFF---\nid: x\n---\n\n',
    '---\nid: &a x\nt: *a\n---\nx',
  ]
  for (const text of nasty) {
    const { articles, findings } = check([{ path: 'knowledge/elda.md', text }])
    expect(articles.size).toBe(0)
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
  }
})

test.each(['knowledge/elda.easy.en.md', 'knowledge/elda.en.easy.md'])(
  '%s is refused: easy texts are in Swedish only',
  (path) => {
    const { articles, findings } = check([swedish, english, { ...easy, path }])
    expect(findings.map(({ code, message }) => [code, message.en])).toEqual([
      ['D060', 'easy texts are in Swedish only'],
    ])
    expect(articles.get('elda')?.easy).toBeUndefined()
  },
)

test('a twin goes with its article, with its own title and date, and teaches and translates nothing', () => {
  const { articles, findings } = check([swedish, english, easy])
  expect(findings).toEqual([])
  expect([...articles.keys()]).toEqual(['elda'])
  expect([...articles.get('elda')!.texts.keys()]).toEqual(['sv', 'en'])
  expect(articles.get('elda')!.easy).toMatchObject({
    language: 'sv',
    title: 'Elda hemma',
    reviewed: '2026-10-02',
    questions: [],
    answer: 'Du får elda torrt ris. Släck elden innan du går.',
  })
})

test('a twin with other facts is left out, and its article stays', () => {
  const { articles } = check([swedish, english, changed(easy, '042-10 50 00', '042-10 50 01')])
  expect(articles.get('elda')).toBeDefined()
  expect(articles.get('elda')?.easy).toBeUndefined()
})

test.each([
  ['en', '(sample information for the pilot)', '"(sample data for the pilot)"'],
  ['sv', '(exempel)', '"(exempeluppgift för piloten)"'],
])('T046 names the words of the language of the text: %s', (language, written, wanted) => {
  const article = changed(
    changed(swedish, 'reviewed:', 'sample: priset\nreviewed:'),
    'torrt ris',
    `torrt ris ${language === 'sv' ? written : '(exempeluppgift för piloten)'}`,
  )
  const translation = changed(
    english,
    'dry twigs',
    `dry twigs ${language === 'en' ? written : '(sample data for the pilot)'}`,
  )
  const { findings } = check([article, translation])
  const found = findings.filter(({ code }) => code === 'T046')
  expect(found.map(({ hint }) => hint?.sv)).toEqual([`Skriv just de här orden efter uppgiften: ${wanted}.`])
})

describe('T049, a translation beside its article', () => {
  const factsTold = (from: string, to: string, said: string) => {
    const article = changed(swedish, 'Ha **vatten** nära.', from)
    const translation = changed(english, 'Keep **water** near.', to)
    const { findings } = check([article, translation])
    expect(findings.filter(({ code }) => code === 'T049').map(({ message }) => message.sv)).toEqual(
      said === '' ? [] : said.split('; '),
    )
  }
  const only = (fact: string) => `"${fact}" står här men inte i den svenska artikeln`
  const lacking = (fact: string) => `"${fact}" står i den svenska artikeln men inte här`

  test.each([
    ['Det kostar 350 kronor.', 'It costs SEK 300.', '350', '300'],
    ['Öppet 9–17.30.', 'Open from 9 am to 4.30 pm.', '17.30', '4.30'],
    ['Senast den 1 maj.', 'By the 2nd of May.', '1 maj', '2 maj'],
    ['Senast den 1 maj.', 'By 1 June.', '1 maj', '1 juni'],
    ['Det börjar i mars.', 'It begins in April.', 'mars', 'april'],
    ['Ring 042-10 50 01.', 'Call 042-10 50 03.', '042-10 50 01', '042-10 50 03'],
    ['Stängt på måndagar.', 'Closed on Tuesdays.', 'måndag', 'tisdag'],
    [
      'Läs [här](https://exempel.se/a).',
      'Read [here](https://exempel.org/a).',
      'exempel.se/a',
      'exempel.org/a',
    ],
    ['Skriv till a@exempel.se.', 'Write to b@exempel.se.', 'a@exempel.se', 'b@exempel.se'],
  ])('"%s" and "%s" are told', (from, to, swedishFact, englishFact) => {
    factsTold(from, to, `${lacking(swedishFact)}; ${only(englishFact)}`)
  })

  test.each([
    ['Det kostar 12 000 kronor.', 'It costs SEK 12,000.'],
    ['Öppet klockan 9 till 14.30.', 'Open from 9 am to 2.30 pm.'],
    ['Öppet klockan 11–14.', 'Open 11-2 pm.'],
    ['Öppet till klockan 12.', 'Open until noon.'],
    ['Öppet till klockan 24.', 'Open until midnight.'],
    ['Den 24 december och i mars.', 'On December 24th and in March.'],
    ['Måndag till fredag.', 'On weekdays.'],
    ['Mån–fre.', 'Monday to Friday.'],
    ['Två gånger, 3 veckor.', 'Twice, three weeks.'],
    ['Ring 042-10 50 01.', 'Call +46 42 10 50 01.'],
    ['Läs [här](https://www.exempel.se/sv).', 'Read [here](https://exempel.se/en).'],
    ['Det kostar 2,5 procent.', 'It costs 2.5 per cent.'],
  ])('"%s" and "%s" say the same', (from, to) => {
    factsTold(from, to, '')
  })
})
