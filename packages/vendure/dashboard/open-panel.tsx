import { useMutation } from '@tanstack/react-query'
import { Button } from '@vendure/dashboard'
import type { ComponentProps } from 'react'
import { toast } from 'sonner'
import { fetchPanelLink } from './admin-api'
import { useWords } from './words'

interface OpenPanelProps extends Pick<ComponentProps<typeof Button>, 'children' | 'size' | 'variant'> {
  /** Of the panel: /payments/… */
  readonly path: string
}

/** Opens the merchant's panel in a tab of its own: the tab first, because browsers block one that is opened later. */
export function OpenPanel({ path, children, ...look }: OpenPanelProps) {
  const { words } = useWords()
  const { mutate, isPending } = useMutation({
    mutationFn: async (tab: Window | null) => {
      const url = await fetchPanelLink(path)
      if (tab) tab.location.href = url
      else window.location.href = url
    },
    onError: ({ message }, tab) => {
      tab?.close()
      toast.error(message)
    },
  })
  return (
    <Button type="button" disabled={isPending} onClick={() => mutate(window.open('', '_blank'))} {...look}>
      {children}
      <span className="sr-only">({words.opensNewTab})</span>
    </Button>
  )
}
