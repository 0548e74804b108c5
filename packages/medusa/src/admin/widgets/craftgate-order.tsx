import { defineWidgetConfig } from '@medusajs/admin-sdk'
import type { AdminOrder, DetailWidgetProps } from '@medusajs/framework/types'
import { Container } from '@medusajs/ui'
import { fetchOrderPayments } from '../client'
import { LoadFailed } from '../data/load-failed'
import { useFreshQuery } from '../data/use-fresh-query'
import { PaymentSection } from '../order/payment-section'
import { UnexpectedPayments } from '../order/unexpected-payments'
import { TimeZone } from '../views/use-formats'
import { useTranslations } from '../views/use-translations'

/** Craftgate's payments on the page of an order; nothing on orders that Craftgate has no part in. */
export default function CraftgateOrder({ data: order }: DetailWidgetProps<AdminOrder>) {
  const { t, lang } = useTranslations()
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
    <TimeZone.Provider value={data?.time_zone}>
      {data?.payments.map((payment) => (
        <PaymentSection key={payment.payment_id} payment={payment} />
      ))}
      {data && data.unexpected.length > 0 && <UnexpectedPayments unexpected={data.unexpected} />}
    </TimeZone.Provider>
  )
}

export const config = defineWidgetConfig({ zone: 'order.details.side.after' })
