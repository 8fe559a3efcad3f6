import { openEditor, positionAt, type Editor } from './editor-client'

const file = 'dialogs/felanmalan.yaml'
const grovsopor = 'dialogs/grovsopor.yaml'
let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
})
afterAll(() => editor.stop())

/** Opens the file with `piece` replaced by `by`, where `‸` is the cursor, and completes there. */
async function completeIn(name: string, piece: string, by: string): Promise<readonly string[]> {
  const shipped = await shippedText(name)
  expect(shipped.split(piece)).toHaveLength(2)
  const marked = shipped.replace(piece, () => by)
  const text = marked.replace('‸', '')
  const { line, character } = positionAt(text, marked.indexOf('‸'))
  await editor.open(name, text)
  const offers = await editor.complete(name, line, character)
  await editor.close(name)
  return offers.map(({ label }) => label)
}

async function shippedText(name: string): Promise<string> {
  await editor.close(name)
  return editor.text(name)
}

/** Where the character before `‸` stands. */
async function cursorIn(name: string, marked: string) {
  const text = await shippedText(name)
  const piece = marked.replace('‸', '')
  expect(text.split(piece).length).toBeGreaterThan(1)
  await editor.open(name)
  return positionAt(text, text.indexOf(piece) + marked.indexOf('‸'))
}

async function goFrom(name: string, marked: string): Promise<string> {
  const { line, character } = await cursorIn(name, marked)
  const found = await editor.definition(name, line, character)
  if (found === null) return ''
  const target = decodeURIComponent(found.uri.split('/').slice(-2).join('/'))
  return `${target} ${editor.text(target).split('\n')[found.range.start.line]?.trim() ?? ''}`
}

async function hoverOn(name: string, marked: string): Promise<string> {
  const { line, character } = await cursorIn(name, marked)
  return editor.hover(name, line, character)
}

describe('findings', () => {
  test('are told as one types, with code and Swedish, and go when the fault goes', async () => {
    await editor.open(file)
    await editor.change(file, 'only if: kind is other', 'only if: kind is othr')
    const found = await editor.findings(file, (now) => now.some(({ code }) => code === 'D040'))
    const fault = found.find(({ code }) => code === 'D040')!
    expect(fault).toMatchObject({ source: 'dygnet', severity: 1 })
    expect(fault.message).toMatch(/^"othr" är inget av pothole, .*Menade du "other"\?$/)
    const line = editor.text(file).split('\n')[fault.range.start.line]!
    expect(line.slice(fault.range.start.character, fault.range.end.character)).toBe('othr')
    await editor.change(file, 'only if: kind is othr', 'only if: kind is other')
    await editor.findings(file, (now) => now.every(({ code }) => code !== 'D040'))
    await editor.close(file)
  })

  test('are mended by a quick fix', async () => {
    await editor.open(file)
    await editor.change(file, 'only if: kind is other', 'only if: kind is othr')
    const found = await editor.findings(file, (now) => now.some(({ code }) => code === 'D040'))
    const [fix] = await editor.fixes(
      file,
      found.find(({ code }) => code === 'D040')!,
    )
    expect(fix).toMatchObject({ title: 'Skriv other', kind: 'quickfix' })
    const [edit] = fix!.edit!.changes![editor.uri(file)]!
    expect(edit!.newText).toBe('other')
    const line = editor.text(file).split('\n')[edit!.range.start.line]!
    expect(line.slice(edit!.range.start.character, edit!.range.end.character)).toBe('othr')
    await editor.close(file)
    await editor.findings(file, (now) => now.every(({ code }) => code !== 'D040'))
  })

  test('cross files: what an open actions.yaml no longer has is missed in the dialogs', async () => {
    await editor.open('dialogs/actions.yaml')
    await editor.change('dialogs/actions.yaml', 'book_pickup:', 'book_pickups:')
    const found = await editor.findings(grovsopor, (now) => now.some(({ code }) => code === 'D010'))
    expect(found.find(({ code }) => code === 'D010')!.message).toContain('Menade du "book_pickups"?')
    await editor.close('dialogs/actions.yaml')
    await editor.findings(grovsopor, (now) => now.every(({ code }) => code !== 'D010'))
  })
})

