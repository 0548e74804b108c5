import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'

/** Takes the shopper's return and leads on to the order, as every shop does. */
export async function startShop(): Promise<Server> {
  const server = createServer((request, answer) => {
    request.resume()
    if (request.method === 'POST') answer.writeHead(303, { location: '/order' }).end()
    else
      answer.setHeader('content-type', 'text/html').end('<!doctype html><title>A shop</title><h1>Order</h1>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

export const urlOf = (shop: Server): string => `http://127.0.0.1:${(shop.address() as AddressInfo).port}`

export const orderPage = (page: Page) => page.getByRole('heading', { name: 'Order' }).waitFor()
