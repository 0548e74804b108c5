import { useShop } from '../shop/shop-context'

const PERKS = [
  ['perk1', 'perk1Text'],
  ['perk2', 'perk2Text'],
  ['perk3', 'perk3Text'],
] as const

export function Perks() {
  const { say } = useShop()
  return (
    <ul class="perks">
      {PERKS.map(([title, text]) => (
        <li key={title}>
          <strong>{say(title)}</strong>
          <span class="quiet">{say(text)}</span>
        </li>
      ))}
    </ul>
  )
}
