// One box of the picture: its shape and colours say what kind of step it is.
import { escapeMarkup } from '../../adapters/escape-markup'
import { lineHeight, type Box, type BoxLine } from './box'
import type { NodeKind } from './dialog-graph'

interface Look {
  readonly fill: string
  readonly stroke: string
  readonly ink?: string
  readonly stroked?: number
}

const looks: Readonly<Record<NodeKind, Look>> = {
  start: { fill: '#1d5b8f', stroke: '#1d5b8f', ink: '#fff' },
  end: { fill: '#3a3a3a', stroke: '#3a3a3a', ink: '#fff' },
  say: { fill: '#f3f4f6', stroke: '#9aa1ab' },
  ask: { fill: '#e8f2fb', stroke: '#1d5b8f' },
  confirm: { fill: '#e7f5ea', stroke: '#2a7a3b', stroked: 2 },
  if: { fill: '#fffbe6', stroke: '#a38300' },
  read: { fill: '#fff', stroke: '#6b7280' },
  write: { fill: '#ffeeda', stroke: '#b45309', stroked: 3 },
  call: { fill: '#fff', stroke: '#1d5b8f' },
  forget: { fill: '#fff', stroke: '#a38300' },
  handoff: { fill: '#f5edfb', stroke: '#7e3aa8', stroked: 2 },
}

export function drawBox({
  node,
  lines,
  x,
  y,
  width,
  height,
}: Box & { readonly x: number; readonly y: number }) {
  const { fill, stroke, ink = '#1a1a1a', stroked = 1.5 } = looks[node.kind]
  const dashes = node.onlyIf === '' ? '' : ' stroke-dasharray="6 4"'
  const paint = `fill="${fill}" stroke="${stroke}" stroke-width="${stroked}"${dashes}`
  const left = Math.round(x - width / 2)
  const top = Math.round(y - height / 2)
  const first = y - (lines.length * lineHeight) / 2 + 12.5
  const texts = lines.map((line, index) => drawText(line, x, first + index * lineHeight, ink))
  const shape = shapeOf(node.kind, { left, top, width, height }, paint)
  return `<g data-step="${escapeMarkup(node.key)}">${shape}${texts.join('')}</g>`
}

interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function shapeOf(kind: NodeKind, { left, top, width, height }: Frame, paint: string): string {
  const right = left + width
  const bottom = top + height
  const middle = top + height / 2
  if (kind === 'if')
    return `<path d="M${left} ${middle} ${left + 14} ${top}H${right - 14}L${right} ${middle} ${right - 14} ${bottom}H${left + 14}z" ${paint}/>`
  if (kind === 'handoff')
    return `<path d="M${left + 12} ${top}H${right}L${right - 12} ${bottom}H${left}z" ${paint}/>`
  const radius = kind === 'start' || kind === 'end' ? height / 2 : kind === 'say' ? 12 : 4
  const box = `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${radius}" ${paint}/>`
  const isDouble = kind === 'call' || kind === 'read'
  return isDouble
    ? `${box}<path d="M${left + 6} ${top}V${bottom}M${right - 6} ${top}V${bottom}" ${paint}/>`
    : box
}

function drawText({ text, look }: BoxLine, x: number, y: number, ink: string): string {
  const weight = look === 'title' ? ' font-weight="bold"' : ''
  const size = look === 'more' ? 12 : 13
  const fill = look === 'more' && ink !== '#fff' ? '#4b5563' : ink
  return `<text x="${Math.round(x)}" y="${Math.round(y)}" font-size="${size}"${weight} fill="${fill}" text-anchor="middle">${escapeMarkup(text)}</text>`
}
