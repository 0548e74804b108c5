import { GROUND, MIDDLE, range, roundBody, scene, shadow } from './scene'

const CLAY = '#c8835a'

export function mug(): string {
  const body = `M380 420 L760 420 L738 880 Q732 ${GROUND} 660 ${GROUND} L480 ${GROUND} Q408 ${GROUND} 402 880 Z`
  const glaze =
    'M380 420 L760 420 L748 660 C720 700 690 640 650 690 C610 740 590 650 548 700 C510 744 480 650 440 690 C420 708 400 690 393 672 Z'
  return scene(
    { wall: ['#dfe9e6', '#c6d8d5'], table: ['#e8d9c3', '#cdb796'] },
    `${shadow(580, GROUND, 240)}
<path d="M745 520 C900 500 900 800 725 790" fill="none" stroke="#1f5f6b" stroke-width="54"/>
<path d="M745 512 C885 492 892 720 800 772" fill="none" stroke="#5fa3a8" stroke-width="12" opacity="0.8"/>
${roundBody(body, CLAY)}
<path d="${glaze}" fill="#27727d"/><path d="${glaze}" fill="url(#round)"/>
${speckles(400, 740, 460, 640, '#d7ecec', 40)}${speckles(420, 720, 730, 930, '#8c4f2c', 50)}
<ellipse cx="570" cy="420" rx="190" ry="44" fill="#3b8c95"/>
<ellipse cx="570" cy="426" rx="166" ry="34" fill="#4a2a16"/>
<ellipse cx="560" cy="428" rx="140" ry="24" fill="#6d4426"/>`,
  )
}

/** Speckles of the glaze, always the same ones. */
function speckles(x1: number, x2: number, y1: number, y2: number, fill: string, count: number): string {
  return range(count)
    .map((i) => {
      const x = x1 + ((i * 197) % 1000) * ((x2 - x1) / 1000)
      const y = y1 + ((i * 353) % 1000) * ((y2 - y1) / 1000)
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${2 + (i % 3)}" fill="${fill}" opacity="0.7"/>`
    })
    .join('')
}

export function bowl(): string {
  const body = `M250 560 L950 560 C940 760 800 ${GROUND - 50} 690 ${GROUND - 40} L690 ${GROUND} L510 ${GROUND} L510 ${GROUND - 40} C400 ${GROUND - 50} 260 760 250 560 Z`
  return scene(
    { wall: ['#f3ead9', '#e6d6bb'], table: ['#37707a', '#255058'] },
    `${shadow(MIDDLE, GROUND, 290)}
${roundBody(body, '#fbfaf5')}
<clipPath id="belly"><path d="${body}"/></clipPath>
<g clip-path="url(#belly)">
<path d="M240 596 H960" stroke="#1f4f8f" stroke-width="12"/><path d="M240 618 H960" stroke="#1f4f8f" stroke-width="4"/>
${range(6)
  .map((i) => tulip(310 + i * 116, 740 + Math.abs(i - 2.5) * -14))
  .join('')}
<path d="M430 884 H770" stroke="#1f4f8f" stroke-width="10"/>
<path d="${body}" fill="url(#round)" opacity="0.7"/>
</g>
<ellipse cx="600" cy="560" rx="350" ry="66" fill="#f4f1e6"/>
<ellipse cx="600" cy="566" rx="322" ry="52" fill="#d9e4e6"/>
<ellipse cx="600" cy="578" rx="270" ry="36" fill="#b9cdd2"/>
${[
  [480, 548, '#d24a2e'],
  [600, 526, '#e06a35'],
  [716, 552, '#c83a2b'],
]
  .map(
    ([x, y, fill]) =>
      `<circle cx="${x}" cy="${y}" r="72" fill="${fill}"/><circle cx="${Number(x) - 22}" cy="${Number(y) - 26}" r="20" fill="#fff" opacity="0.3"/><path d="M${x} ${Number(y) - 70} q10 -26 30 -30" stroke="#4c6b2f" stroke-width="9" fill="none" stroke-linecap="round"/>`,
  )
  .join('')}
<path d="M250 560 A350 66 0 0 0 950 560 L950 566 A350 72 0 0 1 250 566 Z" fill="#fbfaf5"/>
<path d="M278 566 A322 52 0 0 0 922 566 A350 66 0 0 1 278 566 Z" fill="#e9eeec"/>`,
  )
}

function tulip(x: number, y: number): string {
  return `<g transform="translate(${x} ${y})">
<path d="M0 -74 C34 -40 34 6 0 26 C-34 6 -34 -40 0 -74 Z" fill="#c8352b"/>
<path d="M0 -74 C14 -40 14 4 0 26 C-14 4 -14 -40 0 -74 Z" fill="#e7604d"/>
<path d="M0 26 V110" stroke="#1c7a74" stroke-width="7"/>
<path d="M0 92 C-44 72 -46 26 -34 4 C-24 42 -14 66 0 92 Z M0 92 C44 72 46 26 34 4 C24 42 14 66 0 92 Z" fill="#1f9a93"/>
<circle cx="58" cy="-34" r="9" fill="#1f4f8f"/><circle cx="58" cy="-6" r="6" fill="#1f4f8f"/></g>`
}

