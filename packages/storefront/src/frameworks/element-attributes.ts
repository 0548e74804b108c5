import type {
  StorefrontCards,
  StorefrontInstallments,
  StorefrontLoanOffers,
  StorefrontMethod,
  StorefrontMethods,
  StorefrontPayment,
  StorefrontWallets,
} from '@craftgate-commerce/core/storefront'

interface Asking<Answer> {
  /** Instead of the configured one. */
  readonly endpoint?: string
  /** A property: an answer that is here already. */
  readonly data?: Answer
}

interface Priced<Answer> extends Asking<Answer> {
  readonly variant?: string
  readonly region?: string
  readonly cart?: string
  /** Decimal text. */
  readonly amount?: string
  readonly currency?: string
  readonly revision?: string
  readonly open?: boolean
}

/** What each element is told, by the names that HTML has; for a framework that checks its templates. */
interface Told {
  'craftgate-installments': Priced<StorefrontInstallments>
  'craftgate-loan-offers': Priced<StorefrontLoanOffers>
  'craftgate-methods': Asking<StorefrontMethods> & {
    readonly cart?: string
    readonly region?: string
    readonly currency?: string
    readonly revision?: string
    readonly value?: string
    readonly disabled?: boolean
  }
  'craftgate-pay': { readonly 'pay-link'?: string; readonly method?: string; readonly frame?: boolean }
  'craftgate-payment-status': Asking<StorefrontPayment> & {
    readonly reference?: string
    readonly cart?: string
    readonly order?: string
    readonly sig?: string
    readonly 'pay-url'?: string
    readonly 'order-url'?: string
    readonly 'shop-url'?: string
    readonly busy?: boolean
  }
  'craftgate-saved-cards': Asking<StorefrontCards>
  'craftgate-wallet': Asking<StorefrontWallets> & { readonly 'top-up'?: boolean; readonly currency?: string }
}

/** The events of each element; those that are not here have none. */
interface Events {
  'craftgate-methods': { readonly 'craftgate-method': CustomEvent<StorefrontMethod> }
  'craftgate-payment-status': {
    readonly 'craftgate-payment': CustomEvent<StorefrontPayment>
    readonly 'craftgate-pay-again': CustomEvent<null>
  }
}

export type CraftgateElementName = keyof Told

type EventsOf<Name> = Name extends keyof Events ? Events[Name] : Record<never, never>

/** An element's attributes, the property `data`, and its events as `on…`, as JSX writes them. */
export type CraftgateAttributes<Name extends CraftgateElementName> = Told[Name] & {
  readonly [Event in keyof EventsOf<Name> & string as `on${Event}`]?: (event: EventsOf<Name>[Event]) => void
}
