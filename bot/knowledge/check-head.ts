// What stands in the head of an article: that it agrees with the file's name, and who vouches for the text until when.
import type { Finding } from '../contracts/basics/finding'
import { findingOf, type ArticleCheck } from './article-finding'
import { isWebAddress } from './check-markdown'
import { nearest } from '../yaml/nearest'
import { fieldOf, type Draft } from './read-draft'

export interface HeadSetting {
  /** ISO date. */
  readonly today: string
  /** Ids of the city's departments; undefined when city.yaml cannot be used, which has its finding. */
  readonly departments: readonly string[] | undefined
  /** Ids of the dialogs, sound or not; undefined when none have been read. */
  readonly dialogs?: readonly string[]
}

const naming = {
  article: ['id'],
  translation: ['translates', 'language'],
  twin: ['simplifies'],
} as const satisfies Record<Draft['name']['kind'], readonly string[]>

/** D060: `id`, `translates`, `language` and `simplifies` say what the file's name says. */
export const checkNames = (draft: Draft): readonly Finding[] =>
  naming[draft.name.kind].flatMap((key) => {
    const expected = key === 'language' ? draft.name.language : draft.name.id
    const field = fieldOf(draft, key)
    if (field === undefined || field.text === expected) return []
    return [
      findingOf(
        'D060',
        field.place,
        {
          sv: `"${field.text}" stämmer inte med filens namn`,
          en: `"${field.text}" does not agree with the file's name`,
        },
        { sv: `Skriv ${expected}, eller döp om filen.`, en: `Write ${expected}, or rename the file.` },
      ),
    ]
  })

/** T042: the title is plain words; it stands in buttons, lists and texts of the city. */
export function checkTitle(draft: Draft): readonly Finding[] {
  const field = fieldOf(draft, 'title')
  if (field === undefined || !/[<>[\]*_`{}\\]|https?:/.test(field.text)) return []
  return [
    findingOf(
      'T042',
      field.place,
      {
        sv: 'rubriken innehåller tecken som inte är text',
        en: 'the title contains characters that are no text',
      },
      { sv: 'Skriv bara ord.', en: 'Write words only.' },
    ),
  ]
}

/** A001: the department is one of the city's. */
export const checkDepartment = (draft: Draft, { departments }: HeadSetting): readonly Finding[] =>
  checkNamed(draft, { key: 'department', code: 'A001', known: departments, what: whatDepartment })

/** D010: the dialog it leads to exists. */
export const checkDialog = (draft: Draft, { dialogs }: HeadSetting): readonly Finding[] =>
  checkNamed(draft, { key: 'dialog', code: 'D010', known: dialogs, what: whatDialog })

const whatDepartment = { sv: 'ingen av stadens avdelningar', en: "none of the city's departments" }
const whatDialog = { sv: 'ingen dialog som finns', en: 'no dialog that exists' }

interface Named {
  readonly key: string
  readonly code: ArticleCheck
  readonly known: readonly string[] | undefined
  /** Finishes "… is". */
  readonly what: { readonly sv: string; readonly en: string }
}

function checkNamed(draft: Draft, { key, code, known, what }: Named): readonly Finding[] {
  const field = fieldOf(draft, key)
  if (field === undefined || known === undefined || known.includes(field.text)) return []
  const likely = nearest(field.text, known)
  const all = known.join(', ')
  return [
    findingOf(
      code,
      field.place,
      { sv: `"${field.text}" är ${what.sv}`, en: `"${field.text}" is ${what.en}` },
      likely === undefined
        ? { sv: `Välj en av ${all}.`, en: `Choose one of ${all}.` }
        : { sv: `Menade du "${likely}"?`, en: `Did you mean "${likely}"?` },
    ),
  ]
}

/** D062: the source is a page that residents can open. */
export function checkSource(draft: Draft): readonly Finding[] {
  const field = fieldOf(draft, 'source')
  if (field === undefined || isWebAddress(field.text)) return []
  return [
    findingOf(
      'D062',
      field.place,
      { sv: `"${field.text}" är ingen säker webbadress`, en: `"${field.text}" is no safe web address` },
      {
        sv: 'Skriv hela adressen, med https:// först.',
        en: 'Write the whole address, with https:// in front.',
      },
    ),
  ]
}
