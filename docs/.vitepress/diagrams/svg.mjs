// Pieces of SVG that both kinds of diagram are made of. Colours are those of the theme, light and dark.

export const escapeXml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const LINE_HEIGHT = 18
/** Roughly, in the font of the theme at 13 px. */
export const widthOf = (text) => Math.max(...linesOf(text).map((line) => line.length)) * 6.4
export const linesOf = (text) => text.split(/<br\s*\/?>/)
export const heightOf = (text) => linesOf(text).length * LINE_HEIGHT

/** Text of several lines around its middle. */
export function label(text, x, y, { anchor = 'middle' } = {}) {
  const lines = linesOf(text)
  const top = y - ((lines.length - 1) * LINE_HEIGHT) / 2
  return lines
    .map(
      (line, index) =>
        `<text x="${x}" y="${top + index * LINE_HEIGHT}" text-anchor="${anchor}" dominant-baseline="central">${escapeXml(line)}</text>`,
    )
    .join('')
}

export function box(text, x, y, width, height) {
  return `<rect class="box" x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="6"/>${label(text, x, y)}`
}

export function arrow(path, { dashed = false } = {}) {
  return `<path class="arrow${dashed ? ' dashed' : ''}" d="${path}" marker-end="url(#tip)"/>`
}

/** `words`: the same for whoever does not see it. */
export function drawing({ width, height, words }, parts) {
  const tip =
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>'
  return `<svg role="img" aria-label="${escapeXml(words.replace(/<br\s*\/?>/g, ' '))}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" width="${Math.ceil(width)}">${tip}${parts.join('')}</svg>`
}
