// Every check of docs/checks.md fails on one thing, at its exact place and in both languages, and passes on another that resembles it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Severity } from '../../../bot/contracts/basics/finding'
import { dialogCodes } from '../../../bot/dialog/model/finding'
import { placeChecks } from '../../../bot/places/place-finding'
import { articleChecks } from '../../../bot/knowledge/article-finding'
import { yamlCodes } from '../../../bot/yaml/yaml-finding'
import { describeArticleFaults, describeArticleNearMisses } from '../knowledge/article-fault'
import { articleFaults } from '../knowledge/article-faults'
import { articleNearMisses } from '../knowledge/article-near-misses'
import { describeSynonymFaults, synonymFaults, synonymNearMisses } from '../knowledge/search/synonym-faults'
import { describeFaults, describeNearMisses } from '../dialog/fault'
import { faultsOfFiles } from '../dialog/faults-of-files'
import { faultsOfFlow } from '../dialog/faults-of-flow'
import { faultsOfTexts } from '../dialog/faults-of-texts'
import { faultsOfWords } from '../dialog/faults-of-words'
import { nearMisses } from '../dialog/near-misses'

const faults = [...faultsOfFiles, ...faultsOfWords, ...faultsOfTexts, ...faultsOfFlow]
describe('what is wrong', () => describeFaults(faults))
describe('what is right', () => describeNearMisses(nearMisses))
describe('what is wrong with an article', () => describeArticleFaults(articleFaults))
describe('what is right in an article', () => describeArticleNearMisses(articleNearMisses))
describe('what is wrong and right with the synonyms', () => describeSynonymFaults())

/** What tells a reader to do something, or what to choose from. */
const deeds =
  /(?<!\p{L})(?:Menade du|De som finns|[Ss]kriv|[Bb]yt|[Tt]a bort|[Ll]ägg|[Ss]ätt|[Ff]lytta|[Ss]para|[Rr]ätta|[Ss]täll|ska vara|en sak i taget|[Gg]e|[Vv]älj|[Dd]ela|[Ss]lå ihop|[Bb]örja|[Jj]ämför|[Kk]ontrollera|[Ll]äs|[Öö]versätt|[Ff]råga|[Ss]äg|måste|[Ää]ndra|[Bb]eskriv)/u

test.each([...faults, ...articleFaults, ...synonymFaults].map(({ code, sv }) => [code, sv]))(
  '%s tells what to do: %s',
  (_, sv) => {
    expect(sv.replace(/"[^"]*"/g, '')).toMatch(deeds)
  },
)

const table = readFileSync(join(__dirname, '../../../docs/checks.md'), 'utf8')
const rows = [...table.matchAll(/^\| ([A-Z]\d{3}) *\| (\S+) *\| (\S+) *\|/gm)]
const column = (index: 2 | 3) =>
  new Map(rows.filter((row) => row[index] !== '–').map((row) => [row[1] ?? '', row[index]]))
const codesOf = (fixtures: readonly { readonly code: string }[]) =>
  [...new Set(fixtures.map(({ code }) => code))].sort()

describe('docs/checks.md', () => {
  const named = (codes: Readonly<Record<string, Severity>>) =>
    new Map(Object.entries(codes).map(([code, severity]) => [code, severity === 'error' ? 'fel' : 'varning']))

  test('lists each code once, with its severity, and no other', () => {
    expect(new Set(rows.map(([, code]) => code)).size).toBe(rows.length)
    expect(column(2)).toEqual(named({ ...yamlCodes, ...dialogCodes }))
    expect(column(3)).toEqual(named({ ...yamlCodes, ...articleChecks }))
  })

  test('lists each check of places once, with its severity, and no other', () => {
    const ofPlaces = [...table.matchAll(/^\| (P\d{3}) *\| (\S+) *\|/gm)]
    expect(new Map(ofPlaces.map(([, code = '', severity]) => [code, severity]))).toEqual(named(placeChecks))
  })

  const ofDialogs = [...column(2).keys()].sort()
  // The YAML of an article is read as that of a dialog.
  const ofArticles = [...column(3).keys()].filter((code) => !code.startsWith('Y')).sort()

  test('names no check of dialogs without a fault and a near miss', () => {
    expect(codesOf(faults)).toEqual(ofDialogs)
    expect(codesOf(nearMisses)).toEqual(ofDialogs)
  })

  test('names no check of articles without a fault and a near miss', () => {
    expect(codesOf([...articleFaults, ...synonymFaults])).toEqual(ofArticles)
    expect(codesOf([...articleNearMisses, ...synonymNearMisses])).toEqual(ofArticles)
  })
})
