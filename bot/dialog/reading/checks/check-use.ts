// D044: a question whose answer nobody uses, and a value nobody reads.
import { namesIn } from '../../model/condition'
import { words } from '../../model/finding'
import type { Dialog } from '../../model/model'
import type { DialogReading } from '../names/dialog-reading'

export function checkUse(
  dialog: Pick<Dialog, 'labels' | 'asks'>,
  /** Names that other dialogs take from this one. */
  taken: ReadonlySet<string>,
  { written, texts, names, report }: DialogReading,
): void {
  const variants = [...texts.entries.values()].flatMap((entry) => [...entry.written.values()])
  // A broken text hides what it uses; its own finding comes first.
  if (variants.some(({ variables }) => variables === undefined)) return
  // A code is asked for to be given, and not for what it is.
  const codes = [...dialog.asks.values()].filter(({ to }) => to !== undefined).map(({ name }) => name)
  const used = new Set([...dialog.labels.keys(), ...taken, ...codes])
  for (const expression of written.keys()) namesIn(expression).forEach((name) => used.add(name))
  for (const { variables } of variants) variables?.forEach(({ name }) => used.add(name))
  // What was asked about an item is used with its list.
  for (const name of [...used]) used.add(name.slice(0, Math.max(0, name.lastIndexOf('.'))))
  for (const { name, role, at } of names.values()) {
    if (used.has(name) || at === undefined || (role !== 'answer' && role !== 'value')) continue
    report.fault(
      'D044',
      at,
      role === 'value'
        ? words(
            `"${name}" räknas ut men används inte`,
            `"${name}" is worked out but not used`,
            'Ta bort raden, eller använd värdet i ett villkor eller en text.',
            'Remove the line, or use the value in a condition or a text.',
          )
        : words(
            `svaret på "${name}" används inte`,
            `the answer to "${name}" is not used`,
            'Ta bort frågan, skicka svaret vidare under "with:", eller visa det med en rad under labels:.',
            'Remove the question, pass the answer on under "with:", or show it by a line under labels:.',
          ),
    )
  }
}
