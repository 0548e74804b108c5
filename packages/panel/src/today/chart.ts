import { html } from 'hono/html'
import type { Html } from '../ui/html'

export interface Bar {
  readonly label: string
  /** The number in words, shown when the bar is pointed at. */
  readonly text: string
  readonly value: number
}

const WIDTH = 720
const HEIGHT = 180
const GAP = 4

/** Bars without a script. What they show stands in `summary`, and all of it in a table beside the chart. */
export function barChart(bars: readonly Bar[], summary: string): Html {
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const step = WIDTH / Math.max(bars.length, 1)
  const shapes = bars.map(({ label, text, value }, index) => {
    const height = value <= 0 ? 0 : Math.max(2, Math.round((value / highest) * (HEIGHT - 8)))
    const [x, y] = [(index * step + GAP / 2).toFixed(1), HEIGHT - height]
    return html`<rect x="${x}" y="${y}" width="${(step - GAP).toFixed(1)}" height="${height}" rx="2" fill="#0a5fb4"><title>${label}: ${text}</title></rect>`
  })
  return html`<figure class="chart"><svg viewBox="0 0 ${WIDTH} ${HEIGHT + 2}" role="img" aria-label="${summary}">
    <line x1="0" x2="${WIDTH}" y1="${HEIGHT + 1}" y2="${HEIGHT + 1}" stroke="#9db3c4"/>${shapes}</svg>
    <figcaption class="soft">${summary}</figcaption></figure>`
}