describe('completion', () => {
  const contact = '    type: phone or email\n'
  const cases: readonly (readonly [string, string, string, string, readonly string[]])[] = [
    [
      'step words',
      file,
      '  - confirm: send\n',
      '  - ‸\n  - confirm: send\n',
      ['say', 'ask', 'do', 'handoff'],
    ],
    ['half a step word', file, '  - confirm: send\n', '  - as‸\n  - confirm: send\n', ['ask']],
    ['properties of the step', file, contact, `${contact}    ‸\n`, ['default', 'must', 'show']],
    ['types', file, contact, '    type: ‸\n', ['text', 'phone', 'yes/no', 'address']],
    ['codes after is', file, 'only if: kind is other', 'only if: kind is ‸', ['pothole', 'light', 'other']],
    ['yes and no after is', file, 'if: danger is yes', 'if: danger is ‸', ['yes', 'no']],
    [
      'names in a condition',
      file,
      'only if: kind is other',
      'only if: ‸',
      ['kind', 'danger', 'urgent', 'case_days'],
    ],
    ['actions', file, '  - do: create_case', '  - do: ‸', ['create_case', 'book_pickup']],
    [
      'inputs of the action',
      file,
      'with: { category: kind, place: place, text',
      'with: { category: kind, ‸place: place, text',
      ['text', 'urgent'],
    ],
    [
      'answers for an input',
      file,
      'with: { category: kind, place: place, text',
      'with: { category: ‸, place: place, text',
      ['kind', 'place'],
    ],
    ['departments', file, 'owner: gata-park', 'owner: ‸', ['gata-park', 'avfall']],
    [
      'failures of the action',
      grovsopor,
      '      slot_taken:\n',
      '      ‸\n      slot_taken:\n',
      ['unavailable', 'say'],
    ],
    ['placeholders', file, 'nummer {case_number}.', 'nummer {‸.', ['case_number', 'place', 'phone', 'city']],
    ['words of a dialog', file, 'values:\n', '‸\nvalues:\n', ['interrupt', 'sensitive']],
    ['names to label', file, '  place: Plats\n', '  ‸\n', ['place']],
    [
      'questions in a test',
      file,
      '- user: något annat\n',
      '- user: något annat\n      - asks: ‸\n',
      ['details', 'send', 'contact'],
    ],
    [
      'placeholders of the city',
      'dialogs/city.yaml',
      'Jag klarar {max} tecken',
      'Jag klarar {‸ tecken',
      ['max', 'phone'],
    ],
    [
      'articles in the city',
      'dialogs/city.yaml',
      'welcome topics:\n',
      'welcome topics:\n  ‸\n',
      ['article:biblioteket', 'dialog:bli-uppringd'],
    ],
    ['texts to translate', 'dialogs/felanmalan.en.yaml', '  thanks.sms: ', '  ‸: ', ['thanks.sms']],
  ]
  test.each(cases)('offers %s', async (_, name, piece, by, expected) => {
    const offers = await completeIn(name, piece, by)
    expect(offers).toEqual(expect.arrayContaining([...expected]))
  })

  test('does not offer what stands there already', async () => {
    const offers = await completeIn(file, contact, `${contact}    ‸\n`)
    expect(offers).not.toContain('optional')
    expect(offers).not.toContain('steps')
  })
})

describe('definition', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['an answer in a condition', file, 'only if: kin‸d is other', `${file} - ask: kind`],
    ['an answer as an input', file, 'text: det‸ails,', `${file} - ask: details`],
    ['a result in a text', file, 'nummer {case_nu‸mber}.', 'dialogs/actions.yaml gives: { case_number'],
    ['an action', file, 'do: create_c‸ase', 'dialogs/actions.yaml create_case:'],
    ['a department', file, 'owner: gata-p‸ark', 'dialogs/city.yaml gata-park:'],
    ['a value', file, 'urgent: urg‸ent', `${file} urgent: danger is yes`],
    ['a text of a translation', 'dialogs/felanmalan.en.yaml', '  call1‸12:', `${file} - say: Ring 112`],
    ['a hint of a translation', 'dialogs/felanmalan.en.yaml', '  place.h‸int:', `${file} - ask: place`],
    ['a code of a translation', 'dialogs/felanmalan.en.yaml', '    graff‸iti:', `${file} graffiti:`],
    ['a question in a test', file, 'asks: conta‸ct', `${file} - ask: contact`],
    ['a question inside a list', grovsopor, 'must: wha‸t is not paint', `${grovsopor} - ask: what`],
    ['a topic', 'dialogs/city.yaml', 'dialog:grovs‸opor', `${grovsopor} dialog: grovsopor`],
  ]
  test.each(cases)('of %s', async (_, name, marked, expected) => {
    expect(await goFrom(name, marked)).toContain(expected)
  })
})

describe('hover', () => {
  test('shows a question as a resident sees it, in both languages', async () => {
    const shown = await hoverOn(file, 'only if: kin‸d is other')
    expect(shown).toContain('**Svenska:** Vad gäller felet?')
    expect(shown).toContain('`Hål i gatan` `Trasig gatubelysning`')
    expect(shown).toContain('**Engelska:** What is the problem?')
    expect(shown).toContain('`Pothole`')
  })
  test('shows the buttons of a yes or no, and the way past an optional question', async () => {
    expect(await hoverOn(file, 'urgent: dan‸ger is yes')).toContain('`Ja` `Nej`')
    expect(await hoverOn(file, 'contact: con‸tact }')).toContain('`Hoppa över`')
  })
  test('shows what an action needs, gives and can fail with', async () => {
    const shown = await hoverOn(grovsopor, 'do: book_pi‸ckup')
    expect(shown).toContain('ändrar något')
    expect(shown).toContain('ger: booking_id: text')
    expect(shown).toContain('slot_taken, unavailable')
    expect(await hoverOn(file, 'do: create_c‸ase')).toContain('kind (får saknas)')
  })
  test('explains a type and a word', async () => {
    expect(await hoverOn(file, 'type: addr‸ess')).toContain('En adress eller en plats i kommunen.')
    expect(await hoverOn(file, '  - conf‸irm: send')).toContain('Visar en sammanfattning')
    expect(await hoverOn(file, '    mus‸t: place')).toContain('Vad svaret måste uppfylla.')
    expect(await hoverOn(file, 'val‸id: { review')).toContain('när den ska ses över')
  })
})
