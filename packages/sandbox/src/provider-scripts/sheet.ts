import { allTestCards, type TestCard } from '../engine/cards/test-card'
import { type DeviceProof, sealed } from '../engine/device-cards/device-token'

/** What the shopper finds on the sheet: documented cards, and how the device proved them. */
interface Offered {
  readonly name: string
  readonly seal: string
}

const ON_THE_SHEET: readonly (readonly [name: string, number: string, proof: DeviceProof])[] = [
  ['Paid', '5209220000000002', 'CRYPTOGRAM_3DS'],
  ['3D Secure', '4043080000000003', 'PAN_ONLY'],
  ['Not sufficient funds', '5100050000006661', 'CRYPTOGRAM_3DS'],
]

const cardOf = (number: string): TestCard => {
  const card = allTestCards().get(number)
  if (!card) throw new Error(`No documented card ends with ${number.slice(-4)}`)
  return card
}

const OFFERED: readonly Offered[] = ON_THE_SHEET.map(([name, number, proof]) => {
  const { bin, lastFour } = cardOf(number)
  return { name: `${name} •••• ${lastFour}`, seal: sealed({ bin: bin.bin, lastFour, proof }) }
})

/**
 * `choose(title, proofs)` of the emulator's own scripts: a dialog in place of the device's sheet. Fulfils with the seal of the
 * card that the shopper pressed, and with undefined when he closed it.
 */
export const sheetScript = `
const choose = (title) => new Promise((chosen) => {
  const sheet = document.createElement('dialog')
  sheet.setAttribute('aria-label', title)
  const end = (seal) => { sheet.remove(); chosen(seal) }
  const add = (text, press) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = text
    button.addEventListener('click', press)
    sheet.append(button)
  }
  for (const { name, seal } of ${JSON.stringify(OFFERED)}) add(name, () => end(seal))
  add('Cancel', () => end(undefined))
  sheet.addEventListener('cancel', () => end(undefined))
  document.body.append(sheet)
  sheet.showModal()
})
`
