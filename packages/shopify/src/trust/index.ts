// Who may play Shopify: its session requests carry no signature, only a client certificate of Shopify's own authority.
export { type Trust, trustOf } from './client-certificate'
export { ASK_FOR_CERTIFICATE, reloadCertificates, tlsContextOf } from './session-listener'
