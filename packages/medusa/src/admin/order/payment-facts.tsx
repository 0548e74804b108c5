import type { PaymentFacts } from '../api-types'
import { Fact, FactList } from '../views/fact'
import { useFormats } from '../views/use-formats'
import { useTranslations } from '../views/use-translations'

export function CardFacts({ facts }: { readonly facts: PaymentFacts }) {
  const { t } = useTranslations()
  const { bank, card_type: type, three_ds: threeDS } = facts
  return (
    <FactList>
      <Fact name={t('payment.card')} value={cardOf(facts)} />
      <Fact name={t('payment.cardType')} value={type && t(`payment.cardTypes.${type}`, inTitleCase(type))} />
      <Fact name={t('payment.bank')} value={bank} />
      <Fact
        name={t('payment.threeDS')}
        value={threeDS === null ? null : t(threeDS ? 'payment.yes' : 'payment.no')}
      />
    </FactList>
  )
}

/** `Axess · Mastercard •••• 0004` */
function cardOf({ card_family: family, card_association: association, last_four: lastFour }: PaymentFacts) {
  const brand = association && brandOf(association)
  const number = lastFour && `•••• ${lastFour}`
  return [family, [brand, number].filter(Boolean).join(' ')].filter(Boolean).join(' · ')
}

/** As the schemes write themselves, where that is more than a capital. */
const BRANDS: Readonly<Record<string, string>> = {
  AMEX: 'American Express',
  JCB: 'JCB',
  MASTER_CARD: 'Mastercard',
  UNION_PAY: 'UnionPay',
}

/** The card scheme (Craftgate's cardAssociation) by its own name. */
const brandOf = (association: string): string => BRANDS[association] ?? inTitleCase(association)

/** MASTER_CARD as people write it: Master Card. */
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

/** How Craftgate and the bank handled the payment: what the merchant's accountant or the bank asks for. */
export function ProcessingFacts({ facts }: { readonly facts: PaymentFacts }) {
  const { t } = useTranslations()
  return (
    <FactList>
      <Fact name={t('payment.phase')} value={t(`payment.phases.${facts.phase}`)} />
      <Fact name={t('payment.pos')} value={facts.pos} />
      <Fact name={t('payment.authCode')} value={facts.auth_code} />
    </FactList>
  )
}
