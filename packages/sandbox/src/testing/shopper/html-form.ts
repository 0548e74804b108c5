import { type HTMLElement, parse } from 'node-html-parser'

/** A parsed page. `<noscript>` content counts: this shopper has no JavaScript. */
export const parsePage = (html: string): HTMLElement =>
  parse(html, { blockTextElements: { script: true, style: true, pre: true } })

/** A real HTML form as a browser without JavaScript sees it: defaults, disabled parts, radios, checkboxes, selects. */
export class HtmlForm {
  private readonly fields = new URLSearchParams()

  constructor(
    private readonly form: HTMLElement,
    private readonly pageUrl: string,
  ) {
    for (const control of this.controls()) this.readDefault(control)
  }

  /** Where and how it goes when submitted. */
  get action(): string {
    return new URL(this.form.getAttribute('action') ?? '', this.pageUrl).href
  }

  get method(): string {
    return (this.form.getAttribute('method') ?? 'get').toLowerCase()
  }

  /** What would be sent now. */
  get entries(): URLSearchParams {
    return new URLSearchParams(this.fields)
  }

  has(name: string): boolean {
    return this.named(name).length > 0
  }

  /** The values that the radios, or the options of the select, offer; what is disabled cannot be chosen. */
  offers(name: string): readonly string[] {
    return this.named(name)
      .filter((control) => !isDisabled(control))
      .flatMap((control) =>
        control.tagName === 'SELECT'
          ? control.querySelectorAll('option').map((option) => option.getAttribute('value') ?? '')
          : [control.getAttribute('value') ?? ''],
      )
  }

  /** Types into a field or chooses a radio. Throws when the form has no such field or offers no such choice. */
  set(name: string, value: string): this {
    const [first] = this.named(name)
    if (first === undefined) throw new Error(`The form at ${this.pageUrl} has no field ${name}`)
    const choice = first.tagName === 'SELECT' || ['radio', 'hidden'].includes(typeOf(first))
    if (choice && !this.offers(name).includes(value)) {
      throw new Error(`${name} ${value} is not offered, only ${this.offers(name).join(', ')}`)
    }
    this.fields.set(name, value)
    return this
  }

  /** Ticks or clears a checkbox that can be changed; a disabled one stays as it is. */
  tick(name: string, on: boolean): this {
    const [box] = this.named(name)
    if (box === undefined) throw new Error(`The form at ${this.pageUrl} has no checkbox ${name}`)
    if (isDisabled(box)) return this
    if (on) this.fields.set(name, box.getAttribute('value') ?? 'on')
    else this.fields.delete(name)
    return this
  }

  private controls(): HTMLElement[] {
    return this.form.querySelectorAll('input, select, textarea')
  }

  private named(name: string): HTMLElement[] {
    return this.controls().filter((control) => control.getAttribute('name') === name)
  }

  private readDefault(control: HTMLElement): void {
    const name = control.getAttribute('name')
    const value = defaultOf(control)
    if (name !== undefined && name !== '' && value !== undefined && !isDisabled(control))
      this.fields.append(name, value)
  }
}

const typeOf = (control: HTMLElement): string => control.getAttribute('type')?.toLowerCase() ?? 'text'
const isDisabled = (control: HTMLElement): boolean => control.hasAttribute('disabled')

function defaultOf(control: HTMLElement): string | undefined {
  if (control.tagName === 'SELECT') {
    const options = control.querySelectorAll('option')
    const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0]
    return chosen?.getAttribute('value')
  }
  if (control.tagName === 'TEXTAREA') return control.text
  if (['radio', 'checkbox'].includes(typeOf(control))) {
    return control.hasAttribute('checked') ? (control.getAttribute('value') ?? 'on') : undefined
  }
  return typeOf(control) === 'submit' || typeOf(control) === 'button'
    ? undefined
    : (control.getAttribute('value') ?? '')
}
