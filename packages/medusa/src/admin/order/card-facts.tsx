import type { PaymentFacts } from '../api-types'
import { Fact, FactList } from '../shown/fact'
import { inTitleCase } from '../shown/in-title-case'
import { useWords } from '../shown/use-words'
import { brandOf } from './brand-of'

export function CardFacts({ facts }: { readonly facts: PaymentFacts }) {
  const { t } = useWords()
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
