import { GROUND, MIDDLE, range, scene, shadow } from './scene'

interface Cover {
  readonly wall: readonly [string, string]
  readonly table: readonly [string, string]
  readonly cloth: string
  readonly spine: string
  readonly art: string
}

/** A book that stands upright, seen a little from the left: pages, cover, spine, art of 460 x 620 on the cover. */
function book({ wall, table, cloth, spine, art }: Cover): string {
  return scene(
    { wall, table },
    `${shadow(MIDDLE + 20, GROUND, 300)}
<path d="M842 292 L884 316 V${GROUND - 22} L842 ${GROUND} Z" fill="#efe6d2"/>
${range(6)
  .map(
    (i) =>
      `<path d="M${848 + i * 6} ${296 + i * 4} V${GROUND - 4 - i * 3}" stroke="#cdbf9f" stroke-width="2"/>`,
  )
  .join('')}
<path d="M842 292 L884 316 L430 316 L380 292 Z" fill="#f7f0df"/>
<rect x="340" y="290" width="504" height="${GROUND - 290}" rx="8" fill="${cloth}"/>
<rect x="340" y="290" width="46" height="${GROUND - 290}" rx="6" fill="${spine}"/>
<rect x="384" y="290" width="7" height="${GROUND - 290}" fill="#000" opacity="0.18"/>
<svg x="391" y="300" width="446" height="650" viewBox="0 0 446 650">${art}</svg>
<path d="M340 298 Q340 290 348 290 H836 Q844 290 844 298 L500 ${GROUND} H348 Q340 ${GROUND} 340 ${GROUND - 8} Z" fill="#fff" opacity="0.08"/>`,
  )
}

const lines = (ink: string, y: number) =>
  `<rect x="90" y="${y}" width="266" height="22" rx="11" fill="${ink}"/><rect x="138" y="${y + 40}" width="170" height="12" rx="6" fill="${ink}" opacity="0.65"/>`

export function tableBook(): string {
  const seats = range(8)
    .map((i) => {
      const angle = (i / 8) * 2 * Math.PI
      const [x, y] = [223 + 118 * Math.cos(angle), 250 + 118 * Math.sin(angle)]
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="37" fill="#f6ead2"/><circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="23" fill="${['#d9573b', '#e9b44c', '#6d8f4e', '#8c3b2a'][i % 4]}"/>`
    })
    .join('')
  return book({
    wall: ['#f3e4cf', '#e6cfae'],
    table: ['#8d6a48', '#694a2e'],
    cloth: '#1f5a4c',
    spine: '#17463b',
    art: `<rect x="22" y="22" width="402" height="606" fill="none" stroke="#e9b44c" stroke-width="5"/><circle cx="223" cy="250" r="182" fill="#2b7161"/><circle cx="223" cy="250" r="172" fill="none" stroke="#e9b44c" stroke-width="4" stroke-dasharray="4 12"/>${seats}<circle cx="223" cy="250" r="56" fill="#e9b44c"/><path d="M223 214 q26 36 0 72 q-26 -36 0 -72Z" fill="#1f5a4c"/>${lines('#f6ead2', 508)}`,
  })
}

export function coffeeBook(): string {
  const rays = range(20)
    .map(
      (i) =>
        `<path d="M223 262 L${(223 + 330 * Math.cos((i / 20) * 6.2832)).toFixed(1)} ${(262 + 330 * Math.sin((i / 20) * 6.2832)).toFixed(1)}" stroke="#f2c9a0" stroke-width="16" opacity="0.32"/>`,
    )
    .join('')
  return book({
    wall: ['#e6ebe7', '#ccd6d0'],
    table: ['#d7c4a5', '#bda57e'],
    cloth: '#b3432b',
    spine: '#8f331f',
    art: `${rays}<circle cx="223" cy="262" r="150" fill="#f7e7cf"/><path d="M140 236 H306 L292 316 Q286 344 254 344 H192 Q160 344 154 316 Z" fill="#3c2112"/><path d="M304 252 C350 250 346 312 294 308" stroke="#3c2112" stroke-width="15" fill="none"/><ellipse cx="223" cy="236" rx="83" ry="17" fill="#7b4a2a"/><rect x="126" y="352" width="194" height="16" rx="8" fill="#3c2112"/><path d="M196 204 q-18 -30 0 -56 M246 204 q-18 -30 0 -56" stroke="#3c2112" stroke-width="9" fill="none" stroke-linecap="round" opacity="0.7"/>${lines('#f7e7cf', 508)}`,
  })
}

export function wheelBook(): string {
  const rings = range(7)
    .map((i) => `<circle cx="223" cy="270" r="${168 - i * 23}" fill="${i % 2 ? '#e7d3b3' : '#c8835a'}"/>`)
    .join('')
  return book({
    wall: ['#efe2d8', '#e0cabb'],
    table: ['#7f8f86', '#637168'],
    cloth: '#f4e9d6',
    spine: '#c8835a',
    art: `<rect y="0" width="446" height="12" fill="#c8835a"/>${rings}<path d="M223 102 A168 168 0 0 1 391 270" stroke="#27727d" stroke-width="18" fill="none" stroke-linecap="round"/><path d="M55 270 A168 168 0 0 0 223 438" stroke="#27727d" stroke-width="18" fill="none" stroke-linecap="round"/>${lines('#6b3a22', 508)}`,
  })
}

/** Marbling: combed waves of five colours, each a little out of step. */
export function notebook(): string {
  const colours = ['#1d3f72', '#2f7f95', '#e3b34f', '#c8452f', '#f1e4cc', '#16305a']
  const waves = range(34)
    .map((i) => {
      const y = i * 21
      const lift = 26 + ((i * 7) % 22)
      return `<path d="M-20 ${y} q56 ${-lift} 112 0 t112 0 t112 0 t112 0 t112 0 V${y + 21} q-56 ${lift * 0.6} -112 0 t-112 0 t-112 0 t-112 0 t-112 0 Z" transform="translate(${(i % 5) * -17} 0)" fill="${colours[i % colours.length]}"/>`
    })
    .join('')
  const drops = range(16)
    .map(
      (i) =>
        `<circle cx="${(i * 149) % 446}" cy="${(i * 227) % 650}" r="${9 + (i % 4) * 5}" fill="${colours[(i + 2) % 6]}" opacity="0.9"/><circle cx="${(i * 149) % 446}" cy="${(i * 227) % 650}" r="${4 + (i % 3) * 2}" fill="#f1e4cc" opacity="0.8"/>`,
    )
    .join('')
  return book({
    wall: ['#f0eadf', '#e0d5c2'],
    table: ['#c9a878', '#a9855a'],
    cloth: '#16305a',
    spine: '#7b2d1f',
    art: `${waves}${drops}<rect x="128" y="196" width="190" height="112" rx="8" fill="#f7f0df"/><rect x="156" y="232" width="134" height="10" rx="5" fill="#7b2d1f"/><rect x="156" y="262" width="134" height="6" rx="3" fill="#7b2d1f" opacity="0.5"/>`,
  })
}
