import { Alert, AlertDescription, AlertTitle, Button } from '@vendure/dashboard'
import { useWords } from './words'

interface UnavailableProps {
  readonly reason: string
  readonly again: () => unknown
}

/** Craftgate could not be asked: what stands below is from the shop's own records. */
export function Unavailable({ reason, again }: UnavailableProps) {
  const { words } = useWords()
  return (
    <Alert variant="destructive">
      <AlertTitle>{words.unavailable}</AlertTitle>
      <AlertDescription>
        <p>{reason}</p>
        <Button type="button" variant="outline" size="sm" onClick={() => again()}>
          {words.tryAgain}
        </Button>
      </AlertDescription>
    </Alert>
  )
}
