// The studio of the product pictures: a wall, a table, soft light from the upper left.
// Drawings are SVG of 1200 x 1200 without any text, so that no font of the machine changes them.

export interface Light {
  readonly wall: readonly [string, string]
  readonly table: readonly [string, string]
}

/** Where things stand: the middle of the picture and the line of the table. */
export const MIDDLE = 600
export const GROUND = 960

export function scene(light: Light, content: string, defs = ''): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1200" viewBox="0 0 1200 1200">
<defs>
${gradient('wall', light.wall)}${gradient('table', light.table)}
<radialGradient id="lamp" cx="0.3" cy="0.2" r="0.9"><stop offset="0" stop-color="#fff" stop-opacity="0.55"/><stop offset="0.6" stop-color="#fff" stop-opacity="0"/></radialGradient>
<linearGradient id="round" x1="0" x2="1" y1="0" y2="0"><stop offset="0" stop-color="#000" stop-opacity="0.12"/><stop offset="0.22" stop-color="#fff" stop-opacity="0.28"/><stop offset="0.5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.3"/></linearGradient>
<filter id="soft" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="22"/></filter>
<filter id="softer" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="6"/></filter>
${defs}
</defs>
<rect width="1200" height="1200" fill="url(#wall)"/>
<rect y="800" width="1200" height="400" fill="url(#table)"/>
<rect width="1200" height="1200" fill="url(#lamp)"/>
${content}
</svg>`
}

export function gradient(id: string, [top, bottom]: readonly [string, string]): string {
  return `<linearGradient id="${id}" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`
}

/** The shadow that an object of this half width throws on the table. */
export function shadow(x: number, y: number, halfWidth: number, height = 34): string {
  return `<ellipse cx="${x + 40}" cy="${y}" rx="${halfWidth}" ry="${height}" fill="#1d140c" opacity="0.38" filter="url(#soft)"/>`
}

/** A shape in its colour, then the same shape again as light and shade of a round body. */
export function roundBody(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}"/><path d="${path}" fill="url(#round)"/>`
}

export function range(count: number): number[] {
  return [...Array(count).keys()]
}
