import { Heading } from '@medusajs/ui'
import type { ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  readonly children: ReactNode
}

/** A named part of a container. */
export function Section({ title, children }: SectionProps) {
  return (
    <section className="flex flex-col gap-y-3 px-6 py-4">
      <Heading level="h3" className="text-ui-fg-base txt-compact-small-plus">
        {title}
      </Heading>
      {children}
    </section>
  )
}
