import { useEffect } from 'preact/hooks'
import type { Message } from '../shop/shop-context'
import { Link } from './link'

const SHOWN_MS = 6000

/** The live region is always there, so that screen readers hear what appears in it. */
export function Toast({ message, onGone }: { message: Message | undefined; onGone: () => void }) {
  useEffect(() => {
    if (!message) return
    const timer = setTimeout(onGone, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [message])
  return (
    <div class="toast-place" role="status" aria-live="polite" data-testid="toast">
      {message && (
        <p class={`toast toast--${message.tone}`}>
          <span>{message.text}</span>
          {message.link && <Link href={message.link.href}>{message.link.text}</Link>}
        </p>
      )}
    </div>
  )
}
