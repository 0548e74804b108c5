import '@fontsource-variable/fraunces/index.css'
import '@fontsource-variable/inter/index.css'
import './styles/index.css'
import { render } from 'preact'
import { App } from './app'
import type { StorefrontConfig } from './backend'
import { ShopProvider } from './shop/shop-provider'

async function start(): Promise<void> {
  const config = (await (await fetch('/config.json')).json()) as StorefrontConfig
  const root = document.getElementById('app')
  if (!root) return
  // What the server rendered of a payment page stands there until now.
  root.replaceChildren()
  render(
    <ShopProvider config={config}>
      <App />
    </ShopProvider>,
    root,
  )
}

void start()
