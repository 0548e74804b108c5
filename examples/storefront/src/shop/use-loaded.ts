import { useCallback, useEffect, useState } from 'preact/hooks'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly again: () => void }
  | { readonly state: 'ready'; readonly value: T }

/** Loads something again whenever `keys` change; an answer that comes too late is dropped. */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [result, setResult] = useState<Loaded<T>>({ state: 'loading' })
  const [round, setRound] = useState(0)
  const again = useCallback(() => setRound((count) => count + 1), [])
  useEffect(() => {
    let current = true
    const show = (next: Loaded<T>) => current && setResult(next)
    show({ state: 'loading' })
    load().then(
      (value) => show({ state: 'ready', value }),
      () => show({ state: 'failed', again }),
    )
    return () => {
      current = false
    }
  }, [...keys, round])
  return result
}
