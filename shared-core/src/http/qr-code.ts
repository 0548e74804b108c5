import qrcode from 'qrcode/lib/core/qrcode.js'

/** Light modules around the code, which scanners need. */
const MARGIN = 4

/** A QR code as a picture within the page; a page of ours loads none. Throws for a text that is too long for one. */
export function qrCode(text: string): string {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules
  const dark: string[] = []
  data.forEach((isDark, at) => {
    if (isDark) dark.push(`M${at % size} ${Math.floor(at / size)}h1v1h-1z`)
  })
  const box = `${-MARGIN} ${-MARGIN} ${size + 2 * MARGIN} ${size + 2 * MARGIN}`
  return `<svg role="img" aria-label="QR" viewBox="${box}"><path d="M${-MARGIN} ${-MARGIN}h${size + 2 * MARGIN}v${size + 2 * MARGIN}h-${size + 2 * MARGIN}z" fill="#fff"/><path d="${dark.join('')}"/></svg>`
}
