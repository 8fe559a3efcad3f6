// Which dialogs are forms for reports from elsewhere, and what they ask of such a report.
import { reportForm } from '../../../bot/public-cases/report-form'
import { smallCity } from '../../support/small-city'

const formOf = async (id: string) => {
  const dialog = (await smallCity()).dialogs.get(id)
  if (dialog === undefined) throw new Error(`there is no ${id}`)
  return reportForm(dialog)
}

test('the dialog in which faults are reported is one', async () => {
  const form = await formOf('felanmalan')
  expect([form?.service.name, form?.place.name, form?.description?.name, form?.contact?.name]).toEqual([
    'kind',
    'place',
    'details',
    'contact',
  ])
})

test('what is asked in some talks only is not asked of a report', async () => {
  const form = await formOf('felanmalan')
  expect(form?.attributes.map(({ name }) => name)).toEqual(['danger'])
})

test.each(['grovsopor', 'hemtjanst-besok', 'kontakta-oss', 'bli-uppringd'])(
  '%s makes no case of a chosen class at a place',
  async (id) => {
    expect(await formOf(id)).toBeUndefined()
  },
)
