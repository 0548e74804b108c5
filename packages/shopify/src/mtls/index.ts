// Who may play Shopify: its session requests carry no signature, only a client certificate of Shopify's own authority.
export { type ClientCertificateVerifier, createVerifier } from './client-certificate'
export {
  ASK_FOR_CERTIFICATE,
  CERTIFICATE_FILES,
  certificateProblem,
  reloadCertificates,
  tlsContextOf,
} from './tls-options'
