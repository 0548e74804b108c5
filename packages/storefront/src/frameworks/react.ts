// Types for React 19, nothing at run time: import type {} from '@craftgate-commerce/storefront/react'
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { CraftgateAttributes, CraftgateElementName } from './element-attributes'

type ReactElements = {
  [Name in CraftgateElementName]: DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
    CraftgateAttributes<Name>
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}
