// `flowchart`: boxes in columns by how many steps they are from the beginning, and arrows with words.
import { arrow, box, drawing, heightOf, label, widthOf } from './svg.mjs'

const EDGE = /^(.+?)\s*(?:-->(?:\|(.+?)\|)?|-\.\s*"?(.+?)"?\s*\.->)\s*(.+)$/
const NODE = /^([\w-]+)(?:[[(]+"?(.+?)"?[\])]+)?$/

export function flowchart(lines) {
  const nodes = new Map()
  const edges = []
  const named = (text) =>
    text.split(' & ').map((part) => {
      const [, id, words] = NODE.exec(part.trim()) ?? []
      if (id === undefined) throw new Error(`A line of a diagram is not understood: ${text}`)
      if (words !== undefined || !nodes.has(id)) nodes.set(id, words ?? id)
      return id
    })
  for (const line of lines) {
    const [, from, solid, dashed, to] = EDGE.exec(line) ?? []
    if (from === undefined) named(line)
    else
      for (const start of named(from))
        for (const end of named(to)) edges.push({ start, end, words: solid ?? dashed, dashed: !!dashed })
  }
  return draw(nodes, edges)
}

function draw(nodes, edges) {
  const ranks = ranksOf([...nodes.keys()], edges)
  const columns = [...nodes.keys()].reduce((all, id) => {
    all[ranks.get(id)] = [...(all[ranks.get(id)] ?? []), id]
    return all
  }, [])
  const boxWidth = Math.max(...[...nodes.values()].map(widthOf)) + 24
  const boxHeight = Math.max(...[...nodes.values()].map(heightOf)) + 18
  const between = Math.max(50, ...edges.map(({ words }) => (words ? widthOf(words) + 24 : 0)))
  const rows = Math.max(...columns.map((column) => column.length))
  const height = rows * (boxHeight + 26)
  const places = new Map(
    columns.flatMap((column, rank) =>
      column.map((id, index) => [
        id,
        {
          x: boxWidth / 2 + 4 + rank * (boxWidth + between),
          y: ((index + 0.5) * height) / column.length,
        },
      ]),
    ),
  )
  const width = columns.length * (boxWidth + between) - between + 8
  const arrows = edges.map((edge) => edgeOf(places.get(edge.start), places.get(edge.end), edge, boxWidth))
  const boxes = [...nodes].map(([id, words]) =>
    box(words, places.get(id).x, places.get(id).y, boxWidth, boxHeight),
  )
  const words = edges.map(
    ({ start, end, words: by }) => `${nodes.get(start)} → ${nodes.get(end)}${by ? `, ${by}` : ''}`,
  )
  return drawing({ width, height, words: words.join('; ') }, [...arrows, ...boxes])
}

function edgeOf(from, to, { words, dashed }, boxWidth) {
  const x1 = from.x + boxWidth / 2
  const x2 = to.x - boxWidth / 2
  const bend = (x1 + x2) / 2
  const path = `M${x1} ${from.y}C${bend} ${from.y} ${bend} ${to.y} ${x2 - 2} ${to.y}`
  // Beside the box that it leads to, where arrows that begin together are apart.
  return arrow(path, { dashed }) + (words ? label(words, x2 - 10, to.y - 10, { anchor: 'end' }) : '')
}

/** The longest way from a box that no arrow leads to. Arrows in a circle end the build. */
function ranksOf(ids, edges) {
  const ranks = new Map(ids.map((id) => [id, 0]))
  for (let round = 0; round <= ids.length; round++) {
    const later = edges.filter(({ start, end }) => ranks.get(end) <= ranks.get(start))
    if (later.length === 0) return ranks
    for (const { start, end } of later) ranks.set(end, ranks.get(start) + 1)
  }
  throw new Error('The arrows of a diagram lead in a circle')
}
