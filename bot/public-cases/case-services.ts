// The services of a form: one for each choice of what is wrong.
import type { Texts } from '../contracts/talk/texts'
import { sourceLanguage } from '../contracts/talk/language'
import type { CaseService, ServiceAttribute } from '../contracts/cases/public-cases'
import type { AskStep } from '../dialog/model/model'
import { textIn } from '../dialog/showing/show-value'
import type { ReportForm } from './report-form'

const inSwedish = (texts: Texts): string => textIn(texts, sourceLanguage)

/** @param department name of the one that the form belongs to. */
export function caseServices(form: ReportForm, department: string): readonly CaseService[] {
  const attributes = form.attributes.map(toAttribute)
  return form.service.choices.map(({ code, label, synonyms }) => ({
    code,
    name: inSwedish(label),
    description: `${inSwedish(form.dialog.title)}: ${inSwedish(label)}`,
    group: department,
    keywords: [...new Set([...synonyms.values()].flat())],
    attributes,
  }))
}

function toAttribute(ask: AskStep): ServiceAttribute {
  const described = { code: ask.name, description: inSwedish(ask.question) }
  if (ask.types.includes('number')) return { ...described, kind: 'number', values: [] }
  const values = ask.types.includes('yes/no')
    ? [
        { key: 'yes', name: 'Ja' },
        { key: 'no', name: 'Nej' },
      ]
    : ask.choices.map(({ code, label }) => ({ key: code, name: inSwedish(label) }))
  return {
    ...described,
    kind: ask.types.includes('choices') ? 'multivaluelist' : 'singlevaluelist',
    values,
  }
}
