import { Container, Heading } from '@medusajs/ui'
import type { Checkout } from '../api-types'
import { useWords } from '../shown/use-words'
import { StrayItem } from './stray-item'

/** Money that came for this order and that it could not take. */
export function StraySection({ strays }: { readonly strays: readonly Checkout[] }) {
  const { t } = useWords()
  return (
    <Container className="divide-y divide-dashed p-0" data-testid="craftgate-strays">
      <Heading level="h2" className="px-6 py-4">
        {t('strays.title')}
      </Heading>
      <ul className="flex flex-col gap-y-3 px-6 py-4">
        {strays.map((checkout) => (
          <StrayItem key={`${checkout.reference} ${checkout.attempt}`} checkout={checkout} />
        ))}
      </ul>
    </Container>
  )
}
