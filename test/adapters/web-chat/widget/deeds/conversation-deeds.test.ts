// The resident's right to keep the conversation, and to have it deleted.
import { readFileSync } from 'node:fs'
import { focused } from '../../../../support/browser'
import { button, heard, lines, replies, useChatWorld, write } from '../../../../support/browser-chat'

const world = useChatWorld()

async function openConversation() {
  const visited = await world.openChat()
  await write(visited.page, 'Ett minne att spara')
  await heard(visited.page, 'Du skrev: Ett minne att spara')
  return visited.page
}

test('saves the conversation as a text file', async () => {
  const page = await openConversation()
  await button(page, 'Meny').click()
  const download = page.waitForEvent('download')
  await button(page, 'Spara samtalet som fil').click()
  const file = await download
  expect(file.suggestedFilename()).toBe('Samtalet.txt')
  expect(readFileSync(await file.path(), 'utf8')).toContain('Ett minne att spara')
  expect(await page.locator('.chat > .unseen[role=status]').textContent()).toBe('Samtalet är sparat som fil.')
  expect(world.complaints()).toEqual([])
})

test('deletes nothing when the resident thinks again, by button or by Esc', async () => {
  const page = await openConversation()
  for (const away of [() => button(page, 'Avbryt').click(), () => page.keyboard.press('Escape')]) {
    await button(page, 'Meny').click()
    await button(page, 'Radera samtalet').click()
    const dialog = page.getByRole('dialog', { name: 'Radera samtalet?' })
    await dialog.waitFor()
    expect(await focused(page)).toBe('button.choice Avbryt')
    await away()
    await dialog.waitFor({ state: 'detached' })
    expect(await focused(page)).toContain('Meny')
    expect(await page.locator('.frame').isVisible()).toBe(true)
  }
  expect(await world.server.texts()).toContain('Ett minne att spara')
})

test('deletes the conversation at the city and on the screen, and begins another on demand', async () => {
  const page = await openConversation()
  const before = await world.server.texts()
  await button(page, 'Meny').click()
  await button(page, 'Radera samtalet').click()
  await page.getByRole('dialog').last().getByRole('button', { name: 'Radera samtalet' }).click()
  await page.locator('.note', { hasText: 'Samtalet är raderat.' }).waitFor()
  expect(await lines(page)).toEqual([])
  expect((await world.server.texts()).length).toBeLessThan(before.length)
  expect(await focused(page)).toContain('Börja ett nytt samtal')
  await page.keyboard.press('Enter')
  await replies(page).first().waitFor()
  expect(await lines(page)).toEqual(['Roboten: Hej! Vad undrar du?'])
  await write(page, 'nytt')
  await heard(page, 'Du skrev: nytt')
})

test('begins another by what is written after a deletion', async () => {
  const page = await openConversation()
  await button(page, 'Meny').click()
  await button(page, 'Radera samtalet').click()
  await page.getByRole('dialog').last().getByRole('button', { name: 'Radera samtalet' }).click()
  await button(page, 'Börja ett nytt samtal').waitFor()
  await write(page, 'det första')
  expect(await heard(page, 'Du skrev: det första')).toEqual([
    'Roboten: Hej! Vad undrar du?',
    'Du: det första',
    'Roboten: Du skrev: det första',
  ])
  await expect(button(page, 'Börja ett nytt samtal').count()).resolves.toBe(0)
  await expect(page.locator('.note', { hasText: 'Samtalet är raderat.' }).count()).resolves.toBe(1)
  expect((await world.server.texts()).at(-1)).toBe('det första')
})

test('takes it off the screen of a duplicated tab too, and keeps what was not sent there', async () => {
  const page = await openConversation()
  const other = await page.context().newPage()
  const kept = await page.evaluate<string>('JSON.stringify({ ...sessionStorage })')
  await other.addInitScript(
    `for (const [key, value] of Object.entries(${kept})) sessionStorage[key] ??= value`,
  )
  await other.goto(page.url())
  await heard(other, 'Du skrev: Ett minne att spara')
  await other.route('**/activities', (route) => route.fulfill({ status: 503, body: '{}' }))
  await write(other, 'inte skickat')
  await button(other, 'Försök igen').waitFor()
  await button(page, 'Meny').click()
  await button(page, 'Radera samtalet').click()
  await page.getByRole('dialog').last().getByRole('button', { name: 'Radera samtalet' }).click()
  await other.locator('.note', { hasText: 'Ditt förra samtal går inte att fortsätta' }).waitFor()
  expect((await lines(other)).filter((line) => line.startsWith('Du: '))).toEqual(['Du: inte skickat'])
  await expect(other.getByText('Ett minne').count()).resolves.toBe(0)
})

test('says visibly when the conversation could not be deleted or saved, and goes on when it can', async () => {
  const page = await openConversation()
  const choose = async (deed: string) => {
    await button(page, 'Meny').click()
    await button(page, deed).click()
  }
  const failed = page.locator('.log > .note', { hasText: 'Det gick inte just nu. Försök igen om en stund.' })
  await page.route('**/deeds.js*', (route) => route.abort())
  await choose('Radera samtalet')
  await failed.waitFor()
  await page.unroute('**/deeds.js*')
  await choose('Radera samtalet')
  await page.locator('.confirm').waitFor()
  await world.server.kill()
  await page.getByRole('dialog').last().getByRole('button', { name: 'Radera samtalet' }).click()
  await failed.nth(1).waitFor()
  await choose('Spara samtalet som fil')
  await failed.nth(2).waitFor()
  expect(await page.locator('.log').getAttribute('aria-live')).toBe('polite')
  expect(await lines(page)).toContain('Du: Ett minne att spara')
  await world.server.restart()
})
