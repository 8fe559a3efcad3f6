// Pictures as phones take them, made here: with the place where they were taken, and turned on their side.
import sharp from 'sharp'

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#335577',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })

/** A place in Helsingborg, as a phone writes it. */
export const place = {
  IFD0: { Make: 'Telefon', Model: 'Nattkamera', Artist: 'Anna Andersson' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '56/1 2/1 4500/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '12/1 41/1 4000/100',
  },
}

/** A JPEG with GPS and the name of who took it; stored lying, to be shown standing (orientation 6). */
export const phonePicture = (width = 800, height = 600): Promise<Buffer> =>
  noise(width, height).jpeg({ quality: 90 }).withExif(place).withMetadata({ orientation: 6 }).toBuffer()

export const pngPicture = (width = 300, height = 200): Promise<Buffer> =>
  noise(width, height).png().toBuffer()
export const webpPicture = (width = 300, height = 200): Promise<Buffer> =>
  noise(width, height).webp().toBuffer()

/** A few kilobytes that unpack to more pixels than any phone takes. */
export const pixelBomb = (): Promise<Buffer> =>
  sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#000' } })
    .png({ compressionLevel: 9 })
    .toBuffer()

export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
)
