// What counts as one slip of the finger.
import { withinOneEdit } from '../../../bot/text/one-edit'

it('counts one inserted, lost, changed or swapped letter as one slip', () => {
  for (const slip of ['lampan', 'lapa', 'lampo', 'lmapa']) expect(withinOneEdit(slip, 'lampa')).toBe(true)
  for (const other of ['lampor', 'lp', 'pamla', '']) expect(withinOneEdit(other, 'lampa')).toBe(false)
})
