// Reads what sort of answers a question takes: its `type`, or what follows from `choices` and `from`.
import { answerTypes, type AnswerType } from '../../../contracts/talk/value'
import { entryOf, valueOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import type { ChoiceOption } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'
import { checkAlone } from './read-files'
import { optionalText, reportUnusable } from '../fields/read-fields'
import { checkPersonId } from './read-person-id'
import { reportUnknown } from '../fields/report'
import { isAnswerType, isYesNoCodes, splitTypes, typesOfChoices } from '../fields/types'

/** None when one that is written is no type: what follows from a guess is not told. Each fault is. */
export function readAnswerTypes(
  step: YamlMap,
  choices: readonly ChoiceOption[],
  reading: DialogReading,
): readonly AnswerType[] {
  const { report } = reading
  const type = optionalText(step, 'type', report)
  if (valueOf(step, 'from') !== undefined) {
    const stray = entryOf(step, 'choices')?.key ?? (type?.text === 'pick' ? undefined : type)
    if (stray !== undefined)
      reportUnusable(
        report,
        stray,
        '"from" har alltid typen pick, och inga egna val',
        '"from" always has the type pick, and no choices of its own',
      )
    return ['pick']
  }
  if (choices.length > 0 || valueOf(step, 'choices') !== undefined) {
    const written = typesOfChoices(type?.text ?? 'choice')
    if (written === undefined && type !== undefined) {
      reportUnusable(
        report,
        type,
        '"choices:" har typen choice, choices när flera får väljas, eller choice or date',
        '"choices:" has the type choice, choices where several may be chosen, or choice or date',
      )
    }
    return written ?? ['choice']
  }
  if (type === undefined) return ['text']
  if (type.text === 'choice' || type.text === 'choices')
    reportUnusable(report, type, '"choices" saknas', '"choices" is missing')
  const parts = splitTypes(type.text)
  checkPersonId(parts, type, reading)
  if (parts.includes('pick')) reportUnusable(report, type, '"from" saknas', '"from" is missing')
  parts.filter((part) => !isAnswerType(part)).forEach((part) => reportType(part, type, report))
  checkAlone(parts, type, reading)
  if (parts.includes('list'))
    reportUnusable(report, type, 'en lista tar inga andra svar', 'a list takes no other answers')
  return parts.every(isAnswerType) ? parts : []
}

function reportType(part: string, type: YamlScalar, report: DialogReading['report']): void {
  const known = part === type.text ? type : { ...type, text: part }
  reportUnknown(report, 'D005', { ...writtenText(type), text: known.text }, answerTypes, {
    sv: 'ingen typ av svar',
    en: 'no type of answer',
  })
}

/** Choices that only say yes and no cannot be compared in a condition; true when it was told. */
export function reportYesNo(
  step: YamlMap,
  choices: readonly ChoiceOption[],
  { report }: DialogReading,
): boolean {
  const key = entryOf(step, 'choices')?.key
  if (key === undefined || !isYesNoCodes(choices.map(({ code }) => code))) return false
  reportUnusable(
    report,
    key,
    'svaren är bara ja och nej: skriv "type: yes/no" i stället för choices',
    'the answers are only yes and no: write "type: yes/no" instead of choices',
  )
  return true
}
