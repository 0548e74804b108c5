import type { ReactNode } from 'react'

interface FactProps {
  readonly name: string
  /** Nothing is shown of what is not known. */
  readonly value: ReactNode
}

/** A name and its value: one line of a FactList. */
export function Fact({ name, value }: FactProps) {
  if (value === null || value === undefined || value === '') return null
  return (
    <div className="flex items-start justify-between gap-x-4">
      <dt className="txt-compact-small">{name}</dt>
      <dd className="txt-compact-small text-ui-fg-base text-right">{value}</dd>
    </div>
  )
}

export function FactList({ children }: { readonly children: ReactNode }) {
  return <dl className="text-ui-fg-subtle flex flex-col gap-y-2 px-6 py-4">{children}</dl>
}
