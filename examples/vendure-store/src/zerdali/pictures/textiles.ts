import { GROUND, gradient, MIDDLE, range, scene, shadow } from './scene'

export function pestemal(): string {
  const stripes = range(7)
    .map(
      (i) =>
        `<rect x="300" y="${300 + i * 74}" width="600" height="${i % 2 ? 16 : 34}" fill="#fff" opacity="0.85"/>`,
    )
    .join('')
  const fringe = range(26)
    .map((i) => {
      const x = 312 + i * 23.2
      return `<path d="M${x} 858 q-5 40 ${i % 2 ? 6 : -6} 92" stroke="#f6f2e8" stroke-width="9" fill="none" stroke-linecap="round"/><circle cx="${x}" cy="866" r="8" fill="#e3dccb"/>`
    })
    .join('')
  return scene(
    { wall: ['#f4ecdf', '#e9dac2'], table: ['#e9dac2', '#d9c3a0'] },
    `<rect x="330" y="220" width="610" height="700" fill="#1d140c" opacity="0.28" filter="url(#soft)"/>
<rect x="140" y="196" width="920" height="34" rx="17" fill="#8a5b36"/><rect x="140" y="198" width="920" height="11" rx="5" fill="#c08e62"/>
<path d="M300 205 H900 V860 H300 Z" fill="url(#cloth)"/>${stripes}
${folds(300, 900, 205, 860)}${fringe}
<path d="M300 200 q300 46 600 0 v44 q-300 34 -600 0 Z" fill="#0f7b83" opacity="0.35"/>`,
    gradient('cloth', ['#2ea6ab', '#1b8890']),
  )
}

/** Vertical folds of hanging cloth. */
function folds(x1: number, x2: number, y1: number, y2: number): string {
  return range(6)
    .map((i) => {
      const x = x1 + 40 + (i * (x2 - x1 - 60)) / 6
      return `<path d="M${x} ${y1} C${x - 14} ${(y1 + y2) / 2} ${x + 22} ${(y1 + y2) / 2} ${x} ${y2} h46 C${x + 60} ${(y1 + y2) / 2} ${x + 34} ${(y1 + y2) / 2} ${x + 40} ${y1} Z" fill="#06383c" opacity="${i % 2 ? 0.1 : 0.16}"/>`
    })
    .join('')
}

export function bedding(): string {
  return scene(
    { wall: ['#efe7db', '#e2d5c2'], table: ['#b79d7d', '#937757'] },
    `<rect x="150" y="330" width="900" height="330" rx="40" fill="#a9805a"/><rect x="150" y="330" width="900" height="330" rx="40" fill="url(#round)" opacity="0.5"/>
${shadow(MIDDLE, 1050, 470, 40)}
<path d="M110 640 H1090 V1040 Q1090 1064 1066 1064 H134 Q110 1064 110 1040 Z" fill="#f7f3ea"/>
${pillow(330, 540, '#fbf8f1')}${pillow(860, 540, '#fbf8f1')}${pillow(400, 600, '#a9b99a')}${pillow(800, 600, '#a9b99a')}
<path d="M90 720 C300 660 480 700 640 700 C820 700 960 660 1110 720 V1050 C1000 1084 820 1070 600 1074 C380 1078 220 1084 90 1050 Z" fill="url(#duvet)"/>
<path d="M90 720 C300 660 480 700 640 700 C820 700 960 660 1110 720 V790 C960 740 820 770 640 772 C480 774 300 736 90 790 Z" fill="#f1efe4"/>
${range(9)
  .map(
    (i) =>
      `<path d="M${150 + i * 112} ${800 + (i % 3) * 24} q${i % 2 ? 30 : -26} 110 ${i % 2 ? 4 : 24} 236" stroke="#5d7050" stroke-width="${i % 2 ? 9 : 6}" fill="none" stroke-linecap="round" opacity="0.28" filter="url(#softer)"/>`,
  )
  .join('')}
${range(40)
  .map(
    (i) =>
      `<path d="M${120 + ((i * 211) % 960)} ${830 + ((i * 97) % 210)} l14 6" stroke="#e6ecdc" stroke-width="4" stroke-linecap="round" opacity="0.55"/>`,
  )
  .join('')}`,
    gradient('duvet', ['#b4c3a5', '#93a683']),
  )
}

function pillow(x: number, y: number, fill: string): string {
  const d = `M${x - 190} ${y - 90} Q${x} ${y - 130} ${x + 190} ${y - 90} Q${x + 216} ${y} ${x + 190} ${y + 90} Q${x} ${y + 118} ${x - 190} ${y + 90} Q${x - 216} ${y} ${x - 190} ${y - 90} Z`
  return `<path d="${d}" transform="translate(10 18)" fill="#1d140c" opacity="0.22" filter="url(#softer)"/><path d="${d}" fill="${fill}"/><path d="${d}" fill="url(#round)" opacity="0.55"/>`
}

