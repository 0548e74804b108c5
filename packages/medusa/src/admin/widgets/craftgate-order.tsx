import { defineWidgetConfig } from '@medusajs/admin-sdk'
import type { AdminOrder, DetailWidgetProps } from '@medusajs/framework/types'
import { Container } from '@medusajs/ui'
import { LoadFailed } from '../asking/load-failed'
import { useFreshQuery } from '../asking/use-fresh-query'
import { fetchOrderPayments } from '../client'
import { PaymentSection } from '../order/payment-section'
import { StraySection } from '../order/stray-section'
import { useWords } from '../shown/use-words'

/** Craftgate's payments on the page of an order; nothing on orders that Craftgate has no part in. */
export default function CraftgateOrder({ data: order }: DetailWidgetProps<AdminOrder>) {
  const { t, lang } = useWords()
  const { data, isError, refetch } = useFreshQuery(['craftgate', 'order', order.id, lang], () =>
    fetchOrderPayments(order.id, lang),
  )
  if (isError)
    return (
      <Container className="p-0">
        <LoadFailed what={t('loadFailed')} again={refetch} />
      </Container>
    )
  return (
    <>
      {data?.payments.map((payment) => (
        <PaymentSection key={payment.payment_id} payment={payment} />
      ))}
      {data && data.strays.length > 0 && <StraySection strays={data.strays} />}
    </>
  )
}

export const config = defineWidgetConfig({ zone: 'order.details.side.after' })
