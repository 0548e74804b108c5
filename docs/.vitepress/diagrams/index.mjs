// Fences of Mermaid, which GitHub draws, drawn here when the site is built: no script in the page. Only what these pages use
// is understood; anything else ends the build.
import { flowchart } from './flowchart.mjs'
import { sequence } from './sequence.mjs'

const KINDS = { sequenceDiagram: sequence, flowchart }

export function diagrams(md) {
  const { fence } = md.renderer.rules
  md.renderer.rules.fence = (tokens, index, ...more) => {
    const { info, content } = tokens[index]
    if (info.trim() !== 'mermaid') return fence(tokens, index, ...more)
    const [first, ...lines] = content.trim().split('\n')
    const draw = KINDS[first.split(' ')[0]]
    if (draw === undefined) throw new Error(`Diagrams of this kind are not drawn: ${first}`)
    return `<div class="diagram" tabindex="0" v-pre>${draw(lines.map((line) => line.trim()).filter(Boolean))}</div>\n`
  }
}
