import { LitElement } from 'lit'

/** What the elements have in common. */
export class CraftgateElement extends LitElement {
  /** Instead of the page's `configureCraftgate`. */
  declare endpoint?: string

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
