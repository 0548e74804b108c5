// What a shopper sees: the hosted payment page, the bank's 3D Secure page and the way back to the merchant.
// Pages know the engine only through the HostedPageService.
export { createPages, type PagesOptions } from './create-pages'
