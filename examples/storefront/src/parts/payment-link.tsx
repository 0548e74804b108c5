import { useEffect, useRef } from 'preact/hooks'
import type { PaymentChoice } from '../backend'
import { useShop } from '../shop/shop-context'

interface PaymentLinkProps {
  readonly payLink: string
  readonly choice: PaymentChoice | undefined
}

/** Leads to the payment page at once; the link is there for whoever's browser did not follow it. */
export function PaymentLink({ payLink, choice }: PaymentLinkProps) {
  const { say, language } = useShop()
  const element = useRef<HTMLElementTagNameMap['craftgate-pay']>(null)
  useEffect(() => {
    void element.current?.follow()
  }, [payLink])
  return (
    <craftgate-pay ref={element} lang={language} pay-link={payLink} method={choice?.method}>
      {say('toPayment')}
    </craftgate-pay>
  )
}
