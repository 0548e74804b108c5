import type { Country, Language } from '../shop-backend'
import { type StoreApi, StoreApiError } from './store-api'

export interface MedusaRegion {
  readonly id: string
  readonly currency_code: string
  readonly countries: readonly { readonly iso_2: string }[]
}

/** The region that sells to our country; asked for once. */
export class Region {
  private asked: Promise<MedusaRegion> | undefined

  constructor(
    private readonly api: StoreApi,
    /** Two small letters, e.g. "tr". */
    readonly country: string,
  ) {}

  get(): Promise<MedusaRegion> {
    this.asked ??= this.ask().catch((error) => {
      this.asked = undefined
      throw error
    })
    return this.asked
  }

  private async ask(): Promise<MedusaRegion> {
    const { regions } = await this.api.get<{ readonly regions: readonly MedusaRegion[] }>('regions', {
      fields: 'id,currency_code,countries.iso_2',
    })
    const region = regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === this.country))
    if (!region) throw new StoreApiError(`The shop has no region for ${this.country}`)
    return region
  }
}

/** Medusa knows country names in English only; the browser knows them in the shopper's language. */
export function countriesOf({ countries }: MedusaRegion, language: Language): readonly Country[] {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return countries.map(({ iso_2 }) => {
    const code = iso_2.toUpperCase()
    return { code, name: names.of(code) ?? code }
  })
}
