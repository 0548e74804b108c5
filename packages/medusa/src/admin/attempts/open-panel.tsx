import { Button, toast } from '@medusajs/ui'
import { useMutation } from '@tanstack/react-query'
import { fetchPanelLink } from '../client'

interface OpenPanelProps {
  /** A page of the panel. */
  readonly path?: string
  readonly variant?: 'primary' | 'secondary'
  /** What the button says. */
  readonly children: string
}

/** Opens the merchant's panel in a tab of its own: the tab first, because browsers block one that is opened later. */
export function OpenPanel({ path = '/', variant = 'primary', children }: OpenPanelProps) {
  const { mutate, isPending } = useMutation({
    mutationFn: async (tab: Window | null) => {
      const { url } = await fetchPanelLink(path)
      if (tab) tab.location.href = url
      else window.location.href = url
    },
    onError: ({ message }, tab) => {
      tab?.close()
      toast.error(message)
    },
  })
  return (
    <Button
      size="small"
      variant={variant}
      isLoading={isPending}
      onClick={() => mutate(window.open('', '_blank'))}
    >
      {children}
    </Button>
  )
}
