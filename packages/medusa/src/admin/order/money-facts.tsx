import type { PaymentFacts } from '../api-types'
import { Fact, FactList } from '../shown/fact'
import { useFormats } from '../shown/use-formats'
import { useWords } from '../shown/use-words'

/** What the order costs, what instalments added or a campaign took off, and what the shopper paid. */
export function MoneyFacts({ facts }: { readonly facts: PaymentFacts }) {
  const { t } = useWords()
  const { money } = useFormats()
  const { currency_code: currency, interest, campaign, installment } = facts
  const count = installment > 1 ? t('payment.installmentCount', { count: installment }) : t('payment.single')
  const paid = <strong className="txt-compact-small-plus">{money(facts.paid_price, currency)}</strong>
  return (
    <FactList>
      <Fact name={t('payment.installments')} value={count} />
      <Fact name={t('payment.price')} value={money(facts.price, currency)} />
      <Fact name={t('payment.interest')} value={interest && money(interest, currency)} />
      <Fact name={t('payment.campaign')} value={campaign && `- ${money(campaign, currency)}`} />
      <Fact name={t('payment.paid')} value={paid} />
    </FactList>
  )
}
