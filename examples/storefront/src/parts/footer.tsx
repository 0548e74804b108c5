import { useShop } from '../shop/shop-context'

export function Footer() {
  const { say } = useShop()
  return (
    <footer class="footer">
      <div class="wrap footer__row">
        <p class="footer__brand">
          Zerdali <span class="quiet">{say('brandLine')}</span>
        </p>
        <p class="quiet">{say('demo')}</p>
      </div>
    </footer>
  )
}
