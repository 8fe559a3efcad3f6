// A picture as its pixels alone: turned the right way up, of a size that serves, and without where and when it was taken.
// What is stored is always a JPEG that this program wrote, so nothing hidden in the one that came is passed on.
import { open } from 'node:fs/promises'
import type Sharp from 'sharp'
import type { FileFault } from '../../bot/contracts/store/file-shelf'
import { whenFirstAsked } from '../../bot/contracts/basics/when-first-asked'

/** A phone of today takes 50 million; a bomb unpacks to far more. The city's text `upload.too-large` says this number. */
const mostPixels = 50_000_000
/** Enough to read a sign across a street. */
const longestSide = 2_560
const quality = 80
const timeoutSeconds = 20
/** Each takes a core and some hundred megabytes while it lasts. */
const mostAtOnce = 2

export type Rewritten =
  | { readonly kind: 'written'; readonly bytes: number; readonly width: number; readonly height: number }
  | { readonly kind: 'refused'; readonly why: FileFault }

/** Loaded with the first picture: many starts never see one. No other decoder than these three can be reached. */
const loadSharp = whenFirstAsked(async (): Promise<typeof Sharp> => {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
  })
  return sharp
})

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

export const rewritePicture = (from: string, to: string): Promise<Rewritten> =>
  inTurn(async () => {
    const sharp = await loadSharp()
    let picture: { readonly data: Buffer; readonly info: { readonly width: number; readonly height: number } }
    try {
      picture = await sharp(from, { failOn: 'error', limitInputPixels: mostPixels, sequentialRead: true })
        .timeout({ seconds: timeoutSeconds })
        .autoOrient()
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality })
        .toBuffer({ resolveWithObject: true })
    } catch (error) {
      return { kind: 'refused', why: /pixel limit/i.test(String(error)) ? 'too-large' : 'damaged' }
    }
    await write(to, picture.data)
    const { width, height } = picture.info
    return { kind: 'written', bytes: picture.data.length, width, height }
  })

async function write(path: string, data: Buffer): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(data)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
