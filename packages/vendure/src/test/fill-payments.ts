// A hundred days of payments, nine of ten of one channel. Most were paid, a few wait for somebody; the newest are under way.
// Orders, payments and refunds of Vendure are copies of one that stands there, with ids of their own.

interface FilledShop {
  readonly payments: number
  /** Whom the payments are of: id of the large channel, id of the small one, and an account. */
  readonly channel: string
  readonly smallChannel: string
  readonly account: string
}

/** Above what the shop and the sandbox number by themselves. */
export const FIRST_PAYMENT = 1_000_000_000

/** How many are under way. */
const NEWEST = 200

const HOW = `CASE
  WHEN i > $n - ${NEWEST} THEN CASE i % 2 WHEN 0 THEN 'open' ELSE 'created' END
  WHEN i % 1000 < 950 THEN 'captured' WHEN i % 1000 < 985 THEN 'expired' WHEN i % 1000 < 990 THEN 'refunded'
  WHEN i % 1000 < 995 THEN 'authorized' WHEN i % 1000 < 998 THEN 'review' WHEN i % 1000 < 999 THEN 'refunding'
  ELSE 'needs-review' END`

const PAYMENT = `SELECT i, ${FIRST_PAYMENT} + i AS number, ${HOW} AS how, now() - ($n - i) * interval '100 days' / $n AS at,
    CASE WHEN i % 10 > 0 THEN '$channel' ELSE '$small' END AS channel
  FROM generate_series(1, $n) AS i`

const HAS_PAYMENT = `how NOT IN ('open', 'created', 'expired')`

/** So many of Vendure's own orders show whether its tables are read from end to end, and more take long to copy. */
const HAS_ORDER = `${HAS_PAYMENT} AND i > $n - 100000`

/** A twentieth of what was paid has a refund; of those every hundredth waits for the bank. */
const HAS_OPERATION = `how = 'captured' AND i % 20 = 0`
const IS_WAITING = `i % 2000 = 0`

/** Who is paid is asked about once more after a day; of who pays now, a few are due. */
const NEXT_CHECK = `CASE
  WHEN how IN ('open', 'created') THEN at + interval '30 minutes'
  WHEN how IN ('captured', 'review') AND at > now() - interval '1 day' THEN at + interval '1 day'
END`

const OPERATION = `jsonb_build_array(jsonb_build_object('key', md5('step ' || i), 'paymentId', number, 'state', 'done',
  'transactionId', number, 'refundId', number, 'amount', jsonb_build_object('minor', 5000, 'currency', 'TRY'),
  'price', jsonb_build_object('minor', 5000, 'currency', 'TRY')))`

/** The row that is like this one, with other values for these columns. */
const copies = (table: string, values: Readonly<Record<string, string>>, condition: string) => {
  const changed = Object.entries(values).map(([column, value]) => `'${column}', ${value}`)
  return `INSERT INTO "${table}" SELECT made.* FROM (${PAYMENT}) AS payment
    CROSS JOIN LATERAL (SELECT * FROM "${table}" ORDER BY id LIMIT 1) AS model
    CROSS JOIN LATERAL jsonb_populate_record(NULL::"${table}", to_jsonb(model) || jsonb_build_object(${changed.join()})) AS made
    WHERE ${condition}`
}

