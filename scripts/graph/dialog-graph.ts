// A dialog as boxes and arrows: each step once, in the order that the walk passes them.
import type { Texts } from '../../bot/contracts/talk/texts'
import type { AskStep, CallStep, Dialog, DoStep, Step } from '../../bot/dialog/model/model'
import { subscribeAction, topicOf } from '../../bot/dialog/model/subscribe-steps'
import { conditionWords } from './condition-words'
import { plainWords } from './plain-words'

export type NodeKind =
  | 'start'
  | 'say'
  | 'ask'
  | 'confirm'
  | 'if'
  | 'read'
  | 'write'
  | 'call'
  | 'forget'
  | 'handoff'
  | 'end'

export interface GraphNode {
  readonly id: string
  /** The step's key: `ask:kind`; `start` for the beginning. */
  readonly key: string
  readonly kind: NodeKind
  /** What kind of step it is, in Swedish, and its name. */
  readonly title: string
  /** What is said or asked, whole; empty when there is nothing to say. */
  readonly text: string
  /** Further words: the choices of a question. */
  readonly more: string
  /** The step is only taken when this holds. */
  readonly onlyIf: string
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly label: string
}

export interface DialogGraph {
  readonly title: string
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** An arrow that has begun and seeks its box. */
interface Loose {
  readonly from: string
  readonly label: string
}

interface Drawing {
  readonly dialog: Dialog
  readonly nodes: GraphNode[]
  readonly edges: GraphEdge[]
  readonly again: { readonly from: string; readonly name: string }[]
}

/** Draws a dialog in Swedish. Steps of called dialogs are not drawn: each has a picture of its own. */
export function dialogGraph(dialog: Dialog): DialogGraph {
  const drawing: Drawing = { dialog, nodes: [], edges: [], again: [] }
  const title = swedish(dialog.title)
  const start = addNode(drawing, { key: 'start', kind: 'start', title, text: '' })
  const ends = drawSteps(dialog.steps, [{ from: start, label: '' }], drawing)
  if (ends.length > 0)
    join(ends, addNode(drawing, { key: 'end', kind: 'end', title: 'Slut', text: '' }), drawing)
  for (const { from, name } of drawing.again) {
    const ask = drawing.nodes.find(({ key }) => key === `ask:${name}`)
    if (ask !== undefined) drawing.edges.push({ from, to: ask.id, label: 'frågar igen' })
  }
  return { title, nodes: drawing.nodes, edges: drawing.edges }
}

const swedish = (texts: Texts | undefined): string => plainWords(texts?.byKey.get('sv') ?? '')

type NewNode = Pick<GraphNode, 'key' | 'kind' | 'title' | 'text'> & Partial<GraphNode>

function addNode({ nodes }: Drawing, node: NewNode): string {
  const id = `n${nodes.length}`
  nodes.push({ more: '', onlyIf: '', ...node, id })
  return id
}

const join = (loose: readonly Loose[], to: string, { edges }: Drawing): void =>
  loose.forEach(({ from, label }) => edges.push({ from, to, label }))

/** Draws steps one after another; gives the arrows that leave them. */
function drawSteps(steps: readonly Step[], before: readonly Loose[], drawing: Drawing): readonly Loose[] {
  let loose = before
  for (const step of steps) {
    if (loose.length === 0) return loose
    const onlyIf = step.onlyIf === undefined ? '' : conditionWords(step.onlyIf, drawing.dialog)
    const id = addNode(drawing, { ...faceOf(step, drawing.dialog), key: step.key, onlyIf })
    join(loose, id, drawing)
    loose = drawBranches(step, id, drawing)
  }
  return loose
}

function drawBranches(step: Step, from: string, drawing: Drawing): readonly Loose[] {
  const passed = step.onlyIf === undefined ? [] : [{ from, label: 'annars' }]
  switch (step.kind) {
    case 'if':
      return [
        ...drawSteps(step.then, [{ from, label: 'ja' }], drawing),
        ...drawSteps(step.else, [{ from, label: 'annars' }], drawing),
      ]
    case 'do':
    case 'call':
      return [{ from, label: '' }, ...drawFailures(step, from, drawing)]
    case 'ask':
      return [
        { from, label: '' },
        ...drawFailures(step, from, drawing),
        ...drawNone(step.pick?.ifNone, from, drawing),
      ]
    case 'forget':
      drawing.again.push({ from, name: step.name })
      return passed
    case 'handoff':
    case 'end':
      return passed
    default:
      return [{ from, label: '' }]
  }
}

const drawFailures = (
  { ifFails }: Pick<DoStep | CallStep | AskStep, 'ifFails'>,
  from: string,
  drawing: Drawing,
): readonly Loose[] =>
  [...(ifFails ?? [])].flatMap(([failure, steps]) =>
    drawSteps(steps, [{ from, label: failure === 'else' ? 'lyckas inte' : failure }], drawing),
  )

/** What happens when a list to choose from is empty. */
const drawNone = (none: readonly Step[] | undefined, from: string, drawing: Drawing): readonly Loose[] =>
  none === undefined ? [] : drawSteps(none, [{ from, label: 'inget att välja' }], drawing)

type Face = Pick<GraphNode, 'kind' | 'title' | 'text'> & Partial<GraphNode>

function faceOf(step: Step, dialog: Dialog): Face {
  switch (step.kind) {
    case 'say':
      return { kind: 'say', title: 'Säger', text: swedish(step.text) }
    case 'ask':
      return { kind: 'ask', title: askTitle(step), text: swedish(step.question), more: choicesOf(step) }
    case 'confirm':
      return { kind: 'confirm', title: 'Bekräftar', text: swedish(step.question) }
    case 'if':
      return { kind: 'if', title: `${conditionWords(step.condition, dialog)}?`, text: '' }
    case 'do':
      return step.effect === 'write'
        ? { kind: 'write', title: `Ändrar: ${step.action}`, text: '', more: noticeOf(step, dialog) }
        : { kind: 'read', title: `Hämtar: ${step.action}`, text: '' }
    case 'call':
      return { kind: 'call', title: 'Annan dialog', text: step.dialog }
    case 'forget':
      return { kind: 'forget', title: `Glömmer: ${step.name}`, text: '' }
    case 'handoff':
      return { kind: 'handoff', title: 'En människa tar över', text: swedish(step.text) }
    case 'end':
      return { kind: 'end', title: step.status === 'done' ? 'Klart' : `Slut: ${step.status}`, text: '' }
  }
}

/** What a subscription leads to. */
function noticeOf(step: DoStep, { notices }: Dialog): string {
  const notice = step.action === subscribeAction ? notices.get(topicOf(step) ?? '') : undefined
  return notice === undefined ? '' : `Sms vid ${notice.event}: ${swedish(notice.text)}`
}

const askTitle = ({ name, optional }: AskStep): string =>
  `Frågar: ${name}${optional ? ' (får hoppas över)' : ''}`

/** What one can choose, or what is asked about each thing of a list. */
function choicesOf({ choices, list, pick }: AskStep): string {
  if (pick !== undefined) return `Ur: ${pick.from.kind === 'action' ? pick.from.action : pick.from.name}`
  if (list === undefined) return choices.map(({ label }) => swedish(label)).join(' · ')
  return `Om varje: ${list.each.map(({ question }) => swedish(question)).join(' ')}`
}
