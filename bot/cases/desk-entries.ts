// What a department is told of one of its cases, where it has a desk to tell.
import type { CaseErrand } from '../contracts/cases/case'
import { deskEntryKind } from '../contracts/cases/case-desk'
import type { City } from '../contracts/city/city'
import type { OutboxEntry } from '../contracts/store/store'

/** Empty where the department has no desk. */
export function deskEntries(
  { departments }: City,
  department: string,
  errand: CaseErrand,
  dueAt: Date,
): readonly OutboxEntry[] {
  const desk = departments.get(department)?.desk
  if (desk === undefined) return []
  return [
    {
      id: `desk/${errand.case}/${errand.event}`,
      kind: deskEntryKind(desk.kind),
      dueAt: dueAt.toISOString(),
      payload: errand,
    },
  ]
}
