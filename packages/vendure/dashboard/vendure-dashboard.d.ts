// What we use of @vendure/dashboard 3.7. It is published as source that only its own build understands, so that a
// type check of ours would check the whole dashboard, and fail.

import type { ComponentProps, FC, ReactNode } from 'react'

export interface PageContext {
  readonly pageId?: string
  /** What the page shows; an order on `order-detail`. */
  readonly entity?: unknown
}

interface PageBlockDefinition {
  readonly id: string
  readonly title?: ReactNode
  readonly location: {
    readonly pageId: string
    readonly column: 'main' | 'side' | 'full'
    readonly position: { readonly blockId: string; readonly order: 'before' | 'after' | 'replace' }
  }
  readonly component: FC<{ context: PageContext }>
  readonly shouldRender?: (context: PageContext) => boolean
  readonly requiresPermission?: string | string[]
}

interface RouteDefinition {
  readonly path: string
  readonly component: () => ReactNode
  readonly navMenuItem?: {
    readonly sectionId: string
    readonly id: string
    readonly title: string
    readonly requiresPermission?: string | string[]
  }
}

/** Stands behind the bell of the dashboard as long as it is to be shown. */
export interface DashboardAlert<Data> {
  readonly id: string
  readonly title: string | ((data: Data) => string)
  readonly severity: 'info' | 'warning' | 'error'
  readonly check: () => Promise<Data>
  /** Asked before the first answer, too. */
  readonly shouldShow: (data: Data | undefined) => boolean
  readonly recheckInterval?: number
  readonly actions?: { readonly component: FC }[]
}

export function defineDashboardExtension(extension: {
  // biome-ignore lint/suspicious/noExplicitAny: each alert has data of its own
  readonly alerts?: DashboardAlert<any>[]
  readonly pageBlocks?: PageBlockDefinition[]
  readonly routes?: RouteDefinition[]
}): void

/** Vendure's Admin API, as whoever is logged in. Rejects with the message of the first error. */
export const api: {
  query<Answer>(document: string, variables?: object): Promise<Answer>
  mutate(document: string, variables: object): Promise<unknown>
}

/** `bcp47Tag`: language of the dashboard, with the region when one is chosen. */
export function useDisplayLocale(): { readonly bcp47Tag: string }
/** `toMinorUnits`: an amount as Vendure stores it. */
export function useLocalFormat(): { readonly toMinorUnits: (value: number) => number }
/** True for any one of them. */
export function usePermissions(): { readonly hasPermissions: (permissions: string[]) => boolean }

export const Page: FC<{ pageId: string; children: ReactNode }>
export const PageTitle: FC<{ children: ReactNode }>
export const PageLayout: FC<{ children: ReactNode }>
export const PageBlock: FC<{ column: 'main' | 'side' | 'full'; blockId: string; children: ReactNode }>

export const Button: FC<
  ComponentProps<'button'> & {
    variant?: 'default' | 'outline' | 'secondary' | 'ghost' | 'destructive' | 'link'
    size?: 'default' | 'xs' | 'sm' | 'lg'
  }
>
export const Badge: FC<
  ComponentProps<'span'> & {
    variant?: 'default' | 'secondary' | 'destructive' | 'outline' | 'success' | 'warning'
  }
>
export const Alert: FC<ComponentProps<'div'> & { variant?: 'default' | 'destructive' }>
export const AlertTitle: FC<ComponentProps<'div'>>
export const AlertDescription: FC<ComponentProps<'div'>>
export const Input: FC<ComponentProps<'input'>>
export const Label: FC<ComponentProps<'label'>>
export const Skeleton: FC<ComponentProps<'div'>>

export const Dialog: FC<{ open: boolean; onOpenChange: (open: boolean) => void; children: ReactNode }>
export const DialogContent: FC<ComponentProps<'div'> & { showCloseButton?: boolean }>
export const DialogHeader: FC<ComponentProps<'div'>>
export const DialogTitle: FC<ComponentProps<'h2'>>
export const DialogDescription: FC<ComponentProps<'p'>>
export const DialogFooter: FC<ComponentProps<'div'>>