export function apron(): string {
  const body =
    'M470 330 H730 C744 430 800 480 900 510 V970 Q900 1000 870 1000 H330 Q300 1000 300 970 V510 C400 480 456 430 470 330 Z'
  return scene(
    { wall: ['#dfe5df', '#c7d1c8'], table: ['#c7d1c8', '#adb9ae'] },
    `<circle cx="600" cy="150" r="17" fill="#7c5233"/>
<path d="M478 336 C500 220 560 160 600 150 C640 160 700 220 722 336" fill="none" stroke="#c8aa80" stroke-width="24"/>
<path d="${body}" transform="translate(24 30)" fill="#1d140c" opacity="0.3" filter="url(#soft)"/>
<path d="${body}" fill="url(#linen)"/>
<path d="${body}" fill="url(#round)" opacity="0.5"/>
<path d="M300 520 C240 560 220 640 236 720" fill="none" stroke="#c8aa80" stroke-width="20" stroke-linecap="round"/>
<path d="M900 520 C960 560 980 640 964 720" fill="none" stroke="#c8aa80" stroke-width="20" stroke-linecap="round"/>
<rect x="486" y="366" width="228" height="9" rx="4" fill="#a98657" opacity="0.6"/>
${pocket(352)}${pocket(622)}
${range(24)
  .map((i) => `<path d="M${320 + i * 24} 520 V990" stroke="#8f7048" stroke-width="2" opacity="0.12"/>`)
  .join('')}
<path d="M690 640 L752 500 L786 514 L724 660 Z" fill="#9d6a3f"/><ellipse cx="778" cy="470" rx="34" ry="52" transform="rotate(24 778 470)" fill="#b57d4d"/>`,
    gradient('linen', ['#e2c79d', '#c9a975']),
  )
}

function pocket(x: number): string {
  return `<path d="M${x} 660 H${x + 226} V850 Q${x + 113} 900 ${x} 850 Z" fill="#d8ba8c"/><path d="M${x + 9} 676 H${x + 217}" stroke="#9a7846" stroke-width="5" stroke-dasharray="16 10"/><path d="M${x} 660 H${x + 226} V850 Q${x + 113} 900 ${x} 850 Z" fill="none" stroke="#a98657" stroke-width="4"/>`
}

export function towels(): string {
  const stack = [
    ['#f4ece0', '#e3d6c2'],
    ['#e9a98c', '#d98a68'],
    ['#7fa6a0', '#5f8a84'],
    ['#f4ece0', '#e3d6c2'],
  ] as const
  return scene(
    { wall: ['#f7efe6', '#ecdccb'], table: ['#a67c56', '#80593a'] },
    `${shadow(MIDDLE, GROUND, 360)}
${stack.map(([light, dark], i) => folded(GROUND - 130 - i * 132, light, dark, i)).join('')}
<g transform="translate(600 372)"><path d="M-110 56 C-120 -10 -60 -40 0 -30 C70 -44 128 -6 112 56 Z" fill="#6d8f4e"/>${range(
      5,
    )
      .map(
        (i) =>
          `<path d="M${-80 + i * 40} 50 C${-110 + i * 50} -30 ${-70 + i * 36} -90 ${-60 + i * 30} -110 C${-40 + i * 36} -60 ${-40 + i * 42} 0 ${-64 + i * 40} 50 Z" fill="${i % 2 ? '#86a862' : '#9abb73'}"/>`,
      )
      .join('')}</g>`,
  )
}

function folded(y: number, light: string, dark: string, i: number): string {
  const w = 330 - i * 8
  const d = `M${600 - w} ${y + 22} Q${600 - w} ${y} ${600 - w + 30} ${y} H${600 + w - 64} Q${600 + w} ${y} ${600 + w} ${y + 65} Q${600 + w} ${y + 130} ${600 + w - 64} ${y + 130} H${600 - w + 30} Q${600 - w} ${y + 130} ${600 - w} ${y + 108} Z`
  return `<path d="${d}" fill="${light}"/><path d="M${600 - w} ${y + 66} H${600 + w}" stroke="${dark}" stroke-width="9"/>
<path d="M${600 - w} ${y + 66} H${600 + w - 40}" stroke="#fff" stroke-width="3" opacity="0.5"/>
<path d="M${600 + w - 150} ${y} V${y + 130}" stroke="${dark}" stroke-width="26" opacity="0.6"/><path d="M${600 + w - 190} ${y} V${y + 130}" stroke="${dark}" stroke-width="8" opacity="0.6"/>
<path d="${d}" fill="url(#round)" opacity="0.5"/>`
}
