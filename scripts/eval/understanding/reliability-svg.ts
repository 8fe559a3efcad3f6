// The reliability of each language as a picture: how probable answers were held to be, and how many of them were right.
import { escapeMarkup } from '../../../adapters/escape-markup'
import type { Bin } from './reliability'

export interface Panel {
  readonly title: string
  readonly bins: readonly Bin[]
  /** 0 to 1. */
  readonly calibrationError: number
}

const side = 240
const margin = { left: 48, top: 44, between: 40, bottom: 52 } as const
const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1] as const

const n = (number: number): string => number.toFixed(1)

const panelWidth = margin.left + side + margin.between
const panelHeight = margin.top + side + margin.bottom
const mostInRow = 3

/** Three in a row, on white, standing alone. */
export function reliabilitySvg(panels: readonly Panel[]): string {
  const width = Math.max(1, Math.min(mostInRow, panels.length)) * panelWidth
  const height = Math.max(1, Math.ceil(panels.length / mostInRow)) * panelHeight
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="Helvetica, Arial, sans-serif" font-size="11">`,
    `<title>${escapeMarkup(`Reliability: ${panels.map(described).join('; ')}`)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...panels.map((panel, at) => {
      const left = margin.left + (at % mostInRow) * panelWidth
      const top = margin.top + Math.floor(at / mostInRow) * panelHeight
      return `<g transform="translate(${left} ${top})">\n${drawPanel(panel)}\n</g>`
    }),
    '</svg>',
    '',
  ].join('\n')
}

const described = ({ title, calibrationError }: Panel): string =>
  `${title}, expected calibration error ${(calibrationError * 100).toFixed(1)} %`

function drawPanel(panel: Panel): string {
  return [
    `<text x="0" y="-22" font-size="14" font-weight="bold">${escapeMarkup(panel.title)}</text>`,
    `<text x="0" y="-8" fill="#333">expected calibration error ${(panel.calibrationError * 100).toFixed(1)} %</text>`,
    ...ticks.map(drawTick),
    ...panel.bins.map(drawBin),
    `<line x1="0" y1="${side}" x2="${side}" y2="0" stroke="#333" stroke-dasharray="4 4"/>`,
    `<rect width="${side}" height="${side}" fill="none" stroke="#333"/>`,
    `<text x="${side / 2}" y="${side + 34}" text-anchor="middle">probability</text>`,
    `<text x="${-side / 2}" y="-34" text-anchor="middle" transform="rotate(-90)">share right</text>`,
  ].join('\n')
}

const drawTick = (tick: number): string => {
  const at = n(tick * side)
  const up = n(side - tick * side)
  return [
    `<line x1="0" y1="${up}" x2="${side}" y2="${up}" stroke="#ddd"/>`,
    `<text x="${at}" y="${side + 16}" text-anchor="middle">${tick}</text>`,
    `<text x="-6" y="${n(side - tick * side + 4)}" text-anchor="end">${tick}</text>`,
  ].join('\n')
}

/** The bar is as high as the share that was right; the dot stands at the mean probability; the number says how many. */
function drawBin({ from, to, count, meanProbability, accuracy }: Bin): string {
  if (count === 0) return ''
  const left = from * side
  const width = (to - from) * side
  const top = side - accuracy * side
  return [
    `<rect x="${n(left + 1)}" y="${n(top)}" width="${n(width - 2)}" height="${n(accuracy * side)}" fill="#7fb0d6"/>`,
    `<circle cx="${n(meanProbability * side)}" cy="${n(top)}" r="3" fill="#0b3c5d"/>`,
    `<text x="${n(left + width / 2)}" y="${n(Math.min(side - 4, top + 12))}" text-anchor="middle" font-size="9">${count}</text>`,
  ].join('\n')
}
