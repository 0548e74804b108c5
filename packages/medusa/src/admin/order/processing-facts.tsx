import type { PaymentFacts } from '../api-types'
import { Fact, FactList } from '../shown/fact'
import { useWords } from '../shown/use-words'

/** How Craftgate and the bank handled the payment: what the merchant's accountant or the bank asks for. */
export function ProcessingFacts({ facts }: { readonly facts: PaymentFacts }) {
  const { t } = useWords()
  return (
    <FactList>
      <Fact name={t('payment.phase')} value={t(`payment.phases.${facts.phase}`)} />
      <Fact name={t('payment.pos')} value={facts.pos} />
      <Fact name={t('payment.authCode')} value={facts.auth_code} />
    </FactList>
  )
}
