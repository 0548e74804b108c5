// Drawn by draw-schema.mjs: do not edit.
/** The Payments Apps API 2026-10 as Shopify publishes it (THIRD_PARTY_NOTICES.md). */
export const sdl = `schema {
  query: QueryRoot
  mutation: MutationRoot
}

"""
A version of the API, as defined by [Shopify API versioning](https://shopify.dev/api/usage/versioning).
Versions are commonly referred to by their handle (for example, \`2021-10\`).
"""
type ApiVersion {
  """The human-readable name of the version."""
  displayName: String!

  """
  The unique identifier of an ApiVersion. All supported API versions have a date-based (YYYY-MM) or \`unstable\` handle.
  """
  handle: String!

  """
  Whether the version is actively supported by Shopify. Supported API versions
  are guaranteed to be stable. Unsupported API versions include unstable,
  release candidate, and end-of-life versions that are marked as unsupported.
  For more information, refer to
  [Versioning](https://shopify.dev/api/usage/versioning).
  """
  supported: Boolean!
}

"""Represents a unique capture transaction."""
type CaptureSession {
  """A globally-unique ID."""
  id: ID!

  """Details about the capture state."""
  state: CaptureSessionStates!
}

"""Return type for \`captureSessionReject\` mutation."""
type CaptureSessionRejectPayload {
  """The updated capture session."""
  captureSession: CaptureSession

  """The list of errors that occurred from executing the mutation."""
  userErrors: [CaptureSessionRejectUserError!]!
}

"""An error that occurs during the execution of \`CaptureSessionReject\`."""
type CaptureSessionRejectUserError implements DisplayableError {
  """The error code."""
  code: CaptureSessionRejectUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`CaptureSessionRejectUserError\`.
"""
enum CaptureSessionRejectUserErrorCode {
  """
  Capture session has already been resolved or has already been rejected with a different reason.
  """
  CAPTURE_SESSION_INVALID_STATE

  """Capture session not found."""
  CAPTURE_SESSION_NOT_FOUND
}

"""The input fields to use for the reason why the capture was rejected."""
input CaptureSessionRejectionReasonInput {
  """The reason code."""
  code: CaptureSessionStatusReasonRejectionCode!

  """A custom, localized message for the merchant."""
  merchantMessage: String
}

"""Return type for \`captureSessionResolve\` mutation."""
type CaptureSessionResolvePayload {
  """The updated capture session."""
  captureSession: CaptureSession

  """The list of errors that occurred from executing the mutation."""
  userErrors: [CaptureSessionResolveUserError!]!
}

"""An error that occurs during the execution of \`CaptureSessionResolve\`."""
type CaptureSessionResolveUserError implements DisplayableError {
  """The error code."""
  code: CaptureSessionResolveUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`CaptureSessionResolveUserError\`.
"""
enum CaptureSessionResolveUserErrorCode {
  """Capture session has already been rejected."""
  CAPTURE_SESSION_INVALID_STATE

  """Capture session not found."""
  CAPTURE_SESSION_NOT_FOUND
}

"""The state of a finalized capture transaction."""
interface CaptureSessionState {
  """The capture state code."""
  code: CaptureSessionStateCode!
}

"""
The possible values that can be used to describe
the state of a finalized capture transaction.
"""
enum CaptureSessionStateCode {
  """Capture rejected."""
  REJECTED

  """Capture resolved."""
  RESOLVED
}

"""Additional details about a capture's rejected state."""
type CaptureSessionStateRejected implements CaptureSessionState {
  """The capture state code."""
  code: CaptureSessionStateCode!

  """The custom, localized message for the merchant."""
  merchantMessage: String

  """The reason the capture is rejected."""
  reason: CaptureSessionStateRejectedReason!
}

"""
The possible values that can be used to describe
the reason why the capture transaction is rejected.
"""
enum CaptureSessionStateRejectedReason {
  """Authorization expired."""
  AUTHORIZATION_EXPIRED

  """Capture processing failure."""
  PROCESSING_ERROR
}

"""Additional details about a capture's resolved state."""
type CaptureSessionStateResolved implements CaptureSessionState {
  """The capture state code."""
  code: CaptureSessionStateCode!
}

"""
The possible values that can be used to describe the state of a finalized capture transaction.
"""
union CaptureSessionStates = CaptureSessionStateRejected | CaptureSessionStateResolved

"""
The possible values that can be used to describe
the reason why a capture transaction is rejected.
"""
enum CaptureSessionStatusReasonRejectionCode {
  """Authorization expired."""
  AUTHORIZATION_EXPIRED

  """Capture processing failure."""
  PROCESSING_ERROR
}

"""
Represents an [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601)-encoded date and time string.
For example, 3:50 pm on September 7, 2019 in the time zone of UTC (Coordinated Universal Time) is
represented as \`"2019-09-07T15:50:00Z\`".
"""
scalar DateTime

"""
Digital wallet, such as Apple Pay, which can be used for accelerated checkouts.
"""
enum DigitalWallet {
  """Amazon Pay."""
  AMAZON_PAY

  """Android Pay."""
  ANDROID_PAY

  """Apple Pay."""
  APPLE_PAY

  """Facebook Pay."""
  FACEBOOK_PAY

  """Google Pay."""
  GOOGLE_PAY

  """Shopify Pay."""
  SHOPIFY_PAY
}

"""Represents an error in the input of a mutation."""
interface DisplayableError {
  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
The input fields will be used to render a message for buyers to take an action on an external device.
"""
input External {
  """The data to be used in the modal context."""
  data: JSON
}

"""
A [JSON](https://www.json.org/json-en.html) object.

Example value:
\`{
  "product": {
    "id": "gid://shopify/Product/1346443542550",
    "title": "White T-shirt",
    "options": [{
      "name": "Size",
      "values": ["M", "L"]
    }]
  }
}\`
"""
scalar JSON

"""
The input fields to capture action data from the provider, that will populate the buyer action modal.
"""
input ModalAction {
  """
  The modal will render a message to inform buyers to complete an action on an external device.
  """
  external: External

  """The modal will render a QR code that the buyer will scan."""
  qrCode: QrCode
}

"""The schema's entry point for all mutation operations."""
type MutationRoot {
  """
  Rejects an open capture session.
  
  After the \`captureSessionReject\` mutation completes on a given capture session, any
  \`captureSessionResolve\` mutation attempts will fail. Subsequent \`captureSessionReject\`
  mutation attempts will succeed, but the \`reason\` argument will be ignored.
  """
  captureSessionReject(
    """The capture session ID."""
    id: ID!

    """The rejection reason."""
    reason: CaptureSessionRejectionReasonInput!
  ): CaptureSessionRejectPayload

  """
  Resolves an open capture session.
  
  After the \`captureSessionResolve\` mutation completes on a given capture session, any
  \`captureSessionReject\` mutation attempts will fail. Subsequent \`captureSessionResolve\`
  mutation attempts will succeed.
  """
  captureSessionResolve(
    """The capture session ID."""
    id: ID!
  ): CaptureSessionResolvePayload

  """
  Initiates the confirmation process of the given payment_session.
  
  Shopify will start confirming the payment. According to its business logic, Shopify determines if the
  payment can be authorized and sends a POST request to the payments app, delivering the confirmation result.
  """
  paymentSessionConfirm(
    """The payment session ID."""
    id: ID!
  ): PaymentSessionConfirmPayload

  """
  Raises a modal that will be displayed to the buyer after a checkout is completed.
  Included data will be used to populate the UI extension in the modal.
  """
  paymentSessionModal(
    """
    The buyer action and corresponding data that will be made available in the modal at runtime.
    """
    action: ModalAction!

    """The date and time the modal will expire, in UTC"""
    expiresAt: DateTime

    """The payment session ID."""
    id: ID!
  ): PaymentSessionModalPayload

  """
  Change a payment session status to pending.
  
  Upon receiving the response from the \`PaymentSessionPending\` mutation,
  you must redirect the customer back to Shopify, using \`redirectUrl\` in \`nextAction\`.
  
  Upon completion, pending payments must be finalized into either a successful or failed state using
  the \`paymentSessionResolve\` or \`paymentSessionReject\` mutations.
  Both \`sale\` and \`authorization\` payments can be marked as pending.
  """
  paymentSessionPending(
    """The payment session ID."""
    id: ID!

    """
    The date and time when the pending payment expires, recommended to be within 3 days.
    """
    pendingExpiresAt: DateTime!

    """The reason the payment is pending."""
    reason: PaymentSessionStatePendingReason!
  ): PaymentSessionPendingPayload

  """
  Redirects the buyer to the given URL for the payment session.
  For example, Shopify will redirect the buyer to the URL where the 3DS authentication will take place
  for onsite payment with \`credit_card\` payment method.
  """
  paymentSessionRedirect(
    """The payment session ID."""
    id: ID!

    """
    The URL that Shopify will redirect the buyer to, for 3DS authentication.
    Applicable to payments with the credit card payment method only.
    """
    redirectUrl: URL!
  ): PaymentSessionRedirectPayload

  """
  Rejects an open payment session.
  After the \`paymentSessionReject\` mutation completes on a given payment session, any
  \`paymentSessionResolve\` mutation attempts will fail. Subsequent \`paymentSessionReject\`
  mutation attempts will succeed, but the \`RejectionReasonInput\` argument will be ignored.
  """
  paymentSessionReject(
    """
    The 3D Secure authentication data from the partner. Must be present if and
    only if the Redirect mutation has been called and the payment method is credit card.
    """
    authentication: PaymentSessionThreeDSecureAuthentication

    """The payment session ID."""
    id: ID!

    """The payment details used to process the transaction."""
    paymentDetails: PaymentSessionPaymentDetails

    """The rejection reason."""
    reason: PaymentSessionRejectionReasonInput!
  ): PaymentSessionRejectPayload

  """
  Resolves an open payment session.
  After the \`paymentSessionResolve\` mutation completes on a given payment session, any
  \`paymentSessionReject\` mutation attempts will fail. Subsequent \`paymentSessionResolve\`
  mutation attempts will succeed, but the \`Details\` argument will be ignored.
  """
  paymentSessionResolve(
    """
    The 3D Secure authentication data from the partner. Must be present if and
    only if the Redirect mutation has been called and the payment method is credit card.
    """
    authentication: PaymentSessionThreeDSecureAuthentication

    """The date and time when an authorized payment session expires."""
    authorizationExpiresAt: DateTime

    """The payment session ID."""
    id: ID!

    """The transaction ID issued by the network when processing the payment."""
    networkTransactionId: String

    """The payment details used to process the transaction."""
    paymentDetails: PaymentSessionPaymentDetails
  ): PaymentSessionResolvePayload

  """
  Configures the partner-managed payments gateway to work on the merchant's
  store. For an example of how to use the \`paymentsAppConfigure\` mutation, refer
  to the tutorial for [onboarding merchants to payments extensions](https://shopify.dev/docs/apps/build/payments/onboard-a-merchant-payments-extension).
  """
  paymentsAppConfigure(
    """Handle used in the external system."""
    externalHandle: String

    """The provider is ready to process merchant's payments."""
    ready: Boolean!
  ): PaymentsAppConfigurePayload

  """
  Rejects an open refund session.
  After the \`refundSessionReject\` mutation completes on a given refund session, any
  \`refundSessionResolve\` mutation attempts will fail. Subsequent \`refundSessionReject\`
  mutation attempts will succeed, but the \`RejectionReasonInput\` argument will be ignored.
  """
  refundSessionReject(
    """The refund session ID."""
    id: ID!

    """The rejection reason."""
    reason: RefundSessionRejectionReasonInput!
  ): RefundSessionRejectPayload

  """
  Resolves an open refund session.
  After the \`refundSessionResolve\` mutation completes on a given refund session, any
  \`refundSessionReject\` mutation attempts will fail. Subsequent \`refundSessionResolve\`
  mutation attempts will succeed, but the \`Details\` argument will be ignored.
  """
  refundSessionResolve(
    """The refund session ID."""
    id: ID!
  ): RefundSessionResolvePayload

  """
  Redirects the buyer to the given URL for the verification
  session. Shopify will redirect the buyer to
  the URL where the 3DS authentication will take place
  when verifying the buyer's credit_card.
  """
  verificationSessionRedirect(
    """The verification session ID."""
    id: ID!

    """
    The URL that Shopify will redirect the buyer to, for 3DS authentication.
    Applicable to verifications with the credit card payment method only.
    """
    redirectUrl: URL!
  ): VerificationSessionRedirectPayload

  """
  Rejects an open verification session.
  After the \`verificationSessionReject\` mutation completes on a given verification session, any
  \`verificationSessionResolve\` mutation attempts will fail. Subsequent \`verificationSessionReject\`
  mutation attempts will succeed, but the \`RejectionReasonInput\` argument will be ignored.
  """
  verificationSessionReject(
    """
    The 3D Secure authentication data from the partner. Must be present if and
    only if the Redirect mutation has been called and the payment method is credit card.
    """
    authentication: VerificationSessionThreeDSecureAuthentication

    """The verification session ID."""
    id: ID!

    """The rejection reason."""
    reason: VerificationSessionRejectionReasonInput!
  ): VerificationSessionRejectPayload

  """
  Resolves an open verification session.
  After the \`verificationSessionResolve\` mutation completes on a given verification session, any
  \`verificationSessionReject\` mutation attempts will fail. Subsequent \`verificationSessionResolve\`
  mutation attempts will succeed, but the \`Details\` argument will be ignored.
  """
  verificationSessionResolve(
    """
    The 3D Secure authentication data from the partner. Must be present if and
    only if the Redirect mutation has been called and the payment method is credit card.
    """
    authentication: VerificationSessionThreeDSecureAuthentication

    """The verification session ID."""
    id: ID!

    """
    The transaction ID issued by the network when processing the verification.
    """
    networkTransactionId: String @deprecated(reason: "This field is deprecated. For Unstable and stable versions from 2025 onwards, use \`paymentDetails.card.networkTransactionId\` instead. This field will be removed in a future release.")

    """The payment details used to process the verification."""
    paymentDetails: VerificationSessionPaymentDetailsInput
  ): VerificationSessionResolvePayload

  """
  Rejects an open void session.
  After the \`voidSessionReject\` mutation completes on a given void session, any
  \`voidSessionResolve\` mutation attempts will fail. Subsequent \`voidSessionReject\`
  mutation attempts will succeed, but the \`RejectionReasonInput\` argument will be ignored.
  """
  voidSessionReject(
    """The void session ID."""
    id: ID!

    """The rejection reason."""
    reason: VoidSessionRejectionReasonInput!
  ): VoidSessionRejectPayload

  """
  Resolves an open void session.
  After the \`voidSessionResolve\` mutation completes on a given void session, any
  \`voidSessionReject\` mutation attempts will fail. Subsequent \`voidSessionResolve\`
  mutation attempts will succeed, but the \`Details\` argument will be ignored.
  """
  voidSessionResolve(
    """The void session ID."""
    id: ID!
  ): VoidSessionResolvePayload
}

"""A unique payment transaction."""
type PaymentSession {
  """The date and time when an authorized payment session expires."""
  authorizationExpiresAt: DateTime

  """A globally-unique ID."""
  id: ID!

  """The next action expected of the partner."""
  nextAction: PaymentSessionNextAction

  """The date and time when a pending payment session expires."""
  pendingExpiresAt: DateTime

  """Details about the payment state."""
  state: PaymentSessionStates!
}

"""
The payload required to redirect the customer to the shop after payment is finalized.
"""
type PaymentSessionActionsRedirect {
  """The URL of the checkout that's used to redirect the customer."""
  redirectUrl: URL!
}

"""
The response code from the address verification system (AVS). The code is a single letter.
"""
enum PaymentSessionCardNotPresentAvsResultCode {
  """Street address matches but postal code does not match."""
  A

  """Street address matches, postal code not verified (international)."""
  B

  """Street address matches, postal code not verified."""
  D

  """Not eligible for AVS or AVS data invalid."""
  E

  """Street address and postal code both match (UK-specific)."""
  F

  """Non-U.S. issuing bank does not support AVS."""
  G

  """Street address and postal code do not match."""
  N

  """Postal code matches, street address not verified."""
  P

  """System unavailable or timed out."""
  R

  """Service not supported."""
  S

  """Address information unavailable."""
  U

  """Postal code matches, street address does not match."""
  W

  """Street address and postal code both match (exact match)."""
  X

  """Street address and postal code both match."""
  Y

  """Street address does not match but postal code matches."""
  Z
}

"""
The response code from the credit card company indicating whether the customer
entered the card security code, or card verification value, correctly. The code
is a single letter.
"""
enum PaymentSessionCardNotPresentCvvResultCode {
  """CVV failed data validation check."""
  I

  """CVV matches."""
  M

  """CVV does not match."""
  N

  """CVV not processed."""
  P

  """CVV should have been present."""
  S

  """CVV request unable to be processed by issuer."""
  U

  """CVV check not supported for card."""
  X
}

"""The input fields for the details of a card not present transaction."""
input PaymentSessionCardNotPresentInput {
  """
  The response code from the address verification system (AVS). The code is a single letter.
  """
  avsResultCode: PaymentSessionCardNotPresentAvsResultCode

  """
  The response code from the credit card company indicating whether the customer
  entered the card security code, or card verification value, correctly. The
  code is a single letter.
  """
  cvvResultCode: PaymentSessionCardNotPresentCvvResultCode
}

"""Return type for \`paymentSessionConfirm\` mutation."""
type PaymentSessionConfirmPayload {
  """The updated payment session."""
  paymentSession: PaymentSession

  """The list of errors that occurred from executing the mutation."""
  userErrors: [PaymentSessionConfirmUserError!]!
}

"""An error that occurs during the execution of \`PaymentSessionConfirm\`."""
type PaymentSessionConfirmUserError implements DisplayableError {
  """The error code."""
  code: PaymentSessionConfirmUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`PaymentSessionConfirmUserError\`.
"""
enum PaymentSessionConfirmUserErrorCode {
  """
  Confirmation flow requirements are not configured completely for this payment app.
  """
  CONFIRMATION_NOT_SUPPORTED

  """The state transition is invalid."""
  INVALID_STATE_TRANSITION

  """Payment session not found."""
  PAYMENT_SESSION_NOT_FOUND
}

"""Return type for \`paymentSessionModal\` mutation."""
type PaymentSessionModalPayload {
  """The updated payment session."""
  paymentSession: PaymentSession

  """The list of errors that occurred from executing the mutation."""
  userErrors: [PaymentSessionModalUserError!]!
}

"""An error that occurs during the execution of \`PaymentSessionModal\`."""
type PaymentSessionModalUserError implements DisplayableError {
  """The error code."""
  code: PaymentSessionModalUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`PaymentSessionModalUserError\`.
"""
enum PaymentSessionModalUserErrorCode {
  """Modal expiry date can't be a time in the past."""
  EXPIRED_MODAL_EXPIRES_AT

  """The state transition is invalid."""
  INVALID_STATE_TRANSITION

  """Modal expiry date has exceeded the limit."""
  OUT_OF_RANGE_MODAL_EXPIRES_AT

  """Payment session not found."""
  PAYMENT_SESSION_NOT_FOUND

  """Modal is not supported for this payment method."""
  UNSUPPORTED_PAYMENT_METHOD_FOR_MODAL
}

"""
The next action that is expected of the Partner after the payment is finalized.
"""
type PaymentSessionNextAction {
  """The action expected by the partner."""
  action: PaymentSessionNextActionAction!

  """The context required to perform an action."""
  context: PaymentSessionNextActionContext!
}

"""
The possible values that can be used to describe the next
action that a Partner should do after a payment is finalized.
"""
enum PaymentSessionNextActionAction {
  """Redirect the customer to the next checkout step."""
  REDIRECT
}

"""The context required to perform an action."""
union PaymentSessionNextActionContext = PaymentSessionActionsRedirect

"""
The input fields to capture details from the provider processing the payment.
"""
input PaymentSessionPaymentDetails {
  """The details from a card not present transaction."""
  cardNotPresent: PaymentSessionCardNotPresentInput
}

"""Return type for \`paymentSessionPending\` mutation."""
type PaymentSessionPendingPayload {
  """The updated payment session."""
  paymentSession: PaymentSession

  """The list of errors that occurred from executing the mutation."""
  userErrors: [PaymentSessionPendingUserError!]!
}

"""Represents a payment session custom error."""
type PaymentSessionPendingUserError implements DisplayableError {
  """The error code."""
  code: PaymentSessionPendingUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`PaymentSessionPendingUserError\`.
"""
enum PaymentSessionPendingUserErrorCode {
  """Pending expiry date can't be a time in the past."""
  EXPIRED_PENDING_EXPIRES_AT

  """Payment session doesn't exist."""
  NOT_FOUND

  """Pending expiry date has exceeded the default pending expiry limit."""
  OUT_OF_RANGE_PENDING_EXPIRES_AT

  """Payment session has already been resolved or rejected."""
  PENDING_INVALID_STATE

  """Pending is not supported for credit card payment methods."""
  UNSUPPORTED_PAYMENT_METHOD
}

"""Return type for \`paymentSessionRedirect\` mutation."""
type PaymentSessionRedirectPayload {
  """The updated payment session."""
  paymentSession: PaymentSession

  """The list of errors that occurred from executing the mutation."""
  userErrors: [PaymentSessionRedirectUserError!]!
}

"""An error that occurs during the execution of \`PaymentSessionRedirect\`."""
type PaymentSessionRedirectUserError implements DisplayableError {
  """The error code."""
  code: PaymentSessionRedirectUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`PaymentSessionRedirectUserError\`.
"""
enum PaymentSessionRedirectUserErrorCode {
  """
  Redirect request was received too late. The buyer has already been redirected by Shopify.
  """
  BUYER_ALREADY_REDIRECTED_BY_SHOPIFY

  """The state transition is invalid."""
  INVALID_STATE_TRANSITION

  """Payment session not found."""
  PAYMENT_SESSION_NOT_FOUND

  """
  The credit card payments app extension is not configured properly to support redirection flow.
  """
  REDIRECT_NOT_SUPPORTED_FOR_CREDIT_CARD

  """Redirect is not expected for offsite payments processing flow."""
  REDIRECT_NOT_SUPPORTED_FOR_OFFSITE

  """Redirect is not expected for onsite payments processing flow."""
  REDIRECT_NOT_SUPPORTED_FOR_ONSITE
}

"""Return type for \`paymentSessionReject\` mutation."""
type PaymentSessionRejectPayload {
  """The updated payment session."""
  paymentSession: PaymentSession

  """The list of errors that occurred from executing the mutation."""
  userErrors: [UserError!]!
}

"""The input fields for the reason why the payment was rejected."""
input PaymentSessionRejectionReasonInput {
  """The reason code."""
  code: PaymentSessionStateRejectedReason!

  """A custom, localized message for the merchant."""
  merchantMessage: String

  """The entity that rejected the payment."""
  source: PaymentSessionStateRejectedSource
}

"""Return type for \`paymentSessionResolve\` mutation."""
type PaymentSessionResolvePayload {
  """The updated payment session."""
  paymentSession: PaymentSession

  """The list of errors that occurred from executing the mutation."""
  userErrors: [UserError!]!
}

"""The state of a payment transaction."""
interface PaymentSessionState {
  """The payment state code."""
  code: PaymentSessionStateCode!
}

"""Buyer action required for the payment."""
type PaymentSessionStateBuyerActionRequired implements PaymentSessionState {
  """The payment state code."""
  code: PaymentSessionStateCode!
}

"""
The possible values that can be used to describe the state of a payment transaction.
"""
enum PaymentSessionStateCode {
  """Buyer action required."""
  BUYER_ACTION_REQUIRED

  """Confirming the payment."""
  CONFIRMING

  """Payment pending."""
  PENDING

  """Redirecting buyer."""
  REDIRECTING

  """Payment rejected."""
  REJECTED

  """Payment resolved."""
  RESOLVED
}

"""Additional details about a payment's confirming state."""
type PaymentSessionStateConfirming implements PaymentSessionState {
  """The payment state code."""
  code: PaymentSessionStateCode!
}

"""Additional details about a payment's pending state."""
type PaymentSessionStatePending implements PaymentSessionState {
  """The payment state code."""
  code: PaymentSessionStateCode!

  """The reason the payment is pending."""
  reason: PaymentSessionStatePendingReason
}

"""Reasons the finalization of the payment is pending."""
enum PaymentSessionStatePendingReason {
  """Awaiting action from the buyer."""
  BUYER_ACTION_REQUIRED

  """Awaiting action from the merchant."""
  MERCHANT_ACTION_REQUIRED

  """Awaiting action from the network."""
  NETWORK_ACTION_REQUIRED

  """Awaiting action from the Partner."""
  PARTNER_ACTION_REQUIRED
}

"""Additional details about a payment's redirecting state."""
type PaymentSessionStateRedirecting implements PaymentSessionState {
  """The payment state code."""
  code: PaymentSessionStateCode!
}

"""Additional details about a payment's rejected state."""
type PaymentSessionStateRejected implements PaymentSessionState {
  """The payment state code."""
  code: PaymentSessionStateCode!

  """The custom, localized message for the merchant."""
  merchantMessage: String

  """The reason the payment is rejected."""
  reason: PaymentSessionStateRejectedReason!

  """The entity that rejected the payment."""
  source: PaymentSessionStateRejectedSource
}

"""
The possible values that can be used to describe the reasons why a payment is rejected.
"""
enum PaymentSessionStateRejectedReason {
  """The amount exceeds the maximum amount allowed."""
  AMOUNT_TOO_LARGE

  """The amount is below the minimum amount allowed."""
  AMOUNT_TOO_SMALL

  """
  3D Secure authentication failed. This rejection reason should only be used
  when a payment has completed the 3DS authentication step but the
  authentication was unsuccessful or declined. In this case, the app isn't
  required to call the [\`paymentSessionConfirm\`](/docs/api/payments-apps/latest/mutations/paymentSessionConfirm)
  mutation to reject the credit card payment. Refer to [Supporting 3-D Secure](/docs/apps/build/payments/credit-card/use-the-cli?framework=remix#supporting-3-d-secure)
  for more information on how to support 3DS.
  """
  AUTHENTICATION_FAILED

  """
  The payment required 3D Secure authentication but was attempted without authentication.
  """
  AUTHENTICATION_REQUIRED

  """
  The issuer declined the payment. The buyer should contact their issuer for more details.
  """
  CALL_ISSUER

  """The payment was cancelled."""
  CANCELLED_PAYMENT

  """The card was declined."""
  CARD_DECLINED

  """The payment was blocked due to suspected card testing behaviour."""
  CARD_TESTING

  """
  The payments app called the [\`paymentSessionConfirm\`](/docs/api/payments-apps/latest/mutations/paymentSessionConfirm)
  mutation and Shopify rejected the confirmation.
  """
  CONFIRMATION_REJECTED

  """The issuer declined the payment without providing a specific reason."""
  DO_NOT_HONOR

  """The card has expired."""
  EXPIRED_CARD

  """The payment was declined due to suspected fraudulent activity."""
  FRAUD_SUSPECTED

  """
  The payment was declined due to high fraud risk indicators. The payment
  instrument may have been reported as lost or stolen.
  """
  HIGH_RISK_FRAUD_SUSPECTED

  """The address is incorrect."""
  INCORRECT_ADDRESS

  """The card security code (CVC/CVV) doesn't match the one on file."""
  INCORRECT_CVC

  """The number is incorrect."""
  INCORRECT_NUMBER

  """The PIN entered doesn't match the one on file."""
  INCORRECT_PIN

  """The postal code doesn't match the one on file."""
  INCORRECT_ZIP

  """The payment instrument was declined."""
  INSTRUMENT_DECLINED

  """The payment method has insufficient funds to complete the payment."""
  INSUFFICIENT_FUNDS

  """The payment amount is invalid or incorrectly calculated."""
  INVALID_AMOUNT

  """The currency isn't supported."""
  INVALID_CURRENCY

  """The card security code (CVC/CVV) doesn't match the expected format."""
  INVALID_CVC

  """The card expiration date is invalid or incorrectly formatted."""
  INVALID_EXPIRY_DATE

  """The number has an invalid or incomplete format."""
  INVALID_NUMBER

  """The payment method or its associated account is invalid or not found."""
  INVALID_PAYMENT_METHOD

  """This payment method doesn't support the requested payment type."""
  INVALID_PURCHASE_TYPE

  """
  The payment request is missing required parameters or contains invalid values.
  """
  INVALID_REQUEST

  """
  The payment couldn't be processed due to an issue with the merchant account.
  """
  MERCHANT_ACCOUNT_ERROR

  """The payment was blocked due to merchant's custom payment risk rule."""
  MERCHANT_RULE

  """The payment method isn't supported."""
  PAYMENT_METHOD_UNSUPPORTED

  """
  The card can't be used for this payment. The cardholder may have reported it as lost or stolen.
  """
  PICK_UP_CARD

  """An error occurred while processing the payment."""
  PROCESSING_ERROR

  """The payment retry attempt was declined."""
  RETRY_DECLINED

  """The payment was rejected by risk control."""
  RISKY @deprecated(reason: "Use \`fraudSuspected\` instead.")

  """The payment instrument has exceeded the processing frequency limit."""
  TRANSACTION_LIMIT_EXCEEDED
}

"""The entity that rejected the payment."""
enum PaymentSessionStateRejectedSource {
  """The payment network or the issuer rejected the payment."""
  NETWORK

  """The provider rejected the payment."""
  PROVIDER
}

"""Additional details about a payment's resolved state."""
type PaymentSessionStateResolved implements PaymentSessionState {
  """The payment state code."""
  code: PaymentSessionStateCode!
}

"""
The possible values that can be used to describe the state of a payment transaction.
"""
union PaymentSessionStates = PaymentSessionStateBuyerActionRequired | PaymentSessionStateConfirming | PaymentSessionStatePending | PaymentSessionStateRedirecting | PaymentSessionStateRejected | PaymentSessionStateResolved

"""
The 3D Secure authentication data from the partner. One and only one of
authentication_data and partner_error must be present.
"""
input PaymentSessionThreeDSecureAuthentication {
  """The 3D Secure authentication data from the partner."""
  authenticationData: PaymentSessionThreeDSecureAuthenticationData

  """
  The error that occurred in the partner environment while requesting the 3D
  Secure authentication or processing its result. Cannot be present if
  authentication_data is present.
  """
  partnerError: PaymentSessionThreeDSecurePartnerError
}

"""
The input fields for the 3D Secure authentication data from the partner.
"""
input PaymentSessionThreeDSecureAuthenticationData {
  """The Authentication Flow."""
  authenticationFlow: PaymentSessionThreeDSecureAuthenticationFlow!

  """
  Indicates if the liability for chargebacks has shifted away from the merchant.
  """
  chargebackLiability: PaymentSessionThreeDSecureChargebackLiability!

  """The 3D Secure transaction id."""
  dsTransactionId: String

  """The Transaction Status."""
  transStatus: PaymentSessionThreeDSecureTransStatus!

  """
  The Transaction Status Reason, as documented by the EMVCo 2.x specification.
  Must match the "A(0[1-9]|1[0-9]|2[0-6]|[89][0-9])z" regular expression.
  Provides information on why the trans_status field has the specified value.
  Required if trans_status is one of [N, U, R].
  """
  transStatusReason: String

  """The 3D Secure version."""
  version: PaymentSessionThreeDSecureVersion!
}

"""The 3D Secure Authentication Flow."""
enum PaymentSessionThreeDSecureAuthenticationFlow {
  """
  The Challenge Flow requires some Cardholder interaction. Cannot be used with 'trans_status' 'I'.
  """
  CHALLENGE

  """The Frictionless Flow does not require a Cardholder interaction."""
  FRICTIONLESS

  """
  Use this value for 3DS version 1 or when an error makes it impossible to establish what the flow is.
  """
  UNKNOWN
}

"""
Indicates if the liability for chargebacks has shifted away from the merchant.
"""
enum PaymentSessionThreeDSecureChargebackLiability {
  """
  The merchant remains liable for chargebacks. This can be the case when a
  Strong Customer Authentication exemption is requested by the payments app on
  behalf of the merchant, for instance.
  """
  MERCHANT

  """
  The merchant may not remain liable for chargebacks. This can be the case when
  no Strong Customer Authentication exemption is requested by the payments app
  on behalf of the merchant and when the authentication is successful, for
  instance. Cannot be used if trans_status is "N" or "R".
  """
  UNKNOWN
}

"""
The error that occurred in the partner environment while requesting the 3D Secure authentication or processing its result.
"""
enum PaymentSessionThreeDSecurePartnerError {
  """
  Error while requesting the 3D Secure authentication or processing its result.
  """
  PROCESSING_ERROR
}

"""
Indicates whether a transaction qualifies as an authenticated transaction. For
3DS version 2, the EMV 3D Secure transaction status from the last of the
Authentication Response (ARes) or Results Request (RReq) messages. For 3DS
version 1, the 3D Secure PARes Status.
"""
enum PaymentSessionThreeDSecureTransStatus {
  """
  Attempts Processing Performed; Not Authenticated/Verified, but a proof of
  attempted authentication/verification is provided.
  """
  A

  """
  I = Informational Only; 3DS Requestor challenge preference acknowledged.
  Cannot be used with 'authentication_flow' 'CHALLENGE'.
  """
  I

  """Not Authenticated /Account Not Verified; Transaction denied."""
  N

  """
  Authentication/ Account Verification Rejected; Issuer is rejecting
  authentication/verification and request that authorisation not be attempted.
  """
  R

  """
  Authentication/ Account Verification Could Not Be Performed; Technical or other problem.
  """
  U

  """Authentication Verification Successful."""
  Y
}

"""The 3D Secure version."""
enum PaymentSessionThreeDSecureVersion {
  """Unknown version."""
  UNKNOWN

  """Version 1.0."""
  V1_0

  """Version 2.1."""
  V2_1

  """Version 2.2."""
  V2_2

  """Version 2.3."""
  V2_3
}

"""
The [production configuration](https://shopify.dev/apps/payments/onboarding-a-merchant-payments-apps)
of the payments app.
"""
type PaymentsAppConfiguration {
  """
  A username or identifier associated with the account that the merchant has
  used with the partner. It displays in the Payments section in the Shopify
  admin. The \`externalHandle\` enables the merchant to identify the connected
  payment provider account.
  """
  externalHandle: String

  """Whether the provider is ready to process the merchant's payments."""
  ready: Boolean!
}

"""Return type for \`paymentsAppConfigure\` mutation."""
type PaymentsAppConfigurePayload {
  """The production configuration of the payments app."""
  paymentsAppConfiguration: PaymentsAppConfiguration

  """The list of errors that occurred from executing the mutation."""
  userErrors: [UserError!]!
}

"""
The input fields will be used to render a QR code that the buyer will scan.
"""
input QrCode {
  """The code which will be used to render the QR Code."""
  code: String!

  """The data to be used within the modal context."""
  data: JSON
}

"""
The schema's entry-point for queries. This acts as the public, top-level API from which all queries must start.
"""
type QueryRoot {
  """
  The list of public Payments Apps API versions, including supported, release candidate and unstable versions.
  """
  publicApiVersions: [ApiVersion!]!
}

"""A unique refund transaction."""
type RefundSession {
  """A globally-unique ID."""
  id: ID!

  """Details about the refund state."""
  state: RefundSessionStates!
}

"""Return type for \`refundSessionReject\` mutation."""
type RefundSessionRejectPayload {
  """The updated refund session."""
  refundSession: RefundSession

  """The list of errors that occurred from executing the mutation."""
  userErrors: [RefundSessionRejectUserError!]!
}

"""An error that occurs during the execution of \`RefundSessionReject\`."""
type RefundSessionRejectUserError implements DisplayableError {
  """The error code."""
  code: RefundSessionRejectUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`RefundSessionRejectUserError\`.
"""
enum RefundSessionRejectUserErrorCode {
  """
  Refund session has already been resolved or has already been rejected with a different reason.
  """
  REFUND_SESSION_INVALID_STATE

  """Refund session not found."""
  REFUND_SESSION_NOT_FOUND
}

"""The input fields for the reason why the refund was rejected."""
input RefundSessionRejectionReasonInput {
  """The reason code."""
  code: RefundSessionStatusReasonRejectionCode!

  """A custom, localized message for the merchant."""
  merchantMessage: String
}

"""Return type for \`refundSessionResolve\` mutation."""
type RefundSessionResolvePayload {
  """The updated refund session."""
  refundSession: RefundSession

  """The list of errors that occurred from executing the mutation."""
  userErrors: [RefundSessionResolveUserError!]!
}

"""An error that occurs during the execution of \`RefundSessionResolve\`."""
type RefundSessionResolveUserError implements DisplayableError {
  """The error code."""
  code: RefundSessionResolveUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`RefundSessionResolveUserError\`.
"""
enum RefundSessionResolveUserErrorCode {
  """Refund session has already been rejected."""
  REFUND_SESSION_INVALID_STATE

  """Refund session not found."""
  REFUND_SESSION_NOT_FOUND
}

"""The State of a finalized refund transaction."""
interface RefundSessionState {
  """The refund state code."""
  code: RefundSessionStateCode!
}

"""
The possible values that can be used to describe the state of a finalized refund transaction.
"""
enum RefundSessionStateCode {
  """Refund rejected."""
  REJECTED

  """Refund resolved."""
  RESOLVED
}

"""Additional details about a refund's rejected state."""
type RefundSessionStateRejected implements RefundSessionState {
  """The refund state code."""
  code: RefundSessionStateCode!

  """The custom, localized message for the merchant."""
  merchantMessage: String

  """The reason the refund is rejected."""
  reason: RefundSessionStateRejectedReason!
}

"""
The possible values that can be used to describe the reason why the refund is rejected.
"""
enum RefundSessionStateRejectedReason {
  """Refund processing failure."""
  PROCESSING_ERROR
}

"""Additional details about a refund's resolved state."""
type RefundSessionStateResolved implements RefundSessionState {
  """The refund state code."""
  code: RefundSessionStateCode!
}

"""
The possible values that can be used to describe the state of a finalized refund transaction.
"""
union RefundSessionStates = RefundSessionStateRejected | RefundSessionStateResolved

"""
The possible values that can be used to describe
the reason why a refund transaction was rejected.
"""
enum RefundSessionStatusReasonRejectionCode {
  """Refund processing failure."""
  PROCESSING_ERROR
}

"""
Represents an [RFC 3986](https://datatracker.ietf.org/doc/html/rfc3986) and
[RFC 3987](https://datatracker.ietf.org/doc/html/rfc3987)-compliant URI string.

For example, \`"https://example.myshopify.com"\` is a valid URL. It includes a scheme (\`https\`) and a host
(\`example.myshopify.com\`).
"""
scalar URL

"""
An error in the input of a mutation. Mutations return \`UserError\` objects to
indicate validation failures, such as invalid field values or business logic
violations, that prevent the operation from completing.
"""
type UserError implements DisplayableError {
  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""A unique verification transaction."""
type VerificationSession {
  """A globally-unique ID."""
  id: ID!

  """The next action expected of the partner."""
  nextAction: VerificationSessionNextAction

  """Details about the verification state."""
  state: VerificationSessionStates!
}

"""
The payload required to redirect the customer to the shop after verification is finalized.
"""
type VerificationSessionActionsRedirect {
  """The URL of the checkout that's used to redirect the customer."""
  redirectUrl: URL!
}

"""The input fields for the address."""
input VerificationSessionAddressInput {
  """City of the address."""
  city: String!

  """Company of the address."""
  company: String

  """Country code of the address."""
  countryCode: String!

  """Family name of the address."""
  familyName: String!

  """Given name of the address."""
  givenName: String

  """Line1 of the address."""
  line1: String!

  """Line2 of the address."""
  line2: String

  """Phone number of the address."""
  phoneNumber: String

  """Postal code of the address."""
  postalCode: String

  """Province of the address."""
  province: String
}

"""
Card brand, such as Visa or Mastercard, which can be used for payments.
"""
enum VerificationSessionCardBrandInput {
  """American Express."""
  AMERICAN_EXPRESS

  """Bogus."""
  BOGUS

  """Codensa."""
  CODENSA

  """Cuotas."""
  CUOTAS

  """Dankort."""
  DANKORT

  """Diners Club."""
  DINERS_CLUB

  """Discover."""
  DISCOVER

  """Eftposau."""
  EFTPOSAU

  """Eftpos."""
  EFTPOS_AU

  """Elo."""
  ELO

  """Finloup."""
  FINLOUP

  """Forbrugsforeningen."""
  FORBRUGSFORENINGEN

  """Hyper Card."""
  HYPERCARD

  """Interac."""
  INTERAC

  """JCB."""
  JCB

  """Laser."""
  LASER

  """Maestro."""
  MAESTRO

  """Mastercard."""
  MASTERCARD

  """Meeza."""
  MEEZA

  """Minicuotas."""
  MINICUOTAS

  """OCA."""
  OCA

  """OmanNet."""
  OMANNET

  """Overstock Mastercard."""
  OVERSTOCKCITICOBRAND

  """Overstock Credit Card."""
  OVERSTOCKCITIPLCC

  """RuPay."""
  RUPAY

  """Tasa Cero."""
  TASACERO

  """UnionPay."""
  UNIONPAY

  """Unknown."""
  UNKNOWN

  """Venus Credit Card."""
  VENUSPLCC

  """Visa."""
  VISA

  """Visa Electron."""
  VISAELECTRON

  """Zulily Credit Card."""
  ZULILYCREDITCARD
}

"""The input fields for the credit card."""
input VerificationSessionCardInput {
  """The billing address of the card holder."""
  billingAddress: VerificationSessionAddressInput

  """The bin number of the card."""
  bin: String!

  """The name of the card holder."""
  cardHolderName: String

  """The descriptor displayed to the buyer on invoice and checkout."""
  descriptor: String!

  """The last four digits of the DPAN if one was used."""
  dynamicLast4: String

  """The expiration month of the card."""
  expirationMonth: String!

  """The expiration year of the card."""
  expirationYear: String!

  """The name of the company which issued the card."""
  issuerName: String

  """The last four digits of the card."""
  last4: String!

  """The networkTransactionId of the card."""
  networkTransactionId: String

  """The network used to process the card."""
  type: VerificationSessionCardBrandInput!

  """The enum value of the wallet."""
  wallet: DigitalWallet
}

"""
The next action that is expected of the Partner after the verification is finalized.
"""
type VerificationSessionNextAction {
  """The action expected by the partner."""
  action: VerificationSessionNextActionAction!

  """The context required to perform an action."""
  context: VerificationSessionNextActionContext!
}

"""
The possible values that can be used to describe the next
action that a Partner should do after a verification is finalized.
"""
enum VerificationSessionNextActionAction {
  """Redirect the customer to the next checkout step."""
  REDIRECT
}

"""The context required to perform an action."""
union VerificationSessionNextActionContext = VerificationSessionActionsRedirect

"""The input fields for the payment details."""
input VerificationSessionPaymentDetailsInput {
  """Card information."""
  card: VerificationSessionCardInput
}

"""Return type for \`verificationSessionRedirect\` mutation."""
type VerificationSessionRedirectPayload {
  """The list of errors that occurred from executing the mutation."""
  userErrors: [VerificationSessionUserError!]!

  """The updated verification session."""
  verificationSession: VerificationSession
}

"""Return type for \`verificationSessionReject\` mutation."""
type VerificationSessionRejectPayload {
  """The list of errors that occurred from executing the mutation."""
  userErrors: [VerificationSessionUserError!]!

  """The updated verification session."""
  verificationSession: VerificationSession
}

"""The input fields for the reason why the verification was rejected."""
input VerificationSessionRejectionReasonInput {
  """The reason code."""
  code: VerificationSessionStateReason!

  """A custom, localized message for the merchant."""
  merchantMessage: String
}

"""Return type for \`verificationSessionResolve\` mutation."""
type VerificationSessionResolvePayload {
  """The list of errors that occurred from executing the mutation."""
  userErrors: [VerificationSessionUserError!]!

  """The updated verification session."""
  verificationSession: VerificationSession
}

"""The state of a verification transaction."""
interface VerificationSessionState {
  """The verification state code."""
  code: VerificationSessionStateCode!
}

"""
The possible values that can be used to describe the state of a verification transaction.
"""
enum VerificationSessionStateCode {
  """Redirecting buyer."""
  REDIRECTING

  """Verification rejected."""
  REJECTED

  """Verification resolved."""
  RESOLVED
}

"""
The possible values that can be used to describe the reasons why a verification is rejected.
"""
enum VerificationSessionStateReason {
  """
  Credit card only. 3DS authentication failed. This Reason should be only used
  when the payments app does not want to proceed and confirm the payment after
  the 3DS authentication step.
  """
  AUTHENTICATION_FAILED

  """Credit card only. Credit card declined."""
  CARD_DECLINED

  """Credit card only. Credit card expired."""
  EXPIRED_CARD

  """Verification processing failure."""
  GENERIC_ERROR

  """
  Credit card only. The provided address is valid but does not match the card's provider record.
  """
  INCORRECT_ADDRESS

  """
  Credit card only. The provided CVC is valid but does not match the card's provider record.
  """
  INCORRECT_CVC

  """
  Credit card only. The provided ZIP is valid but does not match the card's provider record.
  """
  INCORRECT_ZIP

  """Credit card only. The provided CVC does not match the expected format."""
  INVALID_CVC

  """Credit card only. The expiry date does not match the date format."""
  INVALID_EXPIRY_DATE

  """
  Credit card only. The provided card number does not match the expected format.
  """
  INVALID_NUMBER

  """
  The payment token is not valid for this use case (e.g., customer/payment method mismatch).
  """
  RESOURCE_INVALID

  """
  The payment method could not be found in the payment provider's system.
  """
  RESOURCE_NOT_FOUND
}

"""Additional details about a verification's redirecting state."""
type VerificationSessionStateRedirecting implements VerificationSessionState {
  """The verification state code."""
  code: VerificationSessionStateCode!
}

"""Additional details about a verification's rejected state."""
type VerificationSessionStateRejected implements VerificationSessionState {
  """The verification state code."""
  code: VerificationSessionStateCode!

  """The reason the verification is rejected."""
  reason: VerificationSessionStateReason!
}

"""Additional details about a verification's resolved state."""
type VerificationSessionStateResolved implements VerificationSessionState {
  """The verification state code."""
  code: VerificationSessionStateCode!
}

"""
The possible values that can be used to describe the state of a verification transaction.
"""
union VerificationSessionStates = VerificationSessionStateRedirecting | VerificationSessionStateRejected | VerificationSessionStateResolved

"""
The 3D Secure authentication data from the partner. One and only one of
authentication_data and partner_error must be present.
"""
input VerificationSessionThreeDSecureAuthentication {
  """The 3D Secure authentication data from the partner."""
  authenticationData: VerificationSessionThreeDSecureAuthenticationData

  """
  The error that occurred in the partner environment while requesting the 3D
  Secure authentication or processing its result. Cannot be present if
  authentication_data is present.
  """
  partnerError: VerificationSessionThreeDSecurePartnerError
}

"""
The input fields for the 3D Secure authentication data from the partner.
"""
input VerificationSessionThreeDSecureAuthenticationData {
  """The Authentication Flow."""
  authenticationFlow: VerificationSessionThreeDSecureAuthenticationFlow!

  """
  Indicates if the liability for chargebacks has shifted away from the merchant.
  """
  chargebackLiability: VerificationSessionThreeDSecureChargebackLiability!

  """The Transaction Status."""
  transStatus: VerificationSessionThreeDSecureTransStatus!

  """
  The Transaction Status Reason, as documented by the EMVCo 2.x specification.
  Must match the "A(0[1-9]|1[0-9]|2[0-6]|[89][0-9])z" regular expression.
  Provides information on why the trans_status field has the specified value.
  Required if trans_status is one of [N, U, R].
  """
  transStatusReason: String

  """The 3D Secure version."""
  version: VerificationSessionThreeDSecureVersion!
}

"""The 3D Secure Authentication Flow."""
enum VerificationSessionThreeDSecureAuthenticationFlow {
  """
  The Challenge Flow requires some Cardholder interaction. Cannot be used with 'trans_status' 'I'.
  """
  CHALLENGE

  """The Frictionless Flow does not require a Cardholder interaction."""
  FRICTIONLESS

  """
  Use this value for 3DS version 1 or when an error makes it impossible to establish what the flow is.
  """
  UNKNOWN
}

"""
Indicates if the liability for chargebacks has shifted away from the merchant.
"""
enum VerificationSessionThreeDSecureChargebackLiability {
  """
  The merchant remains liable for chargebacks. This can be the case when a
  Strong Customer Authentication exemption is requested by the payments app on
  behalf of the merchant, for instance.
  """
  MERCHANT

  """
  The merchant may not remain liable for chargebacks. This can be the case when
  no Strong Customer Authentication exemption is requested by the payments app
  on behalf of the merchant and when the authentication is successful, for
  instance. Cannot be used if trans_status is "N" or "R".
  """
  UNKNOWN
}

"""
The error that occurred in the partner environment while requesting the 3D Secure authentication or processing its result.
"""
enum VerificationSessionThreeDSecurePartnerError {
  """
  Error while requesting the 3D Secure authentication or processing its result.
  """
  PROCESSING_ERROR
}

"""
Indicates whether a transaction qualifies as an authenticated transaction. For
3DS version 2, the EMV 3D Secure transaction status from the last of the
Authentication Response (ARes) or Results Request (RReq) messages. For 3DS
version 1, the 3D Secure PARes Status.
"""
enum VerificationSessionThreeDSecureTransStatus {
  """
  Attempts Processing Performed; Not Authenticated/Verified, but a proof of
  attempted authentication/verification is provided.
  """
  A

  """
  I = Informational Only; 3DS Requestor challenge preference acknowledged.
  Cannot be used with 'authentication_flow' 'CHALLENGE'.
  """
  I

  """Not Authenticated /Account Not Verified; Transaction denied."""
  N

  """
  Authentication/ Account Verification Rejected; Issuer is rejecting
  authentication/verification and request that authorisation not be attempted.
  """
  R

  """
  Authentication/ Account Verification Could Not Be Performed; Technical or other problem.
  """
  U

  """Authentication Verification Successful."""
  Y
}

"""The 3D Secure version."""
enum VerificationSessionThreeDSecureVersion {
  """Unknown version."""
  UNKNOWN

  """Version 1.0."""
  V1_0

  """Version 2.1."""
  V2_1

  """Version 2.2."""
  V2_2

  """Version 2.3."""
  V2_3
}

"""Represents a verification session custom error."""
type VerificationSessionUserError implements DisplayableError {
  """The error code."""
  code: VerificationSessionUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`VerificationSessionUserError\`.
"""
enum VerificationSessionUserErrorCode {
  """Verification session has already been resolved or rejected."""
  INVALID_STATE_TRANSITION

  """Verification session doesn't exist."""
  VERIFICATION_SESSION_NOT_FOUND

  """Redirect request was received too late."""
  VERIFICATION_SESSION_TIMEOUT
}

"""A unique void transaction."""
type VoidSession {
  """A globally-unique ID."""
  id: ID!

  """Details about the void state."""
  state: VoidSessionStates!
}

"""Return type for \`voidSessionReject\` mutation."""
type VoidSessionRejectPayload {
  """The list of errors that occurred from executing the mutation."""
  userErrors: [VoidSessionRejectUserError!]!

  """The updated void session."""
  voidSession: VoidSession
}

"""An error that occurs during the execution of \`VoidSessionReject\`."""
type VoidSessionRejectUserError implements DisplayableError {
  """The error code."""
  code: VoidSessionRejectUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`VoidSessionRejectUserError\`.
"""
enum VoidSessionRejectUserErrorCode {
  """
  Void session has already been resolved or has already been rejected with a different reason.
  """
  VOID_SESSION_INVALID_STATE

  """Void session not found."""
  VOID_SESSION_NOT_FOUND
}

"""The input fields for the reason why the void transaction was rejected."""
input VoidSessionRejectionReasonInput {
  """The reason code."""
  code: VoidSessionStatusReasonRejectionCode!

  """A custom, localized message for the merchant."""
  merchantMessage: String
}

"""Return type for \`voidSessionResolve\` mutation."""
type VoidSessionResolvePayload {
  """The list of errors that occurred from executing the mutation."""
  userErrors: [VoidSessionResolveUserError!]!

  """The updated void session."""
  voidSession: VoidSession
}

"""An error that occurs during the execution of \`VoidSessionResolve\`."""
type VoidSessionResolveUserError implements DisplayableError {
  """The error code."""
  code: VoidSessionResolveUserErrorCode

  """The path to the input field that caused the error."""
  field: [String!]

  """The error message."""
  message: String!
}

"""
Possible error codes that can be returned by \`VoidSessionResolveUserError\`.
"""
enum VoidSessionResolveUserErrorCode {
  """Void session has already been rejected."""
  VOID_SESSION_INVALID_STATE

  """Void session not found."""
  VOID_SESSION_NOT_FOUND
}

"""The state of a finalized void transaction."""
interface VoidSessionState {
  """The void state code."""
  code: VoidSessionStateCode!
}

"""
The possible values that can be used to describe the state of a finalized void transaction.
"""
enum VoidSessionStateCode {
  """Void rejected."""
  REJECTED

  """Void resolved."""
  RESOLVED
}

"""Additional details about a void's rejected state."""
type VoidSessionStateRejected implements VoidSessionState {
  """The void state code."""
  code: VoidSessionStateCode!

  """The custom, localized message for the merchant."""
  merchantMessage: String

  """The reason the void is rejected."""
  reason: VoidSessionStateRejectedReason!
}

"""
The possible values that can be used to describe
the reason why a void transaction is rejected.
"""
enum VoidSessionStateRejectedReason {
  """Void processing failure."""
  PROCESSING_ERROR
}

"""Additional details about a void's resolved state."""
type VoidSessionStateResolved implements VoidSessionState {
  """The void state code."""
  code: VoidSessionStateCode!
}

"""
The possible values that can be used to describe the state of a finalized void transaction.
"""
union VoidSessionStates = VoidSessionStateRejected | VoidSessionStateResolved

"""
The possible values that can be used to describe the reason why a void transaction is rejected.
"""
enum VoidSessionStatusReasonRejectionCode {
  """Void processing failure."""
  PROCESSING_ERROR
}
`
