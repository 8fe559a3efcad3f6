// A dialog's graph as a picture: laid out in layers, drawn as SVG that stands alone.
import { graphlib, layout } from '@dagrejs/dagre'
import { escapeMarkup } from '../../adapters/escape-markup'
import type { DialogGraph, GraphEdge, GraphNode } from './dialog-graph'
import { boxOf, type Box } from './box'
import { drawBox } from './draw-box'

const margin = 24
const labelWidth = (label: string): number => (label === '' ? 0 : label.length * 6.6 + 12)
const labelHeight = 20

interface Point {
  readonly x: number
  readonly y: number
}

interface PlacedEdge extends GraphEdge {
  readonly points: readonly Point[]
  readonly at: Point
}

interface Placed {
  readonly boxes: readonly (Box & Point)[]
  readonly edges: readonly PlacedEdge[]
  readonly width: number
  readonly height: number
}

/** The picture of a dialog. */
export function toSvg(graph: DialogGraph): string {
  const { boxes, edges, width, height } = place(graph)
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="Helvetica, Arial, sans-serif">`,
    `<title>${escapeMarkup(graph.title)}</title>`,
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z" fill="#555"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...edges.map(drawLine),
    ...boxes.map(drawBox),
    ...edges.filter(({ label }) => label !== '').map(drawLabel),
    '</svg>',
    '',
  ].join('\n')
}

function place({ nodes, edges }: DialogGraph): Placed {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 34, edgesep: 22, marginx: margin, marginy: margin })
  const sized = nodes.map((node: GraphNode) => boxOf(node))
  for (const { node, width, height } of sized) graph.setNode(node.id, { width, height })
  edges.forEach(({ from, to, label }, index) => {
    const weight = label === '' || label === 'ja' ? 3 : 1
    const size = { width: labelWidth(label), height: label === '' ? 0 : labelHeight, labelpos: 'c' }
    graph.setEdge(from, to, { ...size, weight }, String(index))
  })
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    boxes: sized.map((box) => {
      const { x, y } = graph.node(box.node.id)
      return { ...box, x, y }
    }),
    edges: edges.map((edge, index) => {
      const {
        points,
        x = 0,
        y = 0,
      } = graph.edge(edge.from, edge.to, String(index)) as {
        points: Point[]
        x?: number
        y?: number
      }
      return { ...edge, points, at: { x, y } }
    }),
    width: Math.ceil(width),
    height: Math.ceil(height),
  }
}

const round = (value: number): number => Math.round(value * 10) / 10
const pair = ({ x, y }: Point): string => `${round(x)} ${round(y)}`

/** How far from a corner the line begins to bend. */
const bend = 14

/** A line through its points with round corners, so that its label lies on it. */
function drawLine({ points }: PlacedEdge): string {
  const [first, ...rest] = points
  const last = rest.pop()
  if (first === undefined || last === undefined) return ''
  const corners = rest.map((corner, index) => {
    const before = towards(corner, index === 0 ? first : (rest[index - 1] ?? first))
    return `L${pair(before)}Q${pair(corner)} ${pair(towards(corner, rest[index + 1] ?? last))}`
  })
  const path = `M${pair(first)}${corners.join('')}L${pair(last)}`
  return `<path d="${path}" fill="none" stroke="#555" stroke-width="1.4" marker-end="url(#arrow)"/>`
}

/** The point a bend's length from one towards another, at most half of the way. */
function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const part = length === 0 ? 0 : Math.min(bend, length / 2) / length
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

function drawLabel({ label, at }: PlacedEdge): string {
  const width = labelWidth(label)
  const back = `<rect x="${round(at.x - width / 2)}" y="${round(at.y - labelHeight / 2)}" width="${round(width)}" height="${labelHeight}" rx="4" fill="#fff"/>`
  return `${back}<text x="${round(at.x)}" y="${round(at.y + 4)}" font-size="12" fill="#333" text-anchor="middle">${escapeMarkup(label)}</text>`
}
