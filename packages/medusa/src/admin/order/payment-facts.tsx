import type { PaymentFacts } from '../api-types'
import { Fact, FactList } from '../views/fact'
import { useFormats } from '../views/use-formats'
import { useTranslations } from '../views/use-translations'

export function CardFacts({ facts }: { readonly facts: PaymentFacts }) {
  const { t, lang } = useTranslations()
  const { bank, card_type: type, three_ds: threeDS } = facts
  return (
    <FactList>
      <Fact name={t('payment.paidWith')} value={facts.paid_with[lang]} />
      <Fact name={t('payment.cardType')} value={type && t(`payment.cardTypes.${type}`, inTitleCase(type))} />
      <Fact name={t('payment.bank')} value={bank ?? facts.bank_app} />
      <Fact
        name={t('payment.threeDS')}
        value={threeDS === null ? null : t(threeDS ? 'payment.yes' : 'payment.no')}
      />
    </FactList>
  )
}

/** PREPAID_CARD as people write it: Prepaid Card. */
const inTitleCase = (constant: string): string =>
  constant
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase())

/** What the order costs, what instalments added or a campaign took off, and what the shopper paid. */
export function MoneyFacts({ facts }: { readonly facts: PaymentFacts }) {
  const { t } = useTranslations()
  const { money } = useFormats()
  const { currency_code: currency, interest, campaign, installment } = facts
  const { points_used: points, wallet_share: wallet } = facts
  const count = installment > 1 ? t('payment.installmentCount', { count: installment }) : t('payment.single')
  const paid = <strong className="txt-compact-small-plus">{money(facts.paid_price, currency)}</strong>
  return (
    <FactList>
      <Fact name={t('payment.installments')} value={count} />
      <Fact name={t('payment.price')} value={money(facts.price, currency)} />
      <Fact name={t('payment.interest')} value={interest && money(interest, currency)} />
      <Fact name={t('payment.campaign')} value={campaign && `- ${money(campaign, currency)}`} />
      <Fact name={t('payment.paid')} value={paid} />
      <Fact name={t('payment.points')} value={points && money(points, currency)} />
      <Fact name={t('payment.wallet')} value={wallet && money(wallet, currency)} />
    </FactList>
  )
}

/** How Craftgate and the bank handled the payment: what the merchant's accountant or the bank asks for. */
export function ProcessingFacts({ facts }: { readonly facts: PaymentFacts }) {
  const { t } = useTranslations()
  const { money, moment, percent } = useFormats()
  const { currency_code: currency, bank_commission_rate: rate } = facts
  const { bank_commission: commission, expected_payout: payout, seller_shares: sellers } = facts
  const percentage = rate === null ? '' : ` (${percent(rate)})`
  return (
    <FactList>
      <Fact name={t('payment.phase')} value={t(`payment.phases.${facts.phase}`)} />
      <Fact name={t('payment.pos')} value={facts.pos ?? facts.provider} />
      <Fact name={t('payment.authCode')} value={facts.auth_code} />
      <Fact
        name={t('payment.bankCommission')}
        value={commission && `${money(commission, currency)}${percentage}`}
      />
      <Fact name={t('payment.expectedPayout')} value={payout && money(payout, currency)} />
      <Fact name={t('payment.sellerShares')} value={sellers && money(sellers, currency)} />
      <Fact
        name={t('payment.blockageResolved')}
        value={facts.blockage_resolved_at && moment(facts.blockage_resolved_at)}
      />
      <Fact name={t('payment.fraudScore')} value={facts.fraud_score} />
    </FactList>
  )
}
