import { GROUND, gradient, MIDDLE, range, roundBody, scene, shadow } from './scene'

interface Bag {
  readonly wall: readonly [string, string]
  readonly table: readonly [string, string]
  readonly label: string
  readonly ink: string
}

const BAG = `M390 330 L810 330 L838 ${GROUND - 20} Q840 ${GROUND} 820 ${GROUND} L380 ${GROUND} Q360 ${GROUND} 362 ${GROUND - 20} Z`

export function coffeeBag({ wall, table, label, ink }: Bag): string {
  const kraft = gradient('kraft', ['#d9b489', '#bd9163'])
  return scene(
    { wall, table },
    `${shadow(MIDDLE, GROUND, 270)}
<path d="${BAG}" fill="url(#kraft)"/>
<path d="M390 330 L430 420 L420 ${GROUND} L380 ${GROUND} Q360 ${GROUND} 362 ${GROUND - 20} Z" fill="#fff" opacity="0.16"/>
<path d="M810 330 L775 420 L790 ${GROUND} L820 ${GROUND} Q840 ${GROUND} 838 ${GROUND - 20} Z" fill="#3b220d" opacity="0.22"/>
<path d="M384 250 L816 250 L810 340 L390 340 Z" fill="#c79c6e"/>
<path d="M384 250 L816 250 L814 276 L386 276 Z" fill="#e4c39b"/>
<rect x="372" y="296" width="456" height="20" rx="8" fill="${ink}"/>
<g transform="translate(${MIDDLE} 640)">
<rect x="-150" y="-190" width="300" height="400" rx="14" fill="${label}"/>
<rect x="-132" y="-172" width="264" height="364" rx="8" fill="none" stroke="${ink}" stroke-width="4"/>
${bean(0, -50, 88, ink, label)}
<rect x="-92" y="78" width="184" height="16" rx="8" fill="${ink}"/>
<rect x="-64" y="112" width="128" height="10" rx="5" fill="${ink}" opacity="0.6"/>
<rect x="-64" y="136" width="128" height="10" rx="5" fill="${ink}" opacity="0.6"/>
</g>
${beansOnTable()}`,
    kraft,
  )
}

function bean(x: number, y: number, size: number, fill: string, line: string, turn = 28): string {
  return `<g transform="translate(${x} ${y}) rotate(${turn})"><ellipse rx="${size * 0.68}" ry="${size}" fill="${fill}"/>
<path d="M${size * 0.1} ${-size * 0.94} C${-size * 0.5} ${-size * 0.3} ${size * 0.5} ${size * 0.3} ${-size * 0.1} ${size * 0.94}" fill="none" stroke="${line}" stroke-width="${size * 0.13}" stroke-linecap="round"/></g>`
}

const BEANS = [
  [250, 1010, 30, 60],
  [310, 1048, 33, -20],
  [905, 1030, 32, 40],
  [965, 985, 27, -50],
  [872, 1082, 30, 100],
  [420, 1080, 27, 20],
] as const

function beansOnTable(): string {
  return BEANS.map(
    ([x, y, size, turn]) =>
      `<ellipse cx="${x + 8}" cy="${y + 18}" rx="${size}" ry="11" fill="#1d140c" opacity="0.3" filter="url(#softer)"/>${bean(x, y, size, '#5a3218', '#2f1808', turn)}`,
  ).join('')
}

export function cezve(): string {
  const copper = gradient('copper', ['#e39a63', '#a9572b'])
  const pot = `M430 470 C440 560 400 640 380 740 C362 860 420 ${GROUND} 580 ${GROUND} C740 ${GROUND} 798 860 780 740 C760 640 720 560 730 470 Z`
  return scene(
    { wall: ['#efe3d3', '#e4d0b8'], table: ['#b98d63', '#8f6540'] },
    `${shadow(590, GROUND, 250)}
<path d="M735 500 L1085 350 Q1112 342 1118 366 Q1120 388 1098 398 L748 548 Z" fill="#6b3f22"/>
<path d="M735 500 L1085 350 Q1100 346 1108 352 L742 520 Z" fill="#9a6540"/>
<path d="M722 486 L806 470 L812 520 L730 556 Z" fill="#8a4522"/>
${roundBody(pot, 'url(#copper)')}
${hammerMarks()}
<ellipse cx="580" cy="470" rx="158" ry="40" fill="#c9743f"/>
<ellipse cx="580" cy="474" rx="138" ry="31" fill="#54301a"/>
<ellipse cx="572" cy="476" rx="118" ry="23" fill="#8b5a35"/>
${range(9)
  .map(
    (i) =>
      `<circle cx="${490 + i * 21}" cy="${470 + (i % 3) * 6}" r="${4 + (i % 4)}" fill="#b98357" opacity="0.85"/>`,
  )
  .join('')}
<path d="M424 468 Q408 480 396 470 Q408 448 436 452 Z" fill="#c9743f"/>
${steam(560)}`,
    copper,
  )
}

function hammerMarks(): string {
  const rows = [560, 620, 680, 740, 800, 860, 910]
  return rows
    .flatMap((y, row) =>
      range(7).map((column) => {
        const x = 440 + column * 46 + (row % 2) * 23
        return `<ellipse cx="${x}" cy="${y}" rx="17" ry="13" fill="#fff" opacity="${x < 590 ? 0.16 : 0.07}"/>`
      }),
    )
    .join('')
}

function steam(x: number): string {
  return [0, 46]
    .map(
      (dx, i) =>
        `<path d="M${x + dx} 410 C${x + dx - 60} 350 ${x + dx + 60} 300 ${x + dx} ${230 - i * 30}" fill="none" stroke="#fff" stroke-width="20" stroke-linecap="round" opacity="0.6" filter="url(#softer)"/>`,
    )
    .join('')
}
