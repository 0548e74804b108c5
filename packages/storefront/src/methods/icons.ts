// Icons of the ways to pay: drawings of our own of what kind each is. No trademark is copied; the name stands beside it.
import type { StorefrontMethodGroup } from '@craftgate-commerce/core/storefront'
import { svg, type TemplateResult } from 'lit'

const PATHS: Readonly<Record<StorefrontMethodGroup, string>> = {
  card: 'M3 6h18v12H3zM3 10h18M6 15h4',
  wallet: 'M4 7h14a2 2 0 0 1 2 2v9H4zM4 7l11-3v3M15 13h5',
  'meal-or-gift-card': 'M3 6h18v12H3zM8 9v6M7 9v2M9 9v2M15 9v6M15 9c2 1 2 3 0 3',
  'bank-app': 'M8 3h8v18H8zM11 18h2M10 9l2-2 2 2M10 9h4v4h-4z',
  transfer: 'M4 8h14l-3-3M20 16H6l3 3',
  'shopping-loan': 'M5 4h14v16H5zM8 9h8M8 13h8M8 17h4',
  'carrier-billing': 'M8 3h8v18H8zM11 18h2M10 7h4M10 10h4',
  cash: 'M3 7h18v10H3zM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5',
}

export const iconOf = (group: StorefrontMethodGroup): TemplateResult =>
  svg`<path d=${PATHS[group]} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />`
