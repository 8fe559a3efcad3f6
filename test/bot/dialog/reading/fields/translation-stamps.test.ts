import { isStale, stampOf } from '../../../../../bot/dialog/reading/fields/translation-stamps'
import { stampTranslations } from '../../../../../scripts/format/stamp-translations'
import { broken, compileWith, type SoundFile } from '../../sound-dialog'

const stamp = stampOf('Vad gäller felet?', 'What is the problem?')

describe('a translation is stale', () => {
  test.each([
    ['when its source alone was changed', 'Vad gäller det?', 'What is the problem?', true],
    ['no longer when it was changed, too', 'Vad gäller det?', 'What is it about?', false],
    ['not when it alone was changed', 'Vad gäller felet?', 'What is wrong?', false],
    ['not when nothing was changed', 'Vad gäller felet?', 'What is the problem?', false],
  ])('%s', (_, source, translation, expected) => {
    expect(isStale(stamp, source, translation)).toBe(expected)
  })

  test('not when a letter and its accent are only kept in another way', () => {
    expect(isStale(stamp, 'Vad gäller felet?'.normalize('NFD'), 'What is the problem?')).toBe(false)
  })
})

describe('translated.yaml', () => {
  const nobody = () => false
  const changed = (...changes: readonly (readonly [SoundFile, string, string])[]) =>
    Object.fromEntries(changes.map(([file, piece, by]) => [file, broken(file, piece, by)]))
  const stamped = (
    files: Readonly<Record<string, string>> = {},
    before = '',
    isCompared: (file: string) => boolean = nobody,
  ) => stampTranslations(compileWith(files), before, isCompared)
  const staleIn = (files: Readonly<Record<string, string>>, stamps: string) =>
    compileWith({ ...files, 'translated.yaml': stamps })
      .findings.filter(({ code }) => code === 'T023')
      .map(({ place }) => `${place.file}:${place.line}`)

  const source = changed(['nyckel.yaml', 'Beskriv nyckeln.', 'Hur ser nyckeln ut?'])
  const both = {
    ...source,
    ...changed(['nyckel.en.yaml', 'Describe the key.', 'What does the key look like?']),
  }

  test('remembers every text of every translation, the city among them', () => {
    const text = stamped()
    expect(text).toMatch(/^# .*\ntranslated:\n {2}city\.en:\n/)
    for (const name of ['note', 'place.hint', 'wait.sms', 'choices.kind.door', 'labels.count', 'title'])
      expect(text).toMatch(new RegExp(`^ {4}${name}: [0-9a-f]{6} [0-9a-f]{6}$`, 'm'))
    expect(staleIn({}, text)).toEqual([])
  })

  test('is written the same again', () => {
    expect(stamped({}, stamped())).toBe(stamped())
  })

  test('tells a text whose source was changed, and goes on telling it when it is written again', () => {
    const before = stamped()
    expect(staleIn(source, before)).toEqual(['nyckel.en.yaml:15'])
    expect(stamped(source, before)).toBe(before)
  })

  test('is content when the translation is changed, or said to be right', () => {
    const before = stamped()
    expect(staleIn(both, before)).toEqual([])
    expect(staleIn(both, stamped(both, before))).toEqual([])
    const compared = stamped(source, before, (file) => file === 'nyckel.en.yaml')
    expect(compared).not.toBe(before)
    expect(staleIn(source, compared)).toEqual([])
  })

  test('forgets texts that are gone, and keeps those of a dialog that has a fault for now', () => {
    const before = stamped()
    const gone = { 'nyckel.yaml': broken('nyckel.yaml', '    hint: Till exempel Storgatan 12.\n', '') }
    expect(
      stamped(
        {
          ...gone,
          'nyckel.en.yaml': broken('nyckel.en.yaml', '  place.hint: For example Storgatan 12.\n', ''),
        },
        before,
      ),
    ).not.toContain('place.hint')
    const faulty = changed(['nyckel.yaml', '- ask: note', '- aks: note'])
    expect(stamped(faulty, before)).toBe(before)
  })

  test('that is damaged counts as one that knows nothing', () => {
    expect(staleIn(source, 'translated: [')).toEqual([])
    expect(staleIn(source, 'translated:\n  nyckel.en: hej\n')).toEqual([])
    expect(stamped({}, 'translated: hej\n')).toBe(stamped())
  })
})
