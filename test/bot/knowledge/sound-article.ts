// An article, its translation and its twin without a fault, for tests that break one thing at a time.
import type { ArticleFile } from '../../../bot/knowledge/article-file'
import { checkArticles, type CheckSetting, type CheckedArticles } from '../../../bot/knowledge/check-articles'
import type { Finding } from '../../../bot/contracts/basics/finding'

export const swedish: ArticleFile = {
  path: 'knowledge/elda.md',
  text: `---
id: elda
title: Elda i trädgården
owner: Miljöenheten
department: miljo
source: https://example.se/elda
reviewed: 2026-10-01
validUntil: 2027-10-01
questions:
  - får man elda löv
  - bränna ris
  - eldningsförbud idag?
---
Du får elda torrt ris. Släck innan du går.

- Ha **vatten** nära.
- Läs [mer här](https://example.se/mer).

Ring 042-10 50 00. En tunna kostar 2 660 kronor.
`,
}

export const english: ArticleFile = {
  path: 'knowledge/elda.en.md',
  text: `---
translates: elda
language: en
title: Fires in the garden
reviewed: 2026-10-02
questions:
  - may i burn leaves
  - burning twigs
  - fire ban today?
---
You may burn dry twigs. Put the fire out before you leave.

- Keep **water** near.
- Read [more here](https://example.se/en/more).

Call 042-10 50 00. A barrel costs SEK 2,660.
`,
}

export const easy: ArticleFile = {
  path: 'knowledge/elda.easy.md',
  text: `---
simplifies: elda
title: Elda hemma
reviewed: 2026-10-02
---
Du får elda torrt ris. Släck elden innan du går.

- Ha vatten nära.
- Läs [mer här](https://example.se/mer).

Ring 042-10 50 00. En tunna kostar 2 660 kronor.
`,
}

export const setting: CheckSetting = {
  today: '2026-11-24',
  departments: ['miljo', 'avfall'],
  dialogs: ['felanmalan', 'grovsopor'],
}

/** The file with its first `from` replaced; fails when there is none, so that no test breaks nothing. */
export function changed(file: ArticleFile, from: string, to: string): ArticleFile {
  if (!file.text.includes(from)) throw new Error(`"${from}" does not stand in ${file.path}`)
  return { ...file, text: file.text.replace(from, () => to) }
}

export const check = (files: readonly ArticleFile[], change: Partial<CheckSetting> = {}): CheckedArticles =>
  checkArticles(files, { ...setting, ...change })

/** What stands in the files at a finding's place. */
export function textAt(files: readonly ArticleFile[], { place }: Finding): string {
  const lines = (files.find(({ path }) => path === place.file)?.text ?? '').split('\n')
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1
  return lines.join('\n').slice(offset(place.line, place.column), offset(place.endLine, place.endColumn))
}
