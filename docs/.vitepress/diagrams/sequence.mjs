// `sequenceDiagram`: participants, messages (->> and -->>) and notes over some of them.
import { arrow, box, drawing, escapeXml, heightOf, label, widthOf } from './svg.mjs'

const PARTICIPANT = /^participant (\w+)(?: as (.+))?$/
const MESSAGE = /^(\w+)(--?>>)(\w+): (.+)$/
const NOTE = /^Note over (\w+)(?:,(\w+))?: (.+)$/

export function sequence(lines) {
  const people = new Map()
  const events = []
  for (const line of lines) {
    const [, id, name = id] = PARTICIPANT.exec(line) ?? []
    if (id !== undefined) people.set(id, name)
    else events.push(read(line))
  }
  const ids = [...people.keys()]
  const gap = spacing(ids, events, people)
  const at = (id) => {
    const index = ids.indexOf(id)
    if (index < 0) throw new Error(`A diagram names ${id}, who takes no part in it`)
    return 70 + index * gap
  }
  const width = 140 + (ids.length - 1) * gap
  const parts = []
  let y = 64
  for (const event of events) {
    const { part, height } = event.note ? note(event, at, y) : message(event, at, y, width)
    parts.push(part)
    y += height
  }
  const lifelines = ids.map(
    (id) => `<line class="lifeline" x1="${at(id)}" y1="36" x2="${at(id)}" y2="${y}"/>`,
  )
  const heads = ids.map((id) =>
    box(people.get(id), at(id), 20, Math.max(80, widthOf(people.get(id)) + 20), 32),
  )
  const words = events.map(({ from, to, text, note }) =>
    note ? text : `${people.get(from)} to ${people.get(to)}: ${text}`,
  )
  return drawing({ width, height: y + 10, words: words.join('; ') }, [...lifelines, ...heads, ...parts])
}

function read(line) {
  const [, from, kind, to, text] = MESSAGE.exec(line) ?? []
  if (from !== undefined) return { from, to, text, dashed: kind === '-->>' }
  const [, first, last = first, note] = NOTE.exec(line) ?? []
  if (first === undefined) throw new Error(`A line of a diagram is not understood: ${line}`)
  return { from: first, to: last, text: note, note: true }
}

/** As far apart as the longest message between neighbours needs. */
function spacing(ids, events, people) {
  const wide = events.map(({ from, to, text, note }) => {
    const steps = Math.max(1, Math.abs(ids.indexOf(from) - ids.indexOf(to)))
    return note ? 0 : (widthOf(text) + 16) / steps
  })
  const heads = [...people.values()].map((name) => widthOf(name) + 40)
  return Math.min(300, Math.max(110, ...wide, ...heads))
}

function message({ from, to, text, dashed }, at, y, width) {
  const height = heightOf(text) + 20
  const line = y + height - 16
  if (from === to) {
    const x = at(from)
    const left = x + widthOf(text) + 40 > width
    const side = left ? -1 : 1
    const path = `M${x} ${line - 12}h${side * 26}v14h${-side * 22}`
    const words = label(text, x + side * 32, line - 5, { anchor: left ? 'end' : 'start' })
    return { part: words + arrow(path, { dashed }), height: height + 8 }
  }
  const towards = at(to) > at(from) ? -1 : 1
  const path = `M${at(from)} ${line}H${at(to) + towards * 2}`
  return {
    part: label(text, (at(from) + at(to)) / 2, line - heightOf(text) / 2 - 4) + arrow(path, { dashed }),
    height,
  }
}

function note({ from, to, text }, at, y) {
  const height = heightOf(text) + 12
  const middle = (at(from) + at(to)) / 2
  const width = Math.max(Math.abs(at(to) - at(from)) + 60, widthOf(text) + 20)
  const frame = `<rect class="note" x="${middle - width / 2}" y="${y}" width="${width}" height="${height}" rx="4"><title>${escapeXml(text)}</title></rect>`
  return { part: frame + label(text, middle, y + height / 2), height: height + 12 }
}
