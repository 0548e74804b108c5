// Types for Vue 3, nothing at run time: import type {} from '@craftgate-commerce/storefront/vue'
import type { HTMLAttributes, PublicProps } from 'vue'
import type { CraftgateAttributes, CraftgateElementName } from './element-attributes'

/** How templates know an attribute or event: `order-url` is `orderUrl`, `@craftgate-pay-again` is `onCraftgatePayAgain`. */
type Camel<Name> = Name extends `${infer First}-${infer Rest}` ? `${First}${Capitalize<Camel<Rest>>}` : Name

type PropsOf<Attributes> = {
  [Name in keyof Attributes as Name extends `on${infer Event}`
    ? `on${Capitalize<Camel<Event>>}`
    : Camel<Name>]: Attributes[Name]
}

type VueElements = {
  [Name in CraftgateElementName]: new () => {
    readonly $props: HTMLAttributes & PublicProps & PropsOf<CraftgateAttributes<Name>>
  }
}

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
}
