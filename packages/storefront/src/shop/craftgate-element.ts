import { LitElement } from 'lit'

/** What the elements have in common. */
export class CraftgateElement extends LitElement {
  /** Instead of the page's `configureCraftgate`. */
  declare endpoint?: string

  /** The browser's own `lang` says the language: what it becomes is shown, and asked for, in it. */
  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: Lit reads the properties of the class that asks, which is not this one
    return [...super.observedAttributes, 'lang']
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now)
    if (name === 'lang') this.requestUpdate(name, before)
  }

  /**
   * What a server rendered is drawn anew by the element itself, of the same `data`; a page that loads Lit's own hydration keeps
   * it. Without this both would stand there.
   */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const isHydrated = 'litElementHydrateSupport' in globalThis
    if (!isHydrated) this.shadowRoot?.replaceChildren()
    return super.createRenderRoot()
  }
}
