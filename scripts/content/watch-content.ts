// Checks again whenever a file of the content is saved, for as long as somebody writes.
import { relative } from 'node:path'
import { watch } from 'chokidar'
import type { Finding } from '../../bot/contracts/basics/finding'
import { renderCounts, type FindingLanguage } from '../command/render-findings'

/** Editors save by several small steps; one check answers for all of them. */
const settleMs = 40

/** Never ends by itself. `check` prints what it finds; here one short line follows, also when all is well. */
export function watchContent(
  folders: readonly string[],
  language: FindingLanguage,
  check: () => Promise<readonly Finding[]>,
): void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const changed = new Set<string>()
  const run = async (): Promise<void> => {
    const names = [...changed].join(', ')
    changed.clear()
    const findings = await check()
    const isWell = findings.length === 0
    const sv = isWell ? 'allt är bra' : renderCounts(findings, 'sv')
    const en = isWell ? 'all is well' : renderCounts(findings, 'en')
    console.log(`${names}: ${language === 'sv' ? sv : en}`)
  }
  watch([...folders], { ignoreInitial: true, depth: 0 })
    .on('all', (_, path) => {
      if (!/\.(ya?ml|md)$/.test(path)) return
      changed.add(relative(process.cwd(), path))
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(run)
      }, settleMs)
    })
    .on('ready', () => {
      console.log(language === 'sv' ? 'Väntar på ändringar …' : 'Waiting for changes …')
    })
}
