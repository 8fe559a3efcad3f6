// A test that did not come true, for staff: the line, why, and the talk until then.
import type { ChatTestResult } from '../../bot/dialog/model/chat-test'
import type { Dialog } from '../../bot/dialog/model/model'
import type { FindingLanguage } from '../command/render-findings'

export function renderFailure(
  { id }: Dialog,
  { test, place, message, talk }: Extract<ChatTestResult, { kind: 'failed' }>,
  variant: string,
  language: FindingLanguage,
): string {
  const which = variant === '' ? '' : ` (${variant})`
  const lines = talk.map(
    ({ author, text }) => `    ${author === 'resident' ? '>' : ' '} ${text.replaceAll('\n', '\n      ')}`,
  )
  const head = `✗ ${id}: ${test.name}${which}\n  ${place.file}:${place.line}:${place.column} ${message[language]}`
  return [head, ...lines].join('\n')
}
