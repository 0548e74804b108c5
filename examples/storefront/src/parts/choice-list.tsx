import type { ComponentChildren } from 'preact'

interface Choice {
  readonly id: string
  readonly title: string
  readonly text?: string
  readonly aside?: ComponentChildren
}

interface ChoiceListProps {
  readonly name: string
  readonly choices: readonly Choice[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** Radio buttons that look like cards. */
export function ChoiceList({ name, choices, chosen, onChoose }: ChoiceListProps) {
  return (
    <div class="choices">
      {choices.map(({ id, title, text, aside }) => (
        <label key={id} class="choice" data-testid={`${name}-${id}`}>
          <input type="radio" name={name} value={id} checked={chosen === id} onChange={() => onChoose(id)} />
          <span class="choice__text">
            <strong>{title}</strong>
            {text && <span class="quiet">{text}</span>}
          </span>
          {aside && <span class="choice__aside">{aside}</span>}
        </label>
      ))}
    </div>
  )
}