export function plates(): string {
  return scene(
    { wall: ['#e9ddcb', '#d9c7ab'], table: ['#d9c7ab', '#c3ab86'] },
    `${plate(640, 520, 350)}${plate(520, 690, 370)}
<path d="M930 470 q60 -160 30 -300" stroke="#6f7f4a" stroke-width="9" fill="none" stroke-linecap="round"/>
${range(7)
  .map(
    (i) =>
      `<ellipse cx="${948 + (i % 2 ? 26 : -18) + i * 2}" cy="${430 - i * 40}" rx="28" ry="12" transform="rotate(${i % 2 ? -36 : 36} ${948 + i * 2} ${430 - i * 40})" fill="${i % 2 ? '#8b9d5c' : '#768a4b'}"/>`,
  )
  .join('')}`,
  )
}

function plate(x: number, y: number, radius: number): string {
  const ring = range(48)
    .map((i) => {
      const angle = (i / 48) * 2 * Math.PI
      const r = radius * 0.87
      const [px, py] = [x + r * Math.cos(angle), y + r * Math.sin(angle)]
      return `<ellipse cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" rx="15" ry="6" transform="rotate(${((angle * 180) / Math.PI + 60).toFixed(1)} ${px.toFixed(1)} ${py.toFixed(1)})" fill="#27386d"/>`
    })
    .join('')
  return `<circle cx="${x + 26}" cy="${y + 34}" r="${radius}" fill="#1d140c" opacity="0.35" filter="url(#soft)"/>
<circle cx="${x}" cy="${y}" r="${radius}" fill="#efe6d5"/>
<circle cx="${x}" cy="${y}" r="${radius - 5}" fill="none" stroke="#27386d" stroke-width="9"/>${ring}
<circle cx="${x}" cy="${y}" r="${radius * 0.72}" fill="#e6dac4"/>
<circle cx="${x - 6}" cy="${y - 8}" r="${radius * 0.69}" fill="#f3ecde"/>
<path d="M${x - radius * 0.5} ${y - radius * 0.3} A${radius * 0.6} ${radius * 0.6} 0 0 1 ${x - radius * 0.1} ${y - radius * 0.57}" stroke="#fff" stroke-width="16" fill="none" stroke-linecap="round" opacity="0.8"/>`
}

export function vase(): string {
  const body = `M540 360 C540 430 520 470 470 540 C400 640 400 800 470 ${GROUND - 20} Q486 ${GROUND} 520 ${GROUND} L680 ${GROUND} Q714 ${GROUND} 730 ${GROUND - 20} C800 800 800 640 730 540 C680 470 660 430 660 360 Z`
  const layers = ['#b5502f', '#d98c5f', '#c2643c', '#e8b68c', '#b5502f', '#d98c5f', '#a54526']
  return scene(
    { wall: ['#f6e3cf', '#eec9a3'], table: ['#c58a5b', '#9a6238'] },
    `${branches()}${shadow(MIDDLE, GROUND, 200)}
<clipPath id="vase"><path d="${body}"/></clipPath>
<g clip-path="url(#vase)"><rect x="380" y="340" width="440" height="640" fill="#c2643c"/>
${layers
  .map(
    (fill, i) =>
      `<path d="M360 ${470 + i * 76} q120 ${i % 2 ? 34 : -30} 240 0 t240 0 V1000 H360 Z" fill="${fill}"/>`,
  )
  .join('')}
<path d="${body}" fill="url(#round)"/></g>
<ellipse cx="600" cy="360" rx="62" ry="16" fill="#8f3d20"/><ellipse cx="600" cy="363" rx="48" ry="10" fill="#54200e"/>`,
  )
}

function branches(): string {
  const stems = [
    [600, 370, 470, 210, 420, 110],
    [605, 370, 620, 220, 600, 70],
    [612, 370, 720, 240, 800, 130],
  ] as const
  return stems
    .map(([x0, y0, x1, y1, x2, y2]) => {
      const buds = range(9).map((i) => {
        const t = 0.3 + i * 0.085
        const x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t ** 2 * x2
        const y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t ** 2 * y2
        return `<circle cx="${(x + (i % 2 ? 20 : -20)).toFixed(1)}" cy="${(y - 6).toFixed(1)}" r="${13 + (i % 3) * 4}" fill="${i % 2 ? '#fdf6ea' : '#f3dcb8'}"/>`
      })
      return `<path d="M${x0} ${y0} Q${x1} ${y1} ${x2} ${y2}" stroke="#7b5a3a" stroke-width="8" fill="none" stroke-linecap="round"/>${buds.join('')}`
    })
    .join('')
}
