// What a page pays for the widget.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const publicFolder = join(__dirname, '../../../../dist/public')
const zippedBytes = (file: string): number =>
  gzipSync(readFileSync(join(publicFolder, file)), { level: 9 }).length

test('the widget weighs at most 15 kB zipped, style sheet and three languages included', () => {
  const script = readFileSync(join(publicFolder, 'widget.js'), 'utf8')
  expect(script).toContain('.launcher{')
  expect(script).toContain('تحدّث معنا')
  expect(zippedBytes('widget.js')).toBeLessThanOrEqual(15_000)
})

test('the script never builds code or markup from text', () => {
  const script = readFileSync(join(publicFolder, 'widget.js'), 'utf8')
  expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/)
})
