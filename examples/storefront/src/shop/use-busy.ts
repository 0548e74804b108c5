import { useEffect, useState } from 'preact/hooks'

/**
 * True while something is on its way. Leaving for the payment page keeps it so, and a browser that brings this page
 * back just as it was left must not find its buttons dead.
 */
export function useBusy(): [boolean, (busy: boolean) => void] {
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const back = (event: PageTransitionEvent) => event.persisted && setBusy(false)
    window.addEventListener('pageshow', back)
    return () => window.removeEventListener('pageshow', back)
  }, [])
  return [busy, setBusy]
}
