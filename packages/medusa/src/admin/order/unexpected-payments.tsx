import { Container, Heading, Text } from '@medusajs/ui'
import type { Checkout } from '../api-types'
import { CheckoutBadge } from '../views/checkout-badge'
import { useFormats } from '../views/use-formats'
import { useTranslations } from '../views/use-translations'

/** Money that came for this order and that it could not take. */
export function UnexpectedPayments({ unexpected }: { readonly unexpected: readonly Checkout[] }) {
  const { t } = useTranslations()
  return (
    <Container className="divide-y divide-dashed p-0" data-testid="craftgate-unexpected-payments">
      <Heading level="h2" className="px-6 py-4">
        {t('unexpected.title')}
      </Heading>
      <ul className="flex flex-col gap-y-3 px-6 py-4">
        {unexpected.map((checkout) => (
          <UnexpectedPaymentItem key={`${checkout.reference} ${checkout.attempt}`} checkout={checkout} />
        ))}
      </ul>
    </Container>
  )
}

/** One line: the money went back, is on its way, or needs review. */
function UnexpectedPaymentItem({ checkout }: { readonly checkout: Checkout }) {
  const { t } = useTranslations()
  const { money, moment } = useFormats()
  const { state, price, currency_code: currency, craftgate_payment_id: id, changed_at: at } = checkout
  return (
    <li className="flex items-start justify-between gap-x-4">
      <div>
        <Text size="small" leading="compact" weight="plus">
          {t(`unexpected.${state}`, { amount: money(price, currency) })}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle pt-1">
          {id !== null && `${t('unexpected.payment', { id })} · `}
          <time dateTime={at}>{moment(at)}</time>
        </Text>
      </div>
      <CheckoutBadge state={state} />
    </li>
  )
}