/** Statements that fill the plugin's tables and those of Vendure that it looks into. One order was paid and refunded. */
export const fillPayments = ({ payments, channel, smallChannel, account }: FilledShop): readonly string[] =>
  [
    `INSERT INTO craftgate_checkout ("createdAt", "updatedAt", "recordId", reference, attempt, account, "order", channel, context, phase,
       state, amount, currency, token, "pageUrl", "paymentIds", "paymentId", method, "startedAt", "changedAt", "stateSince", "expiresAt", "nextCheckAt",
       note, version)
     SELECT at, at, md5('record ' || i), md5('reference ' || i), 1, '$account', number, channel,
       jsonb_build_object('channel', channel, 'language', 'tr', 'method', 'craftgate', 'code', substr(md5('order ' || i), 1, 16), 'session', i),
       'AUTH', how, 10000 + (i::bigint * 7919) % 500000, 'TRY',
       CASE WHEN how <> 'created' THEN md5('token ' || i) END,
       CASE WHEN how <> 'created' THEN 'https://sandbox-checkout.craftgate.io/pay?token=' || md5('token ' || i) END,
       CASE WHEN ${HAS_PAYMENT} THEN jsonb_build_array(number) ELSE '[]' END,
       CASE WHEN ${HAS_PAYMENT} THEN number END,
       CASE WHEN NOT ${HAS_PAYMENT} THEN NULL WHEN i % 50 = 0 THEN 'MASTERPASS' WHEN i % 1000 = 1 THEN 'PAYPAL' ELSE 'CARD' END,
       at, at + interval '1 minute', at + interval '1 minute', at + interval '30 minutes', ${NEXT_CHECK}, how, 3
     FROM (${PAYMENT}) AS payment`,

    `INSERT INTO craftgate_checkout_payment (account, "paymentId", "recordId")
     SELECT '$account', number, md5('record ' || i) FROM (${PAYMENT}) AS payment WHERE ${HAS_PAYMENT}`,

    `INSERT INTO craftgate_operation ("createdAt", "updatedAt", "operationKey", kind, account, "paymentId", amount, currency, steps, state,
       "shopReference", "acknowledgedAt", "startedAt", "changedAt", version)
     SELECT at, at, 'refund-' || md5('operation ' || i), 'refund', '$account', number, 5000, 'TRY', ${OPERATION},
       CASE WHEN ${IS_WAITING} THEN 'waiting' ELSE 'done' END, number,
       CASE WHEN NOT ${IS_WAITING} THEN at + interval '1 day' END, at + interval '1 day', at + interval '1 day', 3
     FROM (${PAYMENT}) AS payment WHERE ${HAS_OPERATION}`,

    `INSERT INTO craftgate_sales_entry (account, entry, channel, reference, kind, currency, amount, paid, method, installment, bank, pos, errorgroup,
       charged, bankcommission, blockageresolved, moment)
     SELECT '$account', 'taken-' || number, channel, md5('reference ' || i), CASE i % 6 WHEN 0 THEN 'declined' ELSE 'sale' END, 'TRY', 17980, 18200,
       'CARD', i % 4 * 3, 'Bank ' || i % 9, 'pos-' || i % 5, CASE i % 6 WHEN 0 THEN 'DO_NOT_HONOUR' ELSE '' END,
       18200, CASE WHEN i % 7 > 0 THEN 355 END, (extract(epoch FROM at) * 1000)::bigint + i % 40 * 86400000::bigint, (extract(epoch FROM at) * 1000)::bigint
     FROM (${PAYMENT}) AS payment WHERE ${HAS_PAYMENT}`,

    `INSERT INTO craftgate_event ("createdAt", "updatedAt", "eventKey")
     SELECT at, at, 'API_VERIFY_AND_AUTH/SUCCESS/' || md5('event ' || i) FROM (${PAYMENT}) AS payment WHERE ${HAS_PAYMENT}`,

    `INSERT INTO craftgate_lock ("createdAt", "updatedAt", account, "paymentId")
     SELECT at, at, '$account', number FROM (${PAYMENT}) AS payment WHERE ${HAS_OPERATION}`,

    `INSERT INTO craftgate_panel_audit ("createdAt", "updatedAt", shop, "userId", "userName", action, reference)
     SELECT at, at, '$channel', i % 5, 'user-' || i % 5, 'asked-again', md5('reference ' || i) FROM (${PAYMENT}) AS payment WHERE i % 5 = 0`,

    `INSERT INTO craftgate_transfer ("createdAt", "updatedAt", account, "transferId", state, amount, currency, parts, "startedAt", "changedAt", version)
     SELECT at, at, '$account', number, CASE WHEN i % 500 = 0 THEN 'undecided' ELSE 'confirmed' END, 17980, 'TRY', '[]', at, at, 1
     FROM (${PAYMENT}) AS payment WHERE i % 20 = 0`,

    `INSERT INTO craftgate_wallet_operation ("createdAt", "updatedAt", "operationKey", account, kind, "memberId", amount, currency, details, step,
       state, "endedAt", "startedAt", "changedAt", version)
     SELECT at, at, 'filled-' || i, '$account', 'credit', i % 1000, 17980, 'TRY', '{"walletId":1}',
       '{"key":"k","state":"done"}', 'done', at, at, at, 1
     FROM (${PAYMENT}) AS payment WHERE i % 10 = 0`,

    copies('order', { id: 'number', code: `substr(md5('order ' || i), 1, 16)` }, HAS_ORDER),
    copies('payment', { id: 'number', orderId: 'number', transactionId: 'number::text' }, HAS_ORDER),
    copies(
      'refund',
      { id: 'number', paymentId: 'number', transactionId: 'number::text' },
      `${HAS_OPERATION} AND ${HAS_ORDER}`,
    ),
  ].map((sql) =>
    sql
      .replaceAll('$n', String(payments))
      .replaceAll('$channel', channel)
      .replaceAll('$small', smallChannel)
      .replaceAll('$account', account),
  )
