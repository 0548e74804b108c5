import { useShop } from '../shop/shop-context'

interface QuantityProps {
  readonly value: number
  readonly onChange: (value: number) => void
  readonly label: string
  readonly max?: number
  readonly busy?: boolean
}

export function Quantity({ value, onChange, label, max = 99, busy = false }: QuantityProps) {
  const { say } = useShop()
  return (
    <fieldset class="quantity" disabled={busy}>
      <legend class="hidden">{label}</legend>
      <button
        type="button"
        aria-label={say('less')}
        disabled={value <= 1}
        onClick={() => onChange(value - 1)}
        data-testid="quantity-less"
      >
        −
      </button>
      <output aria-live="polite" data-testid="quantity">
        {value}
      </output>
      <button
        type="button"
        aria-label={say('more')}
        disabled={value >= max}
        onClick={() => onChange(value + 1)}
        data-testid="quantity-more"
      >
        +
      </button>
    </fieldset>
  )
}
