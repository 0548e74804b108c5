import type { ComponentChildren } from 'preact'
import { useShop } from '../shop/shop-context'
import type { Loaded } from '../shop/use-loaded'

interface LoadingProps<T> {
  readonly what: Loaded<T>
  readonly children: (value: T) => ComponentChildren
}

/** Shows what was loaded, or that it is on its way, or a way to try again. */
export function Loading<T>({ what, children }: LoadingProps<T>) {
  const { say } = useShop()
  if (what.state === 'ready') return <>{children(what.value)}</>
  if (what.state === 'loading') {
    return (
      <p class="quiet loading" role="status">
        <Spinner /> {say('loading')}
      </p>
    )
  }
  return (
    <div class="notice" role="alert">
      <p>{say('failed')}</p>
      <button type="button" class="button button--ghost" onClick={what.again}>
        {say('retry')}
      </button>
    </div>
  )
}

export function Spinner() {
  return <span class="spinner" aria-hidden="true" />
}
