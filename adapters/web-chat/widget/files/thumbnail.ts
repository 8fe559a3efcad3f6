// A small picture of what was chosen, drawn from the file on this computer. On a canvas, because a page's policy may allow
// pictures from nowhere.

const side = 160

/** Empty until drawn, and gone where the browser cannot read the file. Its name stands below it, for every ear. */
export function createThumbnail(file: File): readonly Element[] {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 0
  canvas.setAttribute('aria-hidden', 'true')
  const parts = [canvas, document.createElement('br')]
  void draw(file, canvas).catch(() => parts.forEach((part) => part.remove()))
  return parts
}

async function draw(file: File, canvas: HTMLCanvasElement): Promise<void> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  canvas.width = picture.width * scale
  canvas.height = picture.height * scale
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
}
