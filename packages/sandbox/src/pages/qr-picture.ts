import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Html } from './shell'

const SIZE = 21
const CORNERS = [
  [0, 0],
  [SIZE - 7, 0],
  [0, SIZE - 7],
] as const

/** Looks like a QR code and holds none: there is no app that could read it. */
export function qrPicture(text: string, label: string): Html {
  const cells: string[] = []
  for (let y = 0; y < SIZE; y += 1)
    for (let x = 0; x < SIZE; x += 1) if (isDark(text, x, y)) cells.push(`M${x} ${y}h1v1h-1z`)
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="-2 -2 ${SIZE + 4} ${SIZE + 4}"><path d="${raw(cells.join(''))}"/></svg>`
}

function isDark(text: string, x: number, y: number): boolean {
  for (const [left, top] of CORNERS) {
    const [dx, dy] = [x - left, y - top]
    if (dx < -1 || dx > 7 || dy < -1 || dy > 7) continue
    const ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3))
    return ring === 3 || ring <= 1
  }
  const [byte = 0] = createHash('sha256').update(`${text}:${x}:${y}`).digest()
  return byte % 2 === 1
}
