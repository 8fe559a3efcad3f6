// What a page pays for the widget.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const publicFolder = join(__dirname, '../../../../dist/public')
const zippedBytes = (file: string): number =>
  gzipSync(readFileSync(join(publicFolder, file)), { level: 9 }).length

test.each([
  ['Swedish', 'Chatta med oss', []],
  ['English', 'Chat with us', ['texts.en.json']],
  ['Arabic', 'تحدّث معنا', ['texts.ar.json']],
  ['Finnish', 'Keskustele kanssamme', ['texts.fi.json']],
  ['Somali', 'Nala sheekayso', ['texts.so.json']],
  ['Ukrainian', 'Напишіть нам', ['texts.uk.json']],
  ['Persian', 'با ما گفتگو کنید', ['texts.fa.json']],
  ['Polish', 'Napisz do nas', ['texts.pl.json']],
  ['Spanish', 'Chatea con nosotros', ['texts.es.json']],
  ['German', 'Chatten Sie mit uns', ['texts.de.json']],
])('the widget in %s weighs at most 15 kB zipped, style sheet included', (_language, launcher, texts) => {
  const files = ['widget.js', ...texts]
  const content = files.map((file) => readFileSync(join(publicFolder, file), 'utf8')).join('')
  expect(content).toContain('.launcher{')
  expect(content).toContain(launcher)
  expect(files.map(zippedBytes).reduce((sum, each) => sum + each)).toBeLessThanOrEqual(15_000)
})

test('the script for files, which is fetched when a question takes them, weighs at most 3.5 kB zipped, in all languages', () => {
  expect(zippedBytes('files.js')).toBeLessThanOrEqual(3_500)
})

test('the script for saving and deleting, which is fetched then, weighs at most 3.2 kB zipped, in all languages and with its style', () => {
  expect(zippedBytes('deeds.js')).toBeLessThanOrEqual(3_200)
})

test('the script that asks why an answer did not help, which is fetched then, weighs at most 2 kB zipped, in all languages', () => {
  expect(zippedBytes('reasons.js')).toBeLessThanOrEqual(2_000)
})

test('what a place needs weighs at most 3 kB, and the map at most 50 kB, when they are asked for', () => {
  expect(zippedBytes('place.js')).toBeLessThanOrEqual(3_000)
  expect(zippedBytes('map.js')).toBeLessThanOrEqual(50_000)
})

test('the script never builds code or markup from text', () => {
  const script = ['widget.js', 'files.js', 'deeds.js', 'reasons.js', 'place.js']
    .map((file) => readFileSync(join(publicFolder, file), 'utf8'))
    .join('')
  expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/)
})
