// `undo` and `update` of actions.yaml: what is wrong with them, each with its place.
import { compileWith, sound } from './sound-dialog'

const actions = `${sound['actions.yaml']}  undo: drop_key
  update: change_key
drop_key: { effect: write, takes: [order_number] }
change_key: { effect: write, takes: [order_number, kind, note?] }
`
const told = (piece: string, by: string) => {
  expect(actions.split(piece)).toHaveLength(2)
  return compileWith({ 'actions.yaml': actions.replace(piece, () => by) }).findings.map(
    ({ code, place, message }) => `${place.file}:${place.line}:${place.column} ${code} ${message.en}`,
  )
}

it('are known to the step that writes', () => {
  const { dialogs, findings } = compileWith({ 'actions.yaml': actions })
  expect(findings).toEqual([])
  const write = dialogs.get('nyckel')?.steps.find((step) => step.kind === 'do' && step.effect === 'write')
  expect(write).toMatchObject({
    undo: { action: 'drop_key', takes: ['order_number'] },
    update: { action: 'change_key', takes: ['order_number', 'kind', 'note'] },
  })
})

it.each<[string, string, string]>([
  ['undo: drop_key', 'undo: drop_kye', 'actions.yaml:10:9 D010 "drop_kye" is no action'],
  ['undo: drop_key', 'undo: find_key', 'actions.yaml:10:9 D005 only a write can be undone or done over'],
  [
    'takes: [order_number] }',
    'takes: [order_number, reason] }',
    'actions.yaml:10:9 D011 "drop_key" needs "reason", which "order_key" neither takes nor gives',
  ],
])('%s → %s', (piece, by, line) => {
  expect(told(piece, by)).toContainEqual(expect.stringContaining(line))
})
