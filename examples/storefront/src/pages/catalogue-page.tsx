import type { Collection } from '../backend'
import { Link } from '../parts/link'
import { Loading } from '../parts/loading'
import { Perks } from '../parts/perks'
import { ProductGrid } from '../parts/product-grid'
import { useShop } from '../shop/shop-context'
import { useLoaded } from '../shop/use-loaded'

interface CatalogueProps {
  readonly collections: readonly Collection[]
  /** Absent on the home page. */
  readonly slug?: string
}

/** All products, or those of one collection. */
export function CataloguePage({ collections, slug }: CatalogueProps) {
  const { backend } = useShop()
  const products = useLoaded(() => backend.products({ collection: slug }), [backend, slug])
  const collection = collections.find((each) => each.slug === slug)
  return (
    <>
      {slug ? <CollectionHead collection={collection} /> : <Hero />}
      <div class="wrap section" id="urunler">
        {!slug && <Chips collections={collections} />}
        <Loading what={products}>{(list) => <ProductGrid products={list} />}</Loading>
      </div>
      {!slug && (
        <div class="wrap">
          <Perks />
        </div>
      )}
    </>
  )
}

function Hero() {
  const { say } = useShop()
  return (
    <section class="hero">
      <div class="wrap hero__row">
        <div class="hero__text">
          <h1>{say('heroTitle')}</h1>
          <p>{say('heroText')}</p>
          <a class="button" href="#urunler">
            {say('heroButton')}
          </a>
        </div>
        <HeroPicture />
      </div>
    </section>
  )
}

/** A branch of wild apricots, drawn for this shop. */
function HeroPicture() {
  const fruit = [
    [150, 170, 62],
    [258, 214, 74],
    [352, 128, 56],
    [330, 300, 50],
  ] as const
  const leaves = [
    [110, 96, -30],
    [214, 118, 24],
    [300, 70, -18],
    [402, 186, 40],
    [226, 300, -52],
    [398, 84, 12],
  ] as const
  return (
    <svg class="hero__picture" viewBox="0 0 500 400" aria-hidden="true">
      <circle cx="262" cy="200" r="186" fill="#f6dfc2" />
      <path
        d="M40 60 C150 60 220 150 300 140 C370 132 420 90 470 40"
        fill="none"
        stroke="#6b4526"
        stroke-width="12"
        stroke-linecap="round"
      />
      <path
        d="M220 124 C240 180 250 200 258 214 M150 90 C152 120 150 140 150 170 M352 118 V128 M300 140 C330 190 332 240 330 300"
        fill="none"
        stroke="#6b4526"
        stroke-width="7"
        stroke-linecap="round"
      />
      {leaves.map(([x, y, turn]) => (
        <path
          key={x}
          transform={`translate(${x} ${y}) rotate(${turn})`}
          d="M0 0 C18 -34 62 -36 84 -4 C62 24 20 26 0 0 Z M0 0 C28 -8 54 -8 84 -4"
          fill="#1f5a4c"
          stroke="#2f7a66"
          stroke-width="2"
        />
      ))}
      {fruit.map(([x, y, r]) => (
        <g key={x} transform={`translate(${x} ${y + r * 0.7})`}>
          <circle r={r} fill="#e38b3d" />
          <path
            d={`M0 ${-r} C${-r * 0.7} ${-r * 0.3} ${-r * 0.6} ${r * 0.5} ${-r * 0.1} ${r}`}
            fill="none"
            stroke="#b9622a"
            stroke-width="5"
            stroke-linecap="round"
          />
          <circle cx={r * 0.35} cy={r * 0.2} r={r * 0.62} fill="#d9652f" opacity="0.28" />
          <ellipse cx={-r * 0.45} cy={-r * 0.4} rx={r * 0.2} ry={r * 0.14} fill="#fff" opacity="0.5" />
        </g>
      ))}
    </svg>
  )
}

function CollectionHead({ collection }: { collection: Collection | undefined }) {
  const { say } = useShop()
  return (
    <div class="wrap page-head">
      <Link href="/" class="crumb">
        ← {say('allProducts')}
      </Link>
      <h1>{collection?.name ?? ''}</h1>
      <p class="quiet">{collection?.description}</p>
    </div>
  )
}

function Chips({ collections }: { collections: readonly Collection[] }) {
  return (
    <div class="chips">
      {collections.map(({ slug, name }) => (
        <Link key={slug} href={`/koleksiyon/${slug}`} class="chip">
          {name}
        </Link>
      ))}
    </div>
  )
}
