// Tells whoever tries the bot in a terminal what is not in it, and why.
import type { Finding } from '../../bot/contracts/basics/finding'
import { sentencesOf } from './render-findings'

/** Each error on a line of its own, with what to do. */
export const faultLines = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map((one) => {
      const { place, code } = one
      return `${place.file}:${place.line}:${place.column} ${code} ${sentencesOf(one, 'sv')}`
    })

/** Which dialogs and articles the errors leave out of the answers; the city and the actions are neither. */
export function leftOutLines(findings: readonly Finding[], served: ReadonlySet<string>): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const names = errors.flatMap(({ place }) => {
    const [, folder = '', name = ''] = /^(dialogs|knowledge)\/([^/.]+)\./.exec(place.file) ?? []
    const isOther = name === '' || served.has(`${folder}/${name}`) || /^(?:city|actions)$/.test(name)
    return isOther ? [] : [`${folder === 'dialogs' ? 'Dialogen' : 'Artikeln'} ${name}`]
  })
  return [...new Set(names)].map((name) => `${name} är inte med. Kör npm run dialogs:check.`)
}
