import type { JSX } from 'preact'

type FieldProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'id' | 'name'> & {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly error?: string
}

export function Field({ name, label, hint, error, ...rest }: FieldProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input id={name} name={name} data-testid={name} {...describedBy(name, { hint, error })} {...rest} />
      <Notes name={name} hint={hint} error={error} />
    </div>
  )
}

type SelectProps = Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'name'> & {
  readonly name: string
  readonly label: string
  readonly error?: string
}

export function SelectField({ name, label, error, children, ...rest }: SelectProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name} data-testid={name} {...describedBy(name, { error })} {...rest}>
        {children}
      </select>
      <Notes name={name} error={error} />
    </div>
  )
}

type CheckProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'type'> & {
  readonly name: string
  readonly label: string
  readonly error?: string
}

export function CheckField({ name, label, error, ...rest }: CheckProps) {
  return (
    <div class="field">
      <label class="check" for={name}>
        <input
          type="checkbox"
          id={name}
          name={name}
          data-testid={name}
          {...describedBy(name, { error })}
          {...rest}
        />
        <span>{label}</span>
      </label>
      <Notes name={name} error={error} />
    </div>
  )
}

interface NoteTexts {
  readonly hint?: string
  readonly error?: string
}

function describedBy(name: string, { hint, error }: NoteTexts) {
  // A field that is wrong shows its error in place of its hint.
  const note = error ? `${name}-error` : hint && `${name}-hint`
  return { 'aria-invalid': error ? true : undefined, 'aria-describedby': note || undefined }
}

function Notes({ name, hint, error }: NoteTexts & { readonly name: string }) {
  return (
    <>
      {hint && !error && (
        <small id={`${name}-hint`} class="quiet">
          {hint}
        </small>
      )}
      {error && (
        <small id={`${name}-error`} class="field__error" data-testid={`${name}-error`}>
          {error}
        </small>
      )}
    </>
  )
}
