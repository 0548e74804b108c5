// Made from spec/ by scripts/generate.mjs. Change the description, not this file.

export interface paths {
    "/payment/v1/checkout-card-verify/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens the hosted page for storing a card without a sale */
        post: operations["initCheckoutCardVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/checkout-card-verify/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The card that was verified on the hosted page */
        get: operations["retrieveCheckoutCardVerify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/checkout-payments/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens the hosted payment page
         * @description The answer's pageUrl takes `&iframe=true`, `&animatedCard=true` and `&lang=tr|en`. A fresh idempotency key for each opening: a repeated one returns the first token, even when it has expired.
         */
        post: operations["initCheckoutPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/checkout-payments/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The payment of a hosted page's token
         * @description Answers the payment once there is one; before that, Craftgate answers with an error.
         */
        get: operations["retrieveCheckoutPayment"];
        put?: never;
        post?: never;
        /** Expires a hosted page's token */
        delete: operations["expireCheckoutPayment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/multi-payments/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens the hosted page for a payment in parts */
        post: operations["initMultiPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/multi-payments/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment in parts, with the ids of its payments */
        get: operations["retrieveMultiPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/card-loyalties/retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The rewards that a card can use */
        post: operations["retrieveLoyalties"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/card-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charges a card, a wallet or both
         * @description A declined card may come back as an `errors` envelope or as a payment with `paymentStatus: FAILURE` and `paymentError`.
         */
        post: operations["createPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/card-payments/3ds-complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Charges the card after 3D Secure */
        post: operations["complete3DSPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/card-payments/3ds-init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a card payment with 3D Secure */
        post: operations["init3DSPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/card-payments/deposit-to-card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pays money out to a card
         * @description Known to the Java client, not to Node.
         */
        post: operations["depositToCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/card-payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment */
        get: operations["retrievePayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/card-payments/{paymentId}/post-auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Captures a pre-authorized payment
         * @description Up to the margin of the POS around the pre-authorized amount. The portal names the path parameter id, the clients paymentId.
         */
        post: operations["postAuthPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/refund-transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refunds one transaction, in full or in part
         * @description Refused for payments that began as a pre-authorization.
         */
        post: operations["refundPaymentTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/refund-transactions/mark-as-refunded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a transaction as refunded outside of Craftgate */
        post: operations["markPaymentTransactionAsRefunded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/refund-transactions/{paymentTransactionRefundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One refund of a transaction */
        get: operations["retrievePaymentTransactionRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refunds or cancels a whole payment
         * @description Before the day is closed, and with no earlier refund, this is a CANCEL; afterwards a REFUND, whose answer has no id. A payment that began as a pre-authorization can be refunded as a whole only.
         */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/refunds/mark-as-refunded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a payment as refunded outside of Craftgate */
        post: operations["markPaymentAsRefunded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/refunds/refund-waiting-payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives back what a buyer paid towards a waiting payment */
        post: operations["refundWaitingPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/refunds/{refundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One refund of a payment */
        get: operations["retrievePaymentRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-reporting/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches payments */
        get: operations["searchPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-reporting/v1/payments/{paymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment with its refunds and what is left to refund */
        get: operations["retrievePaymentReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-reporting/v1/payments/{paymentId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refunds of one payment */
        get: operations["retrievePaymentRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-reporting/v1/payments/{paymentId}/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The transactions of one payment */
        get: operations["retrievePaymentTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-reporting/v1/payments/{paymentId}/transactions/{paymentTransactionId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refunds of one transaction */
        get: operations["retrievePaymentTransactionRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-reporting/v1/refund-transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches refunds of transactions */
        get: operations["searchPaymentTransactionRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment-reporting/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches refunds of whole payments */
        get: operations["searchPaymentRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/installment/v1/bins/{binNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known about a card by its first digits */
        get: operations["retrieveBinNumber"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/installment/v1/installments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an amount costs in instalments, by POS or card
         * @description Without a BIN, a line for each card family.
         */
        get: operations["searchInstallments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches stored cards */
        get: operations["searchStoredCards"];
        put?: never;
        /** Stores a card */
        post: operations["storeCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/cards/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copies a stored card to another merchant */
        post: operations["cloneCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/cards/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deletes a stored card
         * @description POST in the clients and on the portal, not DELETE.
         */
        post: operations["deleteStoredCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/cards/provider-card-mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stored cards that stand for a card kept at another provider */
        get: operations["retrieveProviderCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/cards/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes a stored card's expiry or name */
        post: operations["updateCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/cards/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Verifies a card and stores it without a sale */
        post: operations["verifyCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/ivr-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The card that a caller typed in a telephone call */
        get: operations["retrieveCardFromIvr"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/payment-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a token for a value that must not travel, such as a card number
         * @description Known to the Java and Python clients, not to Node.
         */
        post: operations["createPaymentToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/payment-tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes a token
         * @description Known to the Java and Python clients, not to Node.
         */
        delete: operations["deletePaymentToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/masterpass-payments/check-user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whether a telephone number has a Masterpass account */
        post: operations["checkMasterpassUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v2/masterpass-payments/3ds-complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Charges a Masterpass card after 3D Secure */
        post: operations["complete3DSMasterpassPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v2/masterpass-payments/3ds-init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts 3D Secure for a Masterpass payment */
        post: operations["init3DSMasterpassPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v2/masterpass-payments/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a Masterpass payment */
        post: operations["completeMasterpassPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v2/masterpass-payments/generate-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the token that Masterpass's own script pays with */
        post: operations["generateMasterpassPaymentToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v2/masterpass-payments/loyalties/retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The rewards that a Masterpass card can use */
        post: operations["retrieveMasterpassLoyalties"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/apm-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a payment that is collected outside: cash on delivery, bank transfer */
        post: operations["createApmPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/apm-payments/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a payment that needed a one-time code */
        post: operations["completeApmPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/apm-payments/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts a payment by an alternative method
         * @description What the shopper does next stands in additionalAction.
         */
        post: operations["initApmPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/apple-pay/merchant-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens an Apple Pay session */
        post: operations["createApplePayMerchantSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/bkm-express/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a BKM Express payment */
        post: operations["completeBkmExpress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/bkm-express/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a BKM Express payment */
        post: operations["initBkmExpress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/bkm-express/payments/{ticketId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The BKM Express payment of a ticket
         * @description Known to older clients (Node 1.0.65); newer ones ask by token.
         */
        get: operations["retrieveBkmExpressPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/bkm-express/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The BKM Express payment of a token */
        get: operations["retrieveBkmExpressPaymentByToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/garanti-pay-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a GarantiPay payment (first version) */
        post: operations["initGarantiPayPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/instant-transfer-banks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The banks that take instant transfers */
        get: operations["retrieveInstantTransferBanks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/juzdan-payments/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a Juzdan payment */
        post: operations["initJuzdanPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/juzdan-payments/{referenceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payment of a Juzdan reference */
        get: operations["retrieveJuzdanPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/meal-voucher/card-tokenizations/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts the tokenization of a meal voucher card */
        post: operations["initMealVoucherCardTokenization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/meal-voucher/card-tokenizations/{sessionId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes the tokenization of a meal voucher card */
        post: operations["completeMealVoucherCardTokenization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/meal-voucher/card-tokenizations/{sessionId}/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the code of a meal voucher card's tokenization again */
        post: operations["regenerateMealVoucherCardTokenization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/pos-apm-payments/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a payment by a bank's application */
        post: operations["completePosApmPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/pos-apm-payments/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts a payment by a bank's application
         * @description Also described at api/payment/pay-with-ykb-worldpay. Both pages call callbackUrl and additionalParams required; a Google Pay payment of the clients has neither a callback nor always parameters, so they are not required here.
         */
        post: operations["initPosApmPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/bnpl-payments/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts a payment by shopping loan */
        post: operations["initBnplPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/bnpl-payments/limit-inquiry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a loan limit inquiry with the one-time code */
        post: operations["completeBnplLimitInquiry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/bnpl-payments/limit-inquiry/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts an inquiry for a buyer's loan limit */
        post: operations["initBnplLimitInquiry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/bnpl-payments/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The offers of lenders for a basket */
        post: operations["retrieveBnplOffers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/bnpl-payments/{paymentId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves a shopping loan's payment */
        post: operations["approveBnplPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/bnpl-payments/{paymentId}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks the lender again how a loan's payment stands
         * @description The portal prints `POST /payment/v1/bnpl-payments/verify` and calls paymentId a parameter; the clients put the id into the path, as here.
         */
        post: operations["verifyBnplPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/craftlink/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches products that have a pay link */
        get: operations["searchProducts"];
        put?: never;
        /** Creates a product with a pay link */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/craftlink/v1/products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product that has a pay link */
        get: operations["retrieveProduct"];
        /** Changes a product that has a pay link */
        put: operations["updateProduct"];
        post?: never;
        /** Deletes a product and its pay link */
        delete: operations["deleteProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Loads a buyer's wallet from a card */
        post: operations["createDepositPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/deposits/3ds-complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Loads the wallet after 3D Secure */
        post: operations["complete3DSDepositPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/deposits/3ds-init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts loading a wallet with 3D Secure */
        post: operations["init3DSDepositPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/deposits/apm-init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts loading a wallet by an alternative method */
        post: operations["initApmDepositPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/deposits/fund-transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Loads a wallet with money that came by bank transfer */
        post: operations["createFundTransferDepositPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/wallet-transactions/{walletTransactionId}/refundable-amount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is left to refund of a wallet transaction */
        get: operations["retrieveRefundableAmountOfWalletTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/wallet-transactions/{walletTransactionId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refunds of a wallet transaction */
        get: operations["retrieveWalletTransactionRefunds"];
        put?: never;
        /** Refunds a wallet transaction to where it came from */
        post: operations["refundWalletTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/members/{memberId}/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A member's wallet */
        get: operations["retrieveMemberWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/members/{memberId}/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates a member's wallet */
        post: operations["createMemberWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/members/{memberId}/wallets/{walletId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes how far a member's wallet may go below zero */
        put: operations["updateMemberWallet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/merchants/me/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The merchant's own wallet */
        get: operations["retrieveMerchantWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/merchants/me/wallet/reset-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings the merchant's own wallet to zero
         * @description walletAmount is what the wallet holds now.
         */
        post: operations["resetMerchantWalletBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/remittances/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves money from a member's wallet to the merchant's */
        post: operations["receiveRemittance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/remittances/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves money from the merchant's wallet to a member's */
        post: operations["sendRemittance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/remittances/{remittanceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One remittance
         * @description The portal prints POST; the clients send GET.
         */
        get: operations["retrieveRemittance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/wallets/{walletId}/wallet-transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the transactions of a wallet */
        get: operations["searchWalletTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/withdraws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches payouts from wallets */
        get: operations["searchWithdraws"];
        put?: never;
        /** Asks for a payout from a seller's wallet */
        post: operations["createWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/withdraws/{withdrawId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payout from a wallet */
        get: operations["retrieveWithdraw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/v1/withdraws/{withdrawId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancels a payout from a wallet */
        post: operations["cancelWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/payment-transactions/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves transactions for payout */
        post: operations["approvePaymentTransactions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/payment-transactions/disapprove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraws the approval of transactions */
        post: operations["disapprovePaymentTransactions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payment/v1/payment-transactions/{paymentTransactionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes a transaction's seller, share or blockage
         * @description PUT: an idempotency key does nothing here.
         */
        put: operations["updatePaymentTransaction"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/onboarding/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches buyers and sellers */
        get: operations["searchMembers"];
        put?: never;
        /** Creates a buyer or a seller */
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/onboarding/v1/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One buyer or seller */
        get: operations["retrieveMember"];
        /** Changes a buyer or a seller */
        put: operations["updateMember"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/onboarding/v1/merchants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates a merchant account with its API keys */
        post: operations["createMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlement-reporting/v1/settlement-file-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the rows of payout files */
        get: operations["searchPayoutRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlement-reporting/v1/settlement-file/bounced-sub-merchant-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Searches payouts that the bank sent back
         * @description The portal prints POST; the clients send GET with a query.
         */
        get: operations["searchBouncedPayoutTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlement-reporting/v1/settlement-file/payout-details/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payout with its transactions
         * @description The portal prints POST; the clients send GET.
         */
        get: operations["retrievePayoutDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlement-reporting/v2/settlement-file/payout-completed-transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Searches transactions that were paid out
         * @description The portal prints POST and calls page and size required; the clients send GET with a query and may leave them out.
         */
        get: operations["searchPayoutCompletedTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlement/v1/instant-wallet-settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settles sellers' earnings into their wallets now */
        post: operations["createInstantWalletSettlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlement/v1/payout-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches accounts that payouts go to */
        get: operations["searchPayoutAccounts"];
        put?: never;
        /** Creates an account abroad that payouts go to */
        post: operations["createPayoutAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settlement/v1/payout-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes an account that payouts go to */
        put: operations["updatePayoutAccount"];
        post?: never;
        /** Deletes an account that payouts go to */
        delete: operations["deletePayoutAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merchant/v1/merchant-apms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The merchant's alternative payment methods */
        get: operations["retrieveMerchantApms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merchant/v1/merchant-poses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the merchant's virtual POSes */
        get: operations["searchMerchantPoses"];
        put?: never;
        /** Creates a virtual POS */
        post: operations["createMerchantPos"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merchant/v1/merchant-poses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One virtual POS */
        get: operations["retrieveMerchantPos"];
        /** Changes a virtual POS */
        put: operations["updateMerchantPos"];
        post?: never;
        /** Deletes a virtual POS */
        delete: operations["deleteMerchantPos"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merchant/v1/merchant-poses/{id}/commissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The commissions of a virtual POS */
        get: operations["retrieveMerchantPosCommissions"];
        put?: never;
        /** Sets the commissions of a virtual POS */
        post: operations["updateMerchantPosCommissions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/merchant/v1/merchant-poses/{id}/status/{status}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switches a virtual POS on, off or to refunds only */
        put: operations["updateMerchantPosStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fraud/v1/fraud-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches payments that a fraud rule stopped or marked */
        get: operations["searchFraudChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fraud/v1/fraud-checks/{id}/check-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Decides whether a marked payment is fraud */
        put: operations["updateFraudCheckStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fraud/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Searches the merchant's fraud rules
         * @description The Node client declares one rule as the answer; Python reads a page of rules, as here.
         */
        get: operations["searchFraudRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fraud/v1/value-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a value to a list, creating the list if need be
         * @description The portal also describes creating a list with this call: a list name and a type without a value (api/fraud-management/create-list).
         */
        post: operations["addValueToValueList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fraud/v1/value-lists/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All lists of values, without what they hold
         * @description The portal prints `GET /fraud/v1/value-lists`; the clients ask for `/value-lists/all`.
         */
        get: operations["retrieveAllValueLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fraud/v1/value-lists/{listName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One list of values and what it holds */
        get: operations["retrieveValueList"];
        put?: never;
        post?: never;
        /** Deletes a list of values */
        delete: operations["deleteValueList"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fraud/v1/value-lists/{listName}/card-fingerprints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds the card of a payment or loyalty inquiry to a list */
        post: operations["addCardFingerprint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fraud/v1/value-lists/{listName}/values/{valueId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes one value off a list */
        delete: operations["removeValueFromValueList"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/file-reporting/v1/payment-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The payments of one day as a file
         * @description Some clients write the path with a trailing slash.
         */
        get: operations["retrieveDailyPaymentReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/file-reporting/v1/report-demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Orders a report as a file */
        post: operations["createReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/file-reporting/v1/reports/{reportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Downloads a report that was ordered
         * @description In the clients, not on the portal.
         */
        get: operations["retrieveReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/file-reporting/v1/transaction-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The transactions of one day as a file
         * @description Some clients write the path with a trailing slash.
         */
        get: operations["retrieveDailyTransactionReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-account-tracking/v1/merchant-bank-account-trackings/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the movements of the merchant's watched bank accounts */
        get: operations["searchBankAccountRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank-account-tracking/v1/merchant-bank-account-trackings/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One movement of a watched bank account */
        get: operations["retrieveBankAccountRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    notification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Craftgate tells the merchant that something happened
         * @description Header `x-cg-signature-v1` is base64 of HMAC-SHA-256 over eventType, eventTimestamp, status and payloadId with the hook key. First sent about 30 seconds after the event; until a 2xx again after 10 s, 30 s, 3 min, 10 min and 30 min.
         */
        post: operations["receiveNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description RON and MXN appear in the clients only.
         * @enum {string}
         */
        Currency: "TRY" | "USD" | "EUR" | "GBP" | "ARS" | "BRL" | "CNY" | "AED" | "IQD" | "AZN" | "KZT" | "KWD" | "SAR" | "BHD" | "RUB" | "JPY" | "EGP" | "MXN" | "RON";
        /** @enum {string} */
        CardVerificationAuthType: "NON_THREE_DS" | "THREE_DS" | "NONE";
        InitCheckoutCardVerifyRequest: {
            verificationPrice?: number;
            currency?: components["schemas"]["Currency"];
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl?: string;
            cardUserKey?: string;
            paymentAuthenticationType?: components["schemas"]["CardVerificationAuthType"];
            /** @description Minutes that the page can be used. */
            ttl?: number;
        };
        ProviderError: {
            errorCode?: string;
            errorMessage?: string;
        };
        ErrorResponse: {
            errorCode: string;
            errorDescription?: string;
            providerError?: components["schemas"]["ProviderError"];
            errorGroup?: string;
        };
        /** @description Failure. Codes below 10000 are validation, 10000 and above payment errors with a group. `providerError` (the bank's own words) stands beside `errors` by the change notes and inside it by the Node client's types. */
        ErrorEnvelope: {
            errors: components["schemas"]["ErrorResponse"];
            providerError?: components["schemas"]["ProviderError"];
        };
        /** @description Turkish wall-clock time without a zone in answers (2021-11-15T14:07:18); requests may also send a date alone or a zone, as the clients differ. */
        DateTime: string;
        InitCheckoutCardVerifyResponse: {
            token: string;
            /** Format: uri */
            pageUrl: string;
            /** @description When the token dies. */
            tokenExpireDate?: components["schemas"]["DateTime"];
        };
        /** @enum {string} */
        CardType: "CREDIT_CARD" | "DEBIT_CARD" | "PREPAID_CARD";
        /** @enum {string} */
        CardAssociation: "VISA" | "MASTER_CARD" | "AMEX" | "TROY" | "JCB" | "UNION_PAY" | "MAESTRO" | "DISCOVER" | "DINERS_CLUB";
        /** @enum {string} */
        CardExpiryStatus: "EXPIRED" | "WILL_EXPIRE_NEXT_MONTH" | "NOT_EXPIRED";
        StoredCardResponse: {
            /** @description The first eight digits (six before April 2022). */
            binNumber?: string;
            lastFourDigits?: string;
            cardUserKey: string;
            cardToken: string;
            cardHolderName?: string;
            cardAlias?: string;
            cardType?: components["schemas"]["CardType"];
            cardAssociation?: components["schemas"]["CardAssociation"];
            cardBrand?: string;
            cardBankName?: string;
            cardBankId?: number;
            /** @description Four digits, as text. */
            expireYear?: string;
            /** @description Two digits, as text. */
            expireMonth?: string;
            isCommercial?: boolean;
            /** @description The other clients' name for isCommercial. */
            commercial?: boolean;
            cardExpiryStatus?: components["schemas"]["CardExpiryStatus"];
            createdAt?: components["schemas"]["DateTime"];
        };
        RetrieveCheckoutCardVerifyResponse: {
            token?: string;
            card?: components["schemas"]["StoredCardResponse"];
        };
        /** @enum {string} */
        PaymentGroup: "PRODUCT" | "LISTING_OR_SUBSCRIPTION";
        /**
         * @description A request says AUTH or PRE_AUTH; POST_AUTH is what a captured pre-authorization becomes.
         * @enum {string}
         */
        PaymentPhase: "AUTH" | "PRE_AUTH" | "POST_AUTH";
        /**
         * @description What `enabledPaymentMethods` takes. Union of all official clients and of the portal: the newest Node client knows about half of it; only the portal writes PLUXEE (the clients write SODEXO), APPLEPAY and GOOGLEPAY here.
         * @enum {string}
         */
        PaymentMethod: "MASTERPASS" | "CARD" | "PAPARA" | "PAYONEER" | "SODEXO" | "SODEXO_GIFT" | "EDENRED" | "EDENRED_GIFT" | "TOKENFLEX" | "TOKENFLEX_GIFT" | "ALIPAY" | "PAYPAL" | "KLARNA" | "AFTERPAY" | "INSTANT_TRANSFER" | "STRIPE" | "MULTINET" | "MULTINET_GIFT" | "MULTINET_NEO_GIFT" | "BIZUM" | "PAYCELL_DCB" | "HEPSIPAY" | "GARANTI_PAY" | "JUZDAN" | "YKB_WORLD_PAY" | "YKB_WORLD_PAY_SHOPPING_LOAN" | "METROPOL" | "ISPAY" | "PAYMOB" | "VODAFONE_DCB" | "KASPI" | "PAYLANDS_MB_WAY" | "ZIP" | "DKB" | "SETCARD" | "IWALLET" | "PAPEL" | "BKM_EXPRESS" | "PLUXEE" | "APPLEPAY" | "GOOGLEPAY";
        CustomInstallment: {
            number?: number;
            totalPrice?: number;
        };
        PaymentItem: {
            name?: string;
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            subMerchantMemberId?: number;
            subMerchantMemberPrice?: number;
            /** @description Days until the money may be paid out. */
            blockageDay?: number;
        };
        /** @enum {string} */
        OrderingRule: "ON_US" | "LOW_COMMISSION_RATE" | "IN_ORDER";
        RoutingOptions: {
            orderingRule?: components["schemas"]["OrderingRule"];
            posAliases?: string[];
            ignoreAdvancedPosRoutingRules?: boolean;
        };
        FraudCheckParameters: {
            buyerExternalId?: string;
            buyerPhoneNumber?: string;
            buyerEmail?: string;
            customFraudVariable?: string;
        };
        /** @description Union of the portal, all six official clients and the official shop modules. */
        InitCheckoutPaymentRequest: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            currency: components["schemas"]["Currency"];
            paymentGroup?: components["schemas"]["PaymentGroup"];
            paymentPhase?: components["schemas"]["PaymentPhase"];
            paymentChannel?: string;
            enabledPaymentMethods?: components["schemas"]["PaymentMethod"][];
            /** @description Starts with 90. */
            masterpassGsmNumber?: string;
            masterpassUserId?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            orderId?: string;
            cardUserKey?: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl: string;
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            enabledInstallments?: number[];
            /** @description Not together with allowOnlyStoredCards. */
            alwaysStoreCardAfterPayment?: boolean;
            allowDeleteStoredCard?: boolean;
            /** @description Needs cardUserKey. */
            allowOnlyStoredCards?: boolean;
            allowOnlyCreditCard?: boolean;
            /** @description The Node client's name for depositPayment. */
            depositPayments?: boolean;
            allowInstallmentOnlyCommercialCards?: boolean;
            forceThreeDS?: boolean;
            forceAuthForNonCreditCards?: boolean;
            useTopRedirection?: boolean;
            /** @description Where the page's "back to the shop" link leads. In the clients, not on the portal. */
            returnBackUrl?: string;
            /** @description Minutes that the page can be used. */
            ttl?: number;
            customInstallments?: components["schemas"]["CustomInstallment"][];
            items?: components["schemas"]["PaymentItem"][];
            routingOptions?: components["schemas"]["RoutingOptions"];
            fraudParams?: components["schemas"]["FraudCheckParameters"];
            additionalParams?: {
                [key: string]: unknown;
            };
            cardBrandInstallments?: {
                [key: string]: components["schemas"]["CustomInstallment"][];
            };
            /** @description Whether some bank errors are tried again on a second POS. */
            retry?: boolean;
            /** @description Loads the money into the buyer's wallet; then buyerMemberId is needed and items are not. The portal, Java and Python write depositPayment, Node depositPayments. */
            depositPayment?: boolean;
            /** @description The Node client sends text, the Go client may send a number (Chippin). */
            apmUserIdentity?: string | number;
            /** @description Gets the token as JSON by POST. On the portal, not in the Node client. */
            merchantWebhookUrl?: string;
            /** @description Sent by the official WooCommerce module for guests. */
            disableStoreCard?: boolean;
            /** @description Known to the Java client, not to Node. */
            guestCheckout?: boolean;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            bankOrderId?: string;
            /** @description Known to the Python client only (BKM Express). */
            bexGsmNumber?: string;
            /** @description Known to the Python client only (BKM Express). */
            bexUserId?: string;
        };
        InitCheckoutPaymentResponse: {
            token: string;
            /** Format: uri */
            pageUrl: string;
            /** @description When the token dies. */
            tokenExpireDate?: components["schemas"]["DateTime"];
        };
        /**
         * @description BANK_TRANSFER appears on the portal only.
         * @enum {string}
         */
        PaymentType: "CARD_PAYMENT" | "WALLET_PAYMENT" | "CARD_AND_WALLET_PAYMENT" | "DEPOSIT_PAYMENT" | "HEPSIPAY_DEPOSIT_PAYMENT" | "APM" | "BANK_TRANSFER";
        /** @enum {string} */
        PaymentProvider: "BANK" | "CG_WALLET" | "MASTERPASS" | "GARANTI_PAY" | "PAPARA" | "PAYONEER" | "SODEXO" | "EDENRED" | "METROPOL" | "TOKENFLEX" | "KASPI" | "INSTANT_TRANSFER" | "TOMPAY" | "YKB_WORLD_PAY" | "APPLEPAY" | "GOOGLEPAY" | "STRIPE" | "ALIPAY" | "PAYPAL" | "KLARNA" | "AFTERPAY" | "HEPSIPAY" | "MASLAK" | "TOM_FINANCE" | "ALFABANK" | "PAYCELL" | "HASO" | "MULTINET" | "ISPAY" | "VODAFONE" | "CHIPPIN" | "PAYMOB" | "BIZUM" | "PAYLANDS_MB_WAY" | "PAYCELL_DCB" | "IWALLET" | "OFFLINE" | "SETCARD" | "BKM_EXPRESS" | "PAPEL" | "ALBARAKA" | "JUZDAN" | "DKB" | "VODAFONE_DCB" | "KARACA_FINANS";
        /** @enum {string} */
        PaymentStatus: "FAILURE" | "SUCCESS" | "INIT_THREEDS" | "CALLBACK_THREEDS" | "WAITING";
        /**
         * @description MASTERPASS appears on the portal only.
         * @enum {string}
         */
        PaymentSource: "API" | "CHECKOUT_FORM" | "PAY_BY_LINK" | "HEPSIPAY" | "JUZDAN" | "MONO" | "MASTERPASS";
        /** @enum {string} */
        FraudAction: "BLOCK" | "REVIEW";
        MerchantPos: {
            id?: number;
            name?: string;
            alias?: string;
            bankId?: number;
        };
        /** @enum {string} */
        LoyaltyType: "REWARD_MONEY" | "ADDITIONAL_INSTALLMENT" | "POSTPONING_INSTALLMENT" | "EXTRA_POINTS" | "GAINING_MINUTES" | "POSTPONING_STATEMENT";
        Loyalty: {
            type?: components["schemas"]["LoyaltyType"];
            reward?: {
                cardRewardMoney?: number;
                firmRewardMoney?: number;
                totalRewardMoney?: number;
            };
            message?: string;
        };
        PaymentError: {
            errorCode: string;
            errorDescription?: string;
            errorGroup?: string;
        };
        /** @description Every payment of every way to pay. `createdDate` is Turkish wall-clock time. */
        BasePaymentResponse: {
            id: number;
            createdDate?: components["schemas"]["DateTime"];
            /** @description Decimal, in the main unit of the currency. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            /** @description Decimal: the part of paidPrice that the buyer's wallet pays. */
            walletPrice?: number;
            currency: components["schemas"]["Currency"];
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            installment?: number;
            /** @description As the request sent it. */
            conversationId?: string;
            /** @description As the request sent it. */
            externalId?: string;
            paymentType?: components["schemas"]["PaymentType"];
            paymentProvider?: components["schemas"]["PaymentProvider"];
            paymentGroup?: components["schemas"]["PaymentGroup"];
            paymentStatus: components["schemas"]["PaymentStatus"];
            paymentPhase?: components["schemas"]["PaymentPhase"];
            paymentSource?: components["schemas"]["PaymentSource"];
            paymentChannel?: string;
            isThreeDS?: boolean;
            /** @description Per cent that the shopper pays on top. */
            merchantCommissionRate?: number;
            merchantCommissionRateAmount?: number;
            /** @description Per cent that the bank keeps. */
            bankCommissionRate?: number;
            bankCommissionRateAmount?: number;
            /** @description When the money may be paid out. */
            blockageResolvedDate?: components["schemas"]["DateTime"];
            paidWithStoredCard?: boolean;
            /** @description The first eight digits (six before April 2022). */
            binNumber?: string;
            lastFourDigits?: string;
            cardHolderName?: string;
            cardIssuerBankName?: string;
            cardIssuerBankId?: number;
            bankCardHolderName?: string;
            authCode?: string;
            hostReference?: string;
            transId?: string;
            mdStatus?: number;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            orderId?: string;
            cardType?: components["schemas"]["CardType"];
            cardAssociation?: components["schemas"]["CardAssociation"];
            cardBrand?: string;
            requestedPosAlias?: string;
            fraudId?: number;
            fraudAction?: components["schemas"]["FraudAction"];
            fraudScore?: number;
            fraudRuleId?: number;
            pos?: components["schemas"]["MerchantPos"];
            loyalty?: components["schemas"]["Loyalty"];
            /** @description Filled where a bank or provider refused. */
            paymentError?: components["schemas"]["PaymentError"];
        };
        /** @enum {string} */
        TransactionStatus: "WAITING_FOR_APPROVAL" | "APPROVED" | "PAYOUT_STARTED";
        Payout: {
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice?: number;
            parity?: number;
            currency?: components["schemas"]["Currency"];
            merchantPayoutAmount?: number;
            subMerchantMemberPayoutAmount?: number;
        };
        PaymentTransaction: {
            id: number;
            name?: string;
            /** @description As the request sent it. */
            externalId?: string;
            /** @description Decimal, in the main unit of the currency. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            /** @description Decimal: the part of paidPrice that the buyer's wallet pays. */
            walletPrice?: number;
            /** @description Per cent that the shopper pays on top. */
            merchantCommissionRate?: number;
            merchantCommissionRateAmount?: number;
            merchantPayoutAmount?: number;
            subMerchantMemberId?: number;
            subMerchantMemberPrice?: number;
            subMerchantMemberPayoutRate?: number;
            subMerchantMemberPayoutAmount?: number;
            transactionStatus?: components["schemas"]["TransactionStatus"];
            /** @description When the money may be paid out. */
            blockageResolvedDate?: components["schemas"]["DateTime"];
            payout?: components["schemas"]["Payout"];
        };
        PaymentResponse: components["schemas"]["BasePaymentResponse"] & {
            cardUserKey?: string;
            cardToken?: string;
            paymentTransactions?: components["schemas"]["PaymentTransaction"][];
            additionalData?: {
                [key: string]: unknown;
            };
            apmType?: string;
        };
        /** @description A success that has nothing to tell; `data` may be missing or null. */
        DoneEnvelope: {
            data?: {
                [key: string]: unknown;
            } | null;
        };
        InitMultiPaymentRequest: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            currency: components["schemas"]["Currency"];
            paymentGroup?: components["schemas"]["PaymentGroup"];
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl: string;
            paymentChannel?: string;
            enabledPaymentMethods?: components["schemas"]["PaymentMethod"][];
            enabledInstallments?: number[];
            cardUserKey?: string;
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            allowOnlyCreditCard?: boolean;
            forceAuthForNonCreditCards?: boolean;
            /** @description Needs cardUserKey. */
            allowOnlyStoredCards?: boolean;
            allowInstallmentOnlyCommercialCards?: boolean;
            /** @description Not together with allowOnlyStoredCards. */
            alwaysStoreCardAfterPayment?: boolean;
            /** @description Sent by the official WooCommerce module for guests. */
            disableStoreCard?: boolean;
            forceThreeDS?: boolean;
            /** @description Starts with 90. */
            masterpassGsmNumber?: string;
            masterpassUserId?: string;
            /** @description The Node client sends text, the Go client may send a number (Chippin). */
            apmUserIdentity?: string | number;
            items?: components["schemas"]["PaymentItem"][];
            /** @description Minutes that the page can be used. */
            ttl?: number;
            maximumSplitPaymentCount?: number;
            additionalParams?: {
                [key: string]: unknown;
            };
            /** @description Whether some bank errors are tried again on a second POS. */
            retry?: boolean;
        };
        InitMultiPaymentResponse: {
            token: string;
            /** Format: uri */
            pageUrl: string;
            /** @description When the token dies. */
            tokenExpireDate?: components["schemas"]["DateTime"];
        };
        /** @enum {string} */
        MultiPaymentStatus: "CREATED" | "COMPLETED";
        MultiPaymentResponse: {
            id: number;
            multiPaymentStatus: components["schemas"]["MultiPaymentStatus"];
            token?: string;
            /** @description As the request sent it. */
            conversationId?: string;
            /** @description As the request sent it. */
            externalId?: string;
            /** @description The clients' name for the whole amount. */
            price?: number;
            remainingAmount?: number;
            /** @description When the token dies. */
            tokenExpireDate?: components["schemas"]["DateTime"];
            paymentIds?: number[];
            /** @description On the portal only. */
            paidPrice?: number;
        };
        RetrieveLoyaltiesRequest: {
            cardNumber?: string;
            /** @description Four digits, as text. */
            expireYear?: string;
            /** @description Two digits, as text. */
            expireMonth?: string;
            /** @description The portal calls it required. A POS with `enablePaymentWithoutCvc` takes payments without it, so it is not required here. */
            cvc?: string;
            cardUserKey?: string;
            cardToken?: string;
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            fraudParams?: components["schemas"]["FraudCheckParameters"];
        };
        FraudResult: {
            id?: number;
            action?: components["schemas"]["FraudAction"];
            score?: number;
        };
        RetrieveLoyaltiesResponse: {
            cardBrand?: string;
            cardIssuerBankName?: string;
            cardIssuerBankId?: number;
            force3ds?: boolean;
            pos?: components["schemas"]["MerchantPos"];
            fraudResult?: components["schemas"]["FraudResult"];
            loyalties?: components["schemas"]["Loyalty"][];
        };
        /** @description 1 is a single payment. The Node client knows 1 to 12. */
        InstallmentNumber: number;
        EncryptedCard: {
            cardData?: string;
            type?: string;
        };
        /** @enum {string} */
        TokenizedCardType: "APPLE_PAY";
        /** @description One of six shapes: a new card, a stored card (cardUserKey and cardToken), an insurance card (cardHolderIdentityNumber, binNumber, lastFourDigits), or secureFieldsToken, encryptedCard, tokenizedCard in place of a card number. The conditions below name the field that is missing. */
        Card: {
            cardHolderName?: string;
            cardNumber?: string;
            /** @description Four digits, as text. */
            expireYear?: string;
            /** @description Two digits, as text. */
            expireMonth?: string;
            /** @description The portal calls it required. A POS with `enablePaymentWithoutCvc` takes payments without it, so it is not required here. */
            cvc?: string;
            cardAlias?: string;
            storeCardAfterSuccessPayment?: boolean;
            /** @description With cardToken: a stored card. Without: whose card this becomes when it is stored. */
            cardUserKey?: string;
            cardToken?: string;
            binNumber?: string;
            lastFourDigits?: string;
            /** @description Insurance only: TCKN or VKN, with binNumber (first eight digits) and lastFourDigits. */
            cardHolderIdentityNumber?: string;
            secureFieldsToken?: string;
            encryptedCard?: components["schemas"]["EncryptedCard"];
            tokenizedCard?: {
                type: components["schemas"]["TokenizedCardType"];
                /** @description The wallet's own object or text. */
                data: unknown;
            };
            loyalty?: components["schemas"]["Loyalty"];
        } & (unknown & unknown & unknown);
        /** @description What the wallet pays in full (paidPrice equals walletPrice) needs no card. */
        CreatePaymentRequest: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            /** @description Decimal: the part of paidPrice that the buyer's wallet pays. The portal calls it required and names 0 as its default, so it may be left out. */
            walletPrice?: number;
            installment: components["schemas"]["InstallmentNumber"];
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            currency: components["schemas"]["Currency"];
            paymentGroup?: components["schemas"]["PaymentGroup"];
            paymentPhase?: components["schemas"]["PaymentPhase"];
            paymentChannel?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            bankOrderId?: string;
            card?: components["schemas"]["Card"];
            /** @description The POS to use, where the merchant chooses it. */
            posAlias?: string;
            routingOptions?: components["schemas"]["RoutingOptions"];
            fraudParams?: components["schemas"]["FraudCheckParameters"];
            items: components["schemas"]["PaymentItem"][];
            additionalParams?: {
                [key: string]: unknown;
            };
            /** @description Whether some bank errors are tried again on a second POS. */
            retry?: boolean;
        };
        CompleteThreeDSPaymentRequest: {
            paymentId: number;
        };
        InitThreeDSPaymentRequest: components["schemas"]["CreatePaymentRequest"] & {
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl: string;
        };
        /**
         * @description The clients know no REDIRECT_TO_URL, the portal does.
         * @enum {string}
         */
        AdditionalAction: "CONTINUE_IN_CLIENT" | "SHOW_HTML_CONTENT" | "REDIRECT_TO_URL" | "NONE";
        InitThreeDSPaymentResponse: {
            /** @description Base64 of a page that sends the shopper to the bank. */
            htmlContent?: string;
            paymentId: number;
            /** @description The same page as an address. */
            redirectUrl?: string;
            paymentStatus?: components["schemas"]["PaymentStatus"];
            additionalAction?: components["schemas"]["AdditionalAction"];
        };
        /** @enum {string} */
        PosIntegrator: "YKB" | "GARANTI" | "ISBANK" | "AKBANK" | "ZIRAATBANK" | "ZIRAATBANK_INNOVA" | "ZIRAATKATILIM" | "KUVEYTTURK" | "HALKBANK" | "DENIZBANK" | "VAKIFBANK" | "VAKIFKATILIM" | "FINANSBANK" | "FIBABANK" | "FIBABANK_ASSECO" | "ANADOLUBANK" | "PARAM_POS" | "IYZICO" | "SIPAY" | "PAYNET" | "PAYTR" | "BIRLESIK_ODEME" | "MOKA" | "STRIPE" | "TEB" | "IPARA" | "OZAN" | "BRAINTREE" | "NKOLAY" | "PAYTABS" | "PAYBULL" | "ELEKSE" | "ALGORITMA" | "PAYCELL" | "TAMI" | "QNB_PAY" | "AKBANK_VPOS" | "TAP" | "RUBIK" | "BIN_PAY" | "TURKONAY";
        DepositToCardIntegrator: {
            name?: components["schemas"]["PosIntegrator"];
            data?: {
                [key: string]: unknown;
            };
        };
        CreateDepositToCardRequest: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price?: number;
            currency?: components["schemas"]["Currency"];
            description?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            orderId?: string;
            card?: components["schemas"]["Card"];
            integrator?: components["schemas"]["DepositToCardIntegrator"];
        };
        DepositToCardResponse: {
            id?: number;
            createdDate?: components["schemas"]["DateTime"];
            /** @description Decimal, in the main unit of the currency. */
            price?: number;
            referenceId?: string;
            paymentStatus?: components["schemas"]["PaymentStatus"];
            currency?: components["schemas"]["Currency"];
            description?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            orderId?: string;
        };
        PostAuthPaymentRequest: {
            /** @description Decimal: what is captured. The portal calls it required, the clients may leave it out; then all is captured. */
            paidPrice?: number;
        };
        /**
         * @description CARD is the older name of PROVIDER.
         * @enum {string}
         */
        RefundDestinationType: "CARD" | "PROVIDER" | "WALLET";
        RefundPaymentTransactionRequest: {
            paymentTransactionId: number;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description Decimal; without it, all that is left. */
            refundPrice?: number;
            refundDestinationType?: components["schemas"]["RefundDestinationType"];
            /** @description The merchant pays where a seller's balance is too small. */
            chargeFromMe?: boolean;
        };
        /**
         * @description WAITING appears in the clients only: a refund that the bank has not answered yet.
         * @enum {string}
         */
        RefundStatus: "SUCCESS" | "FAILURE" | "WAITING";
        BasePaymentTransactionRefundResponse: {
            id: number;
            createdDate?: components["schemas"]["DateTime"];
            status: components["schemas"]["RefundStatus"];
            refundDestinationType?: components["schemas"]["RefundDestinationType"];
            /** @description Decimal. */
            refundPrice: number;
            /** @description Decimal: what goes back to the card or provider. */
            refundBankPrice?: number;
            /** @description Decimal: what goes back to the wallet. */
            refundWalletPrice?: number;
            /** @description As the request sent it. */
            conversationId?: string;
            authCode?: string;
            hostReference?: string;
            transId?: string;
            isAfterSettlement?: boolean;
            paymentTransactionId: number;
        };
        /** @description A refund of one transaction. */
        PaymentTransactionRefundResponse: components["schemas"]["BasePaymentTransactionRefundResponse"] & {
            currency?: components["schemas"]["Currency"];
            paymentId?: number;
        };
        RefundPaymentTransactionMarkAsRefundedRequest: {
            paymentTransactionId?: number;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description Decimal. */
            refundPrice?: number;
        };
        RefundPaymentRequest: {
            paymentId: number;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            refundDestinationType?: components["schemas"]["RefundDestinationType"];
            /** @description The merchant pays where a seller's balance is too small. */
            chargeFromMe?: boolean;
        };
        BasePaymentRefundResponse: {
            id?: number;
            createdDate?: components["schemas"]["DateTime"];
            status: components["schemas"]["RefundStatus"];
            refundDestinationType?: components["schemas"]["RefundDestinationType"];
            /** @description Decimal. */
            refundPrice: number;
            /** @description Decimal: what goes back to the card or provider. */
            refundBankPrice?: number;
            /** @description Decimal: what goes back to the wallet. */
            refundWalletPrice?: number;
            /** @description As the request sent it. */
            conversationId?: string;
            authCode?: string;
            hostReference?: string;
            transId?: string;
            paymentId?: number;
        };
        /** @enum {string} */
        RefundType: "CANCEL" | "REFUND";
        PaymentRefundResponse: components["schemas"]["BasePaymentRefundResponse"] & {
            refundType?: components["schemas"]["RefundType"];
            currency?: components["schemas"]["Currency"];
            paymentTransactionRefunds?: components["schemas"]["PaymentTransactionRefundResponse"][];
        };
        PaymentTransactionRefundListResponse: {
            items: components["schemas"]["PaymentTransactionRefundResponse"][];
        };
        RefundWaitingPaymentRequest: {
            paymentId: number;
        };
        WaitingPaymentRefundResponse: {
            status: components["schemas"]["RefundStatus"];
        };
        /** @description A moment in a query. Turkish wall-clock time (2021-11-15T14:07:18), a date alone or a zone at the end: the clients differ in form, so none is refused here. */
        QueryDate: string;
        /** @description Several results: `page` counts from 0. */
        Page: {
            page?: number;
            size?: number;
            totalSize?: number;
        };
        /** @enum {string} */
        PaymentRefundStatus: "NO_REFUND" | "NOT_REFUNDED" | "PARTIAL_REFUNDED" | "FULLY_REFUNDED";
        /** @enum {string} */
        Status: "ACTIVE" | "PASSIVE";
        /** @enum {string} */
        MemberType: "PERSONAL" | "PRIVATE_COMPANY" | "LIMITED_OR_JOINT_STOCK_COMPANY";
        /** @enum {string} */
        SettlementEarningsDestination: "IBAN" | "WALLET" | "CROSS_BORDER" | "NONE";
        MemberResponse: {
            id: number;
            createdDate?: components["schemas"]["DateTime"];
            updatedDate?: components["schemas"]["DateTime"];
            status?: components["schemas"]["Status"];
            isBuyer?: boolean;
            isSubMerchant?: boolean;
            memberType?: components["schemas"]["MemberType"];
            memberExternalId?: string;
            name?: string;
            email?: string;
            iban?: string;
            address?: string;
            phoneNumber?: string;
            taxOffice?: string;
            taxNumber?: string;
            contactName?: string;
            contactSurname?: string;
            legalCompanyTitle?: string;
            settlementEarningsDestination?: components["schemas"]["SettlementEarningsDestination"];
            settlementDelayCount?: number;
            subMerchantMaximumAllowedNegativeBalance?: number;
        };
        /** @description A refund of a whole payment, as the reports tell it. */
        ReportingPaymentRefundResponse: components["schemas"]["BasePaymentRefundResponse"] & {
            paymentType?: components["schemas"]["PaymentType"];
            error?: components["schemas"]["PaymentError"];
        };
        ReportingPaymentResponse: components["schemas"]["BasePaymentResponse"] & {
            retryCount?: number;
            /** @description Decimal: what is left to refund. */
            refundablePrice?: number;
            refundStatus?: components["schemas"]["PaymentRefundStatus"];
            buyerMember?: components["schemas"]["MemberResponse"];
            /** @description Whole refunds; refunds by transaction stand at their transactions. */
            refunds?: components["schemas"]["ReportingPaymentRefundResponse"][];
        };
        /**
         * @description NO_PAYOUT appears on the portal, CANCELLED in the clients.
         * @enum {string}
         */
        TransactionPayoutStatus: "CANCELLED" | "WAITING_FOR_PAYOUT" | "PAYOUT_STARTED" | "PAYOUT_COMPLETED" | "NO_PAYOUT";
        PayoutStatus: {
            merchantStatus?: components["schemas"]["TransactionPayoutStatus"];
            merchantStatusDate?: components["schemas"]["DateTime"];
            subMerchantMemberStatus?: components["schemas"]["TransactionPayoutStatus"];
            subMerchantMemberStatusDate?: components["schemas"]["DateTime"];
        };
        ReportingPaymentTransaction: components["schemas"]["PaymentTransaction"] & {
            createdDate?: components["schemas"]["DateTime"];
            transactionStatusDate?: components["schemas"]["DateTime"];
            /** @description Decimal: what is left to refund. */
            refundablePrice?: number;
            subMerchantMember?: components["schemas"]["MemberResponse"];
            refundStatus?: components["schemas"]["PaymentRefundStatus"];
            payoutStatus?: components["schemas"]["PayoutStatus"];
            /** @description Per cent that the bank keeps. */
            bankCommissionRate?: number;
            bankCommissionRateAmount?: number;
        };
        ReportingPaymentTransactionRefundResponse: components["schemas"]["BasePaymentTransactionRefundResponse"] & {
            paymentType?: components["schemas"]["PaymentType"];
            error?: components["schemas"]["PaymentError"];
        };
        BinNumberResponse: {
            /** @description The first eight digits (six before April 2022). */
            binNumber: string;
            cardType?: components["schemas"]["CardType"];
            cardAssociation?: components["schemas"]["CardAssociation"];
            cardBrand?: string;
            bankName?: string;
            bankCode?: number;
            commercial?: boolean;
        };
        InstallmentPrice: {
            /** @description The POS to use, where the merchant chooses it. */
            posAlias?: string;
            installmentNumber: number;
            installmentPrice: number;
            /** @description Per cent that the bank keeps. */
            bankCommissionRate?: number;
            /** @description Per cent that the shopper pays on top. */
            merchantCommissionRate?: number;
            totalPrice: number;
            installmentLabel?: string;
            loyaltySupported?: boolean;
            force3ds?: boolean;
            cvcRequired?: boolean;
        };
        Installment: {
            /** @description The first eight digits (six before April 2022). */
            binNumber?: string;
            /** @description Decimal, in the main unit of the currency. */
            price: number;
            cardType?: components["schemas"]["CardType"];
            cardAssociation?: components["schemas"]["CardAssociation"];
            cardBrand?: string;
            bankName?: string;
            bankCode?: number;
            force3ds?: boolean;
            cvcRequired?: boolean;
            commercial?: boolean;
            installmentPrices: components["schemas"]["InstallmentPrice"][];
        };
        InstallmentListResponse: {
            items: components["schemas"]["Installment"][];
        };
        StoreCardRequest: {
            cardHolderName?: string;
            cardNumber?: string;
            /** @description Four digits, as text. */
            expireYear?: string;
            /** @description Two digits, as text. */
            expireMonth?: string;
            secureFieldsToken?: string;
            cardAlias?: string;
            cardUserKey?: string;
            encryptedCard?: components["schemas"]["EncryptedCard"];
        };
        CloneCardRequest: {
            sourceCardUserKey?: string;
            sourceCardToken?: string;
            targetCardUserKey?: string;
            targetMerchantId?: number;
        };
        DeleteStoredCardRequest: {
            cardUserKey: string;
            cardToken: string;
        };
        /** @enum {string} */
        CardProvider: "IYZICO" | "IPARA" | "BIRLESIK_ODEME" | "MEX";
        UpdateCardRequest: {
            cardUserKey: string;
            cardToken: string;
            /** @description Four digits, as text. */
            expireYear: string;
            /** @description Two digits, as text. */
            expireMonth: string;
            cardAlias?: string;
        };
        VerifyCard: {
            cardHolderName?: string;
            cardNumber?: string;
            /** @description Four digits, as text. */
            expireYear?: string;
            /** @description Two digits, as text. */
            expireMonth?: string;
            /** @description The portal calls it required. A POS with `enablePaymentWithoutCvc` takes payments without it, so it is not required here. */
            cvc?: string;
            cardAlias?: string;
            cardUserKey?: string;
        };
        VerifyCardRequest: {
            card?: components["schemas"]["VerifyCard"];
            paymentAuthenticationType?: components["schemas"]["CardVerificationAuthType"];
            verificationPrice?: number;
            currency?: components["schemas"]["Currency"];
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl?: string;
        };
        /** @enum {string} */
        CardVerifyStatus: "SUCCESS" | "FAILURE" | "THREE_DS_PENDING";
        VerifyCardResponse: {
            cardUserKey?: string;
            cardToken?: string;
            /** @description Base64 of a page that sends the shopper to the bank. */
            htmlContent?: string;
            redirectUrl?: string;
            merchantCallbackUrl?: string;
            refundStatus?: components["schemas"]["RefundStatus"];
            cardVerifyStatus?: components["schemas"]["CardVerifyStatus"];
        };
        IVRCardTokenizationResponse: {
            /** @description The first eight digits (six before April 2022). */
            binNumber?: string;
            lastFourDigits?: string;
            cardUserKey?: string;
            cardToken?: string;
            secureFieldsToken?: string;
        };
        CreatePaymentTokenRequest: {
            value?: string;
            issuer?: string;
        };
        PaymentTokenResponse: {
            token?: string;
            issuer?: string;
        };
        CheckMasterpassUserRequest: {
            /** @description Starts with 90. */
            masterpassGsmNumber?: string;
        };
        CheckMasterpassUserResponse: {
            isEligibleToUseMasterpass?: boolean;
            isAnyCardSavedInCustomerProgram?: boolean;
            hasMasterpassAccount?: boolean;
            /** @description Spelled so by Craftgate. */
            hashAnyCardSavedInMasterpassAccount?: boolean;
            isMasterpassAccountLinkedWithMerchant?: boolean;
            isMasterpassAccountLocked?: boolean;
            isPhoneNumberUpdatedInAnotherMerchant?: boolean;
            accountStatus?: string;
        };
        MasterpassPaymentThreeDSCompleteRequest: {
            paymentId: number;
        };
        MasterpassPaymentThreeDSInitRequest: {
            referenceId: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl: string;
        };
        MasterpassPaymentThreeDSInitResponse: {
            paymentId?: number;
            returnUrl?: string;
        };
        MasterpassPaymentCompleteRequest: {
            referenceId: string;
            token: string;
        };
        MasterpassCreatePayment: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            installment?: components["schemas"]["InstallmentNumber"];
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            currency: components["schemas"]["Currency"];
            paymentGroup?: components["schemas"]["PaymentGroup"];
            paymentPhase?: components["schemas"]["PaymentPhase"];
            paymentChannel?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            bankOrderId?: string;
            /** @description The POS to use, where the merchant chooses it. */
            posAlias?: string;
            items: components["schemas"]["PaymentItem"][];
            additionalParams?: {
                [key: string]: unknown;
            };
        };
        /** @enum {string} */
        MasterpassValidationType: "NONE" | "OTP" | "THREE_DS";
        MasterpassPaymentTokenGenerateRequest: {
            msisdn: string;
            userId: string;
            /** @description The portal calls it a number, the clients send text. */
            binNumber?: string | number;
            forceThreeDS?: boolean;
            createPayment?: components["schemas"]["MasterpassCreatePayment"];
            loyalty?: components["schemas"]["Loyalty"];
            masterpassIntegrationVersion?: number;
            validationType?: components["schemas"]["MasterpassValidationType"];
        };
        MasterpassPaymentTokenGenerateResponse: {
            token?: string;
            referenceId?: string;
            orderNo?: string;
            terminalGroupId?: string;
        };
        MasterpassRetrieveLoyaltiesRequest: {
            msisdn?: string;
            binNumber?: string;
            cardName?: string;
            masterpassIntegrationVersion?: number;
        };
        /**
         * @description Union of all official clients and of the portal. KARACA_FINANS is known to the PHP client; PLUXEE, HEPSIPAY_WALLET and HEPSIPAY_SHOPPING_LOAN to the portal only.
         * @enum {string}
         */
        ApmType: "PAPARA" | "PAYONEER" | "SODEXO" | "SODEXO_GIFT" | "EDENRED" | "EDENRED_GIFT" | "TOKENFLEX" | "TOKENFLEX_GIFT" | "SETCARD" | "METROPOL" | "PAYPAL" | "KLARNA" | "AFTERPAY" | "KASPI" | "INSTANT_TRANSFER" | "STRIPE" | "TOMPAY" | "FUND_TRANSFER" | "CASH_ON_DELIVERY" | "MASLAK" | "TOM_FINANCE" | "PAYCELL" | "ALFABANK" | "HASO" | "MULTINET" | "MULTINET_GIFT" | "MULTINET_NEO_GIFT" | "ISPAY" | "VODAFONE_DCB" | "CHIPPIN" | "BIZUM" | "PAYLANDS_MB_WAY" | "PAYCELL_DCB" | "IWALLET" | "PAPEL" | "PAYMOB" | "ALBARAKA" | "ZIP" | "HEPSIPAY" | "ALIPAY" | "DKB" | "BKM_EXPRESS" | "APPLEPAY" | "GOOGLEPAY" | "KARACA_FINANS" | "HEPSIPAY_WALLET" | "HEPSIPAY_SHOPPING_LOAN" | "PLUXEE" | "GARANTI_PAY" | "JUZDAN" | "YKB_WORLD_PAY" | "YKB_WORLD_PAY_SHOPPING_LOAN";
        CreateApmPaymentRequest: {
            apmType: components["schemas"]["ApmType"];
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            currency: components["schemas"]["Currency"];
            paymentGroup: components["schemas"]["PaymentGroup"];
            paymentChannel?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            apmOrderId?: string;
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            items: components["schemas"]["PaymentItem"][];
        };
        CompleteApmPaymentRequest: {
            paymentId: number;
            additionalParams?: {
                [key: string]: unknown;
            };
        };
        CompleteApmPaymentResponse: {
            paymentId?: number;
            /** @description The clients' name; the portal prints paymentStatus. */
            status?: components["schemas"]["PaymentStatus"];
            /** @description Filled where a bank or provider refused. */
            paymentError?: components["schemas"]["PaymentError"];
            /** @description The portal's name; the clients read status. */
            paymentStatus?: components["schemas"]["PaymentStatus"];
        };
        InitApmPaymentRequest: {
            apmType: components["schemas"]["ApmType"];
            merchantApmId?: number;
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            currency: components["schemas"]["Currency"];
            paymentGroup: components["schemas"]["PaymentGroup"];
            paymentChannel?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl?: string;
            apmOrderId?: string;
            /** @description The Node client sends text, the Go client may send a number (Chippin). */
            apmUserIdentity?: string | number;
            additionalParams?: {
                [key: string]: unknown;
            };
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            items: components["schemas"]["PaymentItem"][];
        };
        /**
         * @description The clients know REDIRECT_TO_URL, OTP_REQUIRED, SHOW_HTML_CONTENT, SHOW_QR_CODE and NONE; the portal adds WAIT_FOR_WEBHOOK, APPROVAL_REQUIRED and VERIFY_REQUIRED.
         * @enum {string}
         */
        ApmAdditionalAction: "REDIRECT_TO_URL" | "OTP_REQUIRED" | "SHOW_HTML_CONTENT" | "SHOW_QR_CODE" | "NONE" | "WAIT_FOR_WEBHOOK" | "APPROVAL_REQUIRED" | "VERIFY_REQUIRED";
        InitApmPaymentResponse: {
            paymentId: number;
            redirectUrl?: string;
            /** @description Base64 of a page that sends the shopper to the bank. */
            htmlContent?: string;
            qrCode?: string;
            paymentStatus?: components["schemas"]["PaymentStatus"];
            additionalAction?: components["schemas"]["ApmAdditionalAction"];
            /** @description Filled where a bank or provider refused. */
            paymentError?: components["schemas"]["PaymentError"];
            additionalData?: {
                [key: string]: unknown;
            };
        };
        ApplePayMerchantSessionCreateRequest: {
            merchantIdentifier?: string;
            displayName?: string;
            initiative?: string;
            initiativeContext?: string;
            validationUrl?: string;
        };
        CompleteBkmExpressRequest: {
            status: boolean;
            message?: string;
            /** @description The portal calls it required; the newest client may send bkmExpressPaymentToken in its place. */
            ticketId?: string;
            bkmExpressPaymentToken?: string;
        };
        InitBkmExpressRequest: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            currency: components["schemas"]["Currency"];
            paymentGroup: components["schemas"]["PaymentGroup"];
            paymentPhase?: components["schemas"]["PaymentPhase"];
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            bankOrderId?: string;
            items: components["schemas"]["PaymentItem"][];
            enabledInstallments?: number[];
        };
        InitBkmExpressResponse: {
            id?: string;
            path?: string;
            token?: string;
        };
        GarantiPayInstallment: {
            number?: number;
            totalPrice?: number;
        };
        InitGarantiPayPaymentRequest: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            installments?: components["schemas"]["GarantiPayInstallment"][];
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl: string;
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            currency: components["schemas"]["Currency"];
            paymentGroup?: components["schemas"]["PaymentGroup"];
            paymentChannel?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            bankOrderId?: string;
            /** @description The POS to use, where the merchant chooses it. */
            posAlias?: string;
            items: components["schemas"]["PaymentItem"][];
            enabledInstallments?: number[];
        };
        InitGarantiPayPaymentResponse: {
            /** @description Base64 of a page that sends the shopper to the bank. */
            htmlContent?: string;
            paymentId?: number;
        };
        InstantTransferBank: {
            bankCode?: string;
            bankName?: string;
            bankLogoUrl?: string;
        };
        InstantTransferBanksResponse: {
            items: components["schemas"]["InstantTransferBank"][];
        };
        /** @enum {string} */
        ClientType: "W" | "M";
        InitJuzdanPaymentRequest: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            currency: components["schemas"]["Currency"];
            paymentGroup?: components["schemas"]["PaymentGroup"];
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl: string;
            paymentPhase?: components["schemas"]["PaymentPhase"];
            paymentChannel?: string;
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            bankOrderId?: string;
            items: components["schemas"]["PaymentItem"][];
            loanCampaignId?: number;
            clientType?: components["schemas"]["ClientType"];
        };
        InitJuzdanPaymentResponse: {
            referenceId?: string;
            juzdanQrUrl?: string;
        };
        MealVoucherCardTokenizationData: {
            cardNumber?: string;
            userReferenceNumber?: string;
            gsmNumber?: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl?: string;
        };
        InitMealVoucherCardTokenizationRequest: {
            apmType?: components["schemas"]["ApmType"];
            mealVoucherCardTokenizationData?: components["schemas"]["MealVoucherCardTokenizationData"];
        };
        InitMealVoucherCardTokenizationResponse: {
            sessionId?: string;
            additionalAction?: components["schemas"]["ApmAdditionalAction"];
            /** @description Base64 of a page that sends the shopper to the bank. */
            htmlContent?: string;
            redirectUrl?: string;
        };
        MealVoucherCardTokenizationCompleteRequest: {
            validationCode?: string;
        };
        MealVoucherCardTokenizationCompleteResponse: {
            sessionId?: string;
            maskedCardNumber?: string;
            fingerprint?: string;
            balance?: number;
        };
        MealVoucherCardTokenizationRegenerateRequest: {
            mealVoucherCardTokenizationData?: components["schemas"]["MealVoucherCardTokenizationData"];
        };
        CompletePosApmPaymentRequest: {
            paymentId: number;
            additionalParams?: {
                [key: string]: unknown;
            };
        };
        PosApmInstallment: {
            number?: number;
            totalPrice?: number;
        };
        /** @enum {string} */
        PosApmPaymentProvider: "YKB_WORLD_PAY" | "YKB_WORLD_PAY_SHOPPING_LOAN" | "GOOGLEPAY" | "GARANTI_PAY";
        InitPosApmPaymentRequest: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice: number;
            /** @description The POS to use, where the merchant chooses it. */
            posAlias?: string;
            currency: components["schemas"]["Currency"];
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl?: string;
            paymentGroup?: components["schemas"]["PaymentGroup"];
            /** @description The portal calls it required; the official Node samples leave it out. */
            paymentPhase?: components["schemas"]["PaymentPhase"];
            paymentChannel?: string;
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            bankOrderId?: string;
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            items: components["schemas"]["PaymentItem"][];
            additionalParams?: {
                [key: string]: unknown;
            };
            installments?: components["schemas"]["PosApmInstallment"][];
            paymentProvider: components["schemas"]["PosApmPaymentProvider"];
            fraudParams?: components["schemas"]["FraudCheckParameters"];
            checkoutFormToken?: string;
        };
        InitPosApmPaymentResponse: {
            /** @description Base64 of a page that sends the shopper to the bank. */
            htmlContent?: string;
            paymentId?: number;
            paymentStatus?: components["schemas"]["PaymentStatus"];
            additionalAction?: components["schemas"]["AdditionalAction"];
            /** @description Filled where a bank or provider refused. */
            paymentError?: components["schemas"]["PaymentError"];
            additionalData?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description MOBILE_PHONE_REFURBISHED appears in the clients only.
         * @enum {string}
         */
        BnplCartItemType: "MOBILE_PHONE_PRICE_ABOVE_REGULATION_LIMIT" | "MOBILE_PHONE_PRICE_BELOW_REGULATION_LIMIT" | "TABLET" | "COMPUTER" | "CONSTRUCTION_MARKET" | "GOLD" | "DIGITAL_PRODUCTS" | "SUPERMARKET" | "WHITE_GOODS" | "WEARABLE_TECHNOLOGY" | "SMALL_HOME_APPLIANCES" | "TV" | "GAMES_CONSOLES" | "AIR_CONDITIONER_AND_HEATER" | "ELECTRONICS" | "ACCESSORIES" | "MOM_AND_BABY_AND_KIDS" | "SHOES" | "CLOTHING" | "COSMETICS_AND_PERSONAL_CARE" | "FURNITURE" | "HOME_LIVING" | "AUTOMOBILE_MOTORCYCLE" | "MOBILE_PHONE_REFURBISHED" | "OTHER";
        BnplPaymentCartItem: {
            id?: string;
            name?: string;
            brandName?: string;
            type?: components["schemas"]["BnplCartItemType"];
            unitPrice?: number;
            quantity?: number;
        };
        InitBnplPaymentRequest: components["schemas"]["InitApmPaymentRequest"] & {
            bankCode?: string;
            cartItems: components["schemas"]["BnplPaymentCartItem"][];
        };
        InitBnplPaymentResponse: {
            paymentId?: number;
            redirectUrl?: string;
            paymentStatus?: components["schemas"]["PaymentStatus"];
            apmAdditionalAction?: components["schemas"]["ApmAdditionalAction"];
            /** @description Filled where a bank or provider refused. */
            paymentError?: components["schemas"]["PaymentError"];
            additionalData?: {
                [key: string]: unknown;
            };
            /** @description The portal's name; the Node client reads apmAdditionalAction. */
            additionalAction?: components["schemas"]["ApmAdditionalAction"];
        };
        CompleteBnplLimitInquiryRequest: {
            apmType?: components["schemas"]["ApmType"];
            merchantApmId?: number;
            additionalParams?: {
                buyerPhoneNumber?: string;
                otpCode?: string;
            };
        };
        BnplLimitInquiryResponse: {
            paymentStatus?: components["schemas"]["PaymentStatus"];
            apmAdditionalAction?: components["schemas"]["ApmAdditionalAction"];
            /** @description The name that the Python and .NET clients read; Node reads apmAdditionalAction. */
            additionalAction?: components["schemas"]["ApmAdditionalAction"];
            additionalData?: {
                [key: string]: unknown;
            };
            errorCode?: string;
            errorMessage?: string;
        };
        InitBnplLimitInquiryRequest: {
            apmType?: components["schemas"]["ApmType"];
            merchantApmId?: number;
            additionalParams?: {
                buyerPhoneNumber?: string;
                buyerIdentityNumber?: string;
                buyerBirthdate?: string;
            } & {
                [key: string]: unknown;
            };
        };
        BnplPaymentOfferRequest: {
            apmType: components["schemas"]["ApmType"];
            merchantApmId?: number;
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            currency: components["schemas"]["Currency"];
            apmOrderId?: string;
            additionalParams?: {
                [key: string]: unknown;
            };
            items: components["schemas"]["BnplPaymentCartItem"][];
        };
        BnplBankOfferTerm: {
            term?: number;
            amount?: number;
            totalAmount?: number;
            interestRate?: number;
            annualInterestRate?: number;
        };
        BnplBankOffer: {
            bankCode?: string;
            bankName?: string;
            bankIconUrl?: string;
            bankTableBannerMessage?: string;
            bankSmallBannerMessage?: string;
            preApprovedApplicationId?: string;
            isSupportNonCustomer?: boolean;
            isPaymentPlanCalculatedByBank?: boolean;
            bankOfferTerms?: components["schemas"]["BnplBankOfferTerm"][];
        };
        BnplPaymentOfferResponse: {
            offerId?: string;
            /** @description Decimal, in the main unit of the currency. */
            price?: number;
            bankOffers?: components["schemas"]["BnplBankOffer"][];
        };
        BnplPaymentVerifyResponse: {
            paymentStatus?: components["schemas"]["PaymentStatus"];
            apmAdditionalAction?: components["schemas"]["ApmAdditionalAction"];
            /** @description Filled where a bank or provider refused. */
            paymentError?: components["schemas"]["PaymentError"];
            /**
             * @description On the portal only.
             * @enum {string}
             */
            responseStatus?: "APPROVED" | "DECLINED" | "WAITING";
            /** @description The portal's name; the Node client reads apmAdditionalAction. */
            additionalAction?: components["schemas"]["ApmAdditionalAction"];
            errorCode?: string;
            errorMessage?: string;
        };
        ProductResponse: {
            id: number;
            name?: string;
            description?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            orderId?: string;
            /** @description As the request sent it. */
            conversationId?: string;
            /** @description As the request sent it. */
            externalId?: string;
            status?: components["schemas"]["Status"];
            /** @description Decimal, in the main unit of the currency. */
            price?: number;
            currency?: components["schemas"]["Currency"];
            stock?: number;
            soldCount?: number;
            token?: string;
            enabledInstallments?: number[];
            url?: string;
            channel?: string;
            multiPayment?: boolean;
            expiresAt?: string;
            basketIdentifier?: string;
            qrCodeUrl?: string;
        };
        CreateProductRequest: {
            name: string;
            channel?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            orderId?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            stock?: number;
            currency: components["schemas"]["Currency"];
            /** @description The portal calls it required; the official Node sample leaves it out. */
            description?: string;
            multiPayment?: boolean;
            enabledInstallments: number[];
            expiresAt?: string;
            basketIdentifier?: string;
        };
        UpdateProductRequest: {
            status: components["schemas"]["Status"];
            name: string;
            /** @description The portal calls it required; the official Node sample leaves it out. */
            channel?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            orderId?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            stock?: number;
            currency: components["schemas"]["Currency"];
            /** @description The portal calls it required; the official Node sample leaves it out. */
            description?: string;
            multiPayment?: boolean;
            enabledInstallments: number[];
            expiresAt?: string;
            basketIdentifier?: string;
        };
        CreateDepositPaymentRequest: {
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId: number;
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description The portal calls it required; the official Node sample leaves it out. */
            currency?: components["schemas"]["Currency"];
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl?: string;
            /** @description The POS to use, where the merchant chooses it. */
            posAlias?: string;
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            card: components["schemas"]["Card"];
            routingOptions?: components["schemas"]["RoutingOptions"];
        };
        /** @enum {string} */
        WalletTransactionType: "PAYMENT_REDEEM" | "REFUND_DEPOSIT" | "WITHDRAW" | "REFUND_TX_DEPOSIT" | "CANCEL_REFUND_TO_WALLET" | "CANCEL_REFUND_WALLET_TO_CARD" | "REFUND_TX_TO_WALLET" | "REFUND_WALLET_TX_TO_CARD" | "REFUND_WALLET_TX_FUND_TRANSFER" | "MANUAL_REFUND_TX_TO_WALLET" | "SETTLEMENT_EARNINGS" | "DEPOSIT_FROM_CARD" | "DEPOSIT_FROM_APM" | "DEPOSIT_FROM_FUND_TRANSFER" | "REMITTANCE" | "LOYALTY" | "WITHDRAW_CANCEL" | "MERCHANT_BALANCE_RESET";
        WalletTransaction: {
            id?: number;
            walletTransactionType?: components["schemas"]["WalletTransactionType"];
            amount?: number;
            walletId?: number;
        };
        DepositPaymentResponse: {
            id: number;
            createdDate?: components["schemas"]["DateTime"];
            /** @description Decimal, in the main unit of the currency. */
            price?: number;
            currency?: components["schemas"]["Currency"];
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            /** @description Per cent that the bank keeps. */
            bankCommissionRate?: number;
            bankCommissionRateAmount?: number;
            /** @description As the request sent it. */
            conversationId?: string;
            authCode?: string;
            hostReference?: string;
            transId?: string;
            /** @description What the bank is sent as order number. Best left out: Craftgate makes one. */
            orderId?: string;
            paymentType?: components["schemas"]["PaymentType"];
            paymentStatus?: components["schemas"]["PaymentStatus"];
            cardUserKey?: string;
            cardToken?: string;
            walletTransaction?: components["schemas"]["WalletTransaction"];
            fraudId?: number;
            fraudAction?: components["schemas"]["FraudAction"];
            fraudRuleId?: number;
        };
        InitApmDepositPaymentRequest: {
            apmType: components["schemas"]["ApmType"];
            merchantApmId?: number;
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            currency: components["schemas"]["Currency"];
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId: number;
            paymentChannel?: string;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The merchant's own number. Must not start with + or -. */
            externalId?: string;
            /** @description Where the shopper's browser is sent, by POST, when the flow ends. */
            callbackUrl: string;
            apmOrderId?: string;
            /** @description The Node client sends text, the Go client may send a number (Chippin). */
            apmUserIdentity?: string | number;
            additionalParams?: {
                [key: string]: unknown;
            };
            /** @description The payer's IPv4 address. */
            clientIp?: string;
        };
        ApmDepositPaymentResponse: {
            paymentId?: number;
            redirectUrl?: string;
            paymentStatus?: components["schemas"]["PaymentStatus"];
            additionalAction?: components["schemas"]["ApmAdditionalAction"];
            /** @description Filled where a bank or provider refused. */
            paymentError?: components["schemas"]["PaymentError"];
            walletTransaction?: components["schemas"]["WalletTransaction"];
        };
        CreateFundTransferDepositPaymentRequest: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId: number;
            /** @description Comes back in the answer and can be searched for. Must not start with + or -. */
            conversationId?: string;
            /** @description The payer's IPv4 address. */
            clientIp?: string;
            /** @description The portal calls it required, the clients do not know it. */
            currency?: components["schemas"]["Currency"];
        };
        FundTransferDepositPaymentResponse: {
            /** @description Decimal, in the main unit of the currency. */
            price?: number;
            currency?: components["schemas"]["Currency"];
            /** @description Craftgate's id of the buyer, not the shop's. */
            buyerMemberId?: number;
            /** @description As the request sent it. */
            conversationId?: string;
            walletTransaction?: components["schemas"]["WalletTransaction"];
        };
        WalletTransactionRefundableAmountResponse: {
            refundableAmount?: number;
        };
        /** @enum {string} */
        WalletTransactionRefundTransactionType: "PAYMENT" | "PAYMENT_TX" | "WALLET_TX";
        RefundWalletTransactionResponse: {
            id?: number;
            createdDate?: components["schemas"]["DateTime"];
            /** @description Decimal. */
            refundPrice?: number;
            authCode?: string;
            hostReference?: string;
            transId?: string;
            transactionId?: number;
            walletTransactionId?: number;
            refundStatus?: components["schemas"]["RefundStatus"];
            /** @description Filled where a bank or provider refused. */
            paymentError?: components["schemas"]["PaymentError"];
            transactionType?: components["schemas"]["WalletTransactionRefundTransactionType"];
        };
        /** @description The Node client declares refunds of payment transactions here, the portal refunds of the wallet transaction. Both are taken. */
        RefundWalletTransactionListResponse: {
            items: (components["schemas"]["RefundWalletTransactionResponse"] | components["schemas"]["PaymentTransactionRefundResponse"])[];
        };
        RefundWalletTransactionRequest: {
            /** @description Decimal. */
            refundPrice: number;
        };
        WalletResponse: {
            id: number;
            createdDate?: components["schemas"]["DateTime"];
            updatedDate?: components["schemas"]["DateTime"];
            amount: number;
            withdrawalAmount?: number;
            negativeAmountLimit?: number;
            currency?: components["schemas"]["Currency"];
            memberId?: number;
        };
        CreateMemberWalletRequest: {
            /** @description The lowest balance, zero or less. The official sample sends -10. */
            negativeAmountLimit?: number;
            currency?: components["schemas"]["Currency"];
        };
        UpdateMemberWalletRequest: {
            negativeAmountLimit?: number;
        };
        ResetMerchantMemberWalletBalanceRequest: {
            walletAmount: number;
        };
        /** @enum {string} */
        RemittanceReasonType: "SUBMERCHANT_SEND_RECEIVE" | "REDEEM_ONLY_LOYALTY";
        CreateRemittanceRequest: {
            /** @description The portal calls it a number, the Node client sends text. */
            memberId: number | string;
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price: number;
            /** @description The portal calls it required; the official Node sample leaves it out. */
            currency?: components["schemas"]["Currency"];
            description: string;
            remittanceReasonType?: components["schemas"]["RemittanceReasonType"];
        };
        /** @enum {string} */
        RemittanceType: "SEND" | "RECEIVE";
        RemittanceResponse: {
            id: number;
            createdDate?: components["schemas"]["DateTime"];
            status?: components["schemas"]["Status"];
            /** @description Decimal, in the main unit of the currency. */
            price?: number;
            currency?: components["schemas"]["Currency"];
            memberId?: number;
            remittanceType?: components["schemas"]["RemittanceType"];
            remittanceReasonType?: components["schemas"]["RemittanceReasonType"];
            description?: string;
        };
        WalletTransactionResponse: {
            id?: number;
            createdDate?: components["schemas"]["DateTime"];
            walletTransactionType?: components["schemas"]["WalletTransactionType"];
            amount?: number;
            transactionId?: number;
            walletId?: number;
        };
        WithdrawResponse: {
            id: number;
            status?: components["schemas"]["Status"];
            memberId?: number;
            payoutId?: number;
            /** @description Decimal, in the main unit of the currency. */
            price?: number;
            createdDate?: components["schemas"]["DateTime"];
            description?: string;
            currency?: components["schemas"]["Currency"];
            payoutStatus?: components["schemas"]["TransactionPayoutStatus"];
        };
        CreateWithdrawRequest: {
            /** @description Decimal, in the main unit of the currency. Where there are items, the sum of their prices. */
            price?: number;
            memberId?: number;
            description?: string;
            currency?: components["schemas"]["Currency"];
        };
        ApprovePaymentTransactionsRequest: {
            paymentTransactionIds: number[];
            /** @description All or none. */
            isTransactional?: boolean;
        };
        /** @enum {string} */
        ApprovalStatus: "FAILURE" | "SUCCESS";
        PaymentTransactionApproval: {
            paymentTransactionId?: number;
            approvalStatus?: components["schemas"]["ApprovalStatus"];
            failedReason?: string;
        };
        PaymentTransactionApprovalListResponse: {
            size?: number;
            items: components["schemas"]["PaymentTransactionApproval"][];
        };
        DisapprovePaymentTransactionsRequest: {
            paymentTransactionIds: number[];
            /** @description All or none. */
            isTransactional?: boolean;
        };
        /** @description The portal calls subMerchantMemberId and subMerchantMemberPrice required. Since August 2026 the clients send blockageResolvedDate too, so each may stand alone here. */
        UpdatePaymentTransactionRequest: {
            subMerchantMemberPrice?: number;
            subMerchantMemberId?: number;
            /** @description When the money may be paid out. */
            blockageResolvedDate?: components["schemas"]["DateTime"];
        };
        PaymentTransactionResponse: {
            id: number;
            name?: string;
            /** @description As the request sent it. */
            externalId?: string;
            /** @description Decimal, in the main unit of the currency. */
            price?: number;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice?: number;
            /** @description Decimal: the part of paidPrice that the buyer's wallet pays. */
            walletPrice?: number;
            /** @description Per cent that the shopper pays on top. */
            merchantCommissionRate?: number;
            merchantCommissionRateAmount?: number;
            merchantPayoutAmount?: number;
            subMerchantMemberId?: number;
            subMerchantMemberPrice?: number;
            subMerchantMemberPayoutRate?: number;
            subMerchantMemberPayoutAmount?: number;
            transactionStatus?: components["schemas"]["TransactionStatus"];
            /** @description When the money may be paid out. */
            blockageResolvedDate?: components["schemas"]["DateTime"];
            payout?: components["schemas"]["Payout"];
        };
        CreateMemberRequest: {
            isBuyer?: boolean;
            isSubMerchant?: boolean;
            memberType?: components["schemas"]["MemberType"];
            memberExternalId: string;
            name?: string;
            address: string;
            email: string;
            iban?: string;
            settlementEarningsDestination?: components["schemas"]["SettlementEarningsDestination"];
            phoneNumber: string;
            taxOffice?: string;
            taxNumber?: string;
            contactName?: string;
            contactSurname?: string;
            legalCompanyTitle?: string;
            negativeWalletAmountLimit?: number;
            subMerchantMaximumAllowedNegativeBalance?: number;
            settlementDelayCount?: number;
        };
        UpdateMemberRequest: {
            isBuyer?: boolean;
            isSubMerchant?: boolean;
            memberType?: components["schemas"]["MemberType"];
            name?: string;
            address: string;
            email: string;
            iban?: string;
            phoneNumber?: string;
            taxOffice?: string;
            taxNumber?: string;
            contactName?: string;
            contactSurname?: string;
            legalCompanyTitle?: string;
            settlementEarningsDestination?: components["schemas"]["SettlementEarningsDestination"];
            negativeWalletAmountLimit?: number;
            subMerchantMaximumAllowedNegativeBalance?: number;
            settlementDelayCount?: number;
        };
        CreateMerchantRequest: {
            name?: string;
            legalCompanyTitle?: string;
            email?: string;
            secretWord?: string;
            website?: string;
            phoneNumber?: string;
            contactName?: string;
            contactSurname?: string;
            contactPhoneNumber?: string;
        };
        MerchantApiCredential: {
            name?: string;
            apiKey?: string;
            secretKey?: string;
        };
        CreateMerchantResponse: {
            id?: number;
            name?: string;
            merchantApiCredentials?: components["schemas"]["MerchantApiCredential"][];
        };
        /** @enum {string} */
        FileStatus: "CREATED" | "UPLOADED" | "APPROVED";
        PayoutRow: {
            name?: string;
            iban?: string;
            payoutId?: number;
            /** @description The portal calls it text, the Node client a number. */
            merchantId?: number | string;
            merchantType?: string;
            payoutAmount?: number;
            payoutDate?: components["schemas"]["DateTime"];
        };
        PayoutRowListResponse: {
            items: components["schemas"]["PayoutRow"][];
            page?: number;
            size?: number;
            totalSize?: number;
        };
        PayoutBouncedTransaction: {
            id?: number;
            iban?: string;
            createdDate?: components["schemas"]["DateTime"];
            updatedDate?: components["schemas"]["DateTime"];
            payoutId?: number;
            payoutAmount?: number;
            contactName?: string;
            contactSurname?: string;
            legalCompanyTitle?: string;
            rowDescription?: string;
        };
        PayoutBouncedTransactionListResponse: {
            items: components["schemas"]["PayoutBouncedTransaction"][];
        };
        /** @enum {string} */
        BounceStatus: "NOT_BOUNCED" | "BOUNCED" | "UPDATED" | "PAYOUT_STARTED" | "PAYOUT_COMPLETED";
        PayoutDetailTransaction: {
            transactionId?: number;
            transactionType?: string;
            payoutAmount?: number;
        };
        PayoutDetailResponse: {
            rowDescription?: string;
            payoutDate?: components["schemas"]["DateTime"];
            name?: string;
            iban?: string;
            payoutAmount?: number;
            currency?: string;
            merchantId?: number;
            merchantType?: string;
            settlementEarningsDestination?: string;
            settlementSource?: string;
            bounceStatus?: components["schemas"]["BounceStatus"];
            payoutTransactions?: components["schemas"]["PayoutDetailTransaction"][];
        };
        /** @enum {string} */
        SettlementType: "SETTLEMENT" | "BOUNCED_SETTLEMENT" | "WITHDRAW";
        /** @enum {string} */
        MerchantType: "MERCHANT" | "SUB_MERCHANT_MEMBER";
        /** @enum {string} */
        SettlementSource: "COLLECTION" | "WITHDRAW" | "BOUNCED";
        PayoutCompletedTransaction: {
            payoutId?: number;
            transactionId?: number;
            transactionType?: string;
            payoutAmount?: number;
            payoutDate?: components["schemas"]["DateTime"];
            currency?: components["schemas"]["Currency"];
            /** @description The portal calls it text, the Node client a number. */
            merchantId?: number | string;
            merchantType?: components["schemas"]["MerchantType"];
            settlementEarningsDestination?: components["schemas"]["SettlementEarningsDestination"];
            settlementSource?: components["schemas"]["SettlementSource"];
        };
        PayoutCompletedTransactionListResponse: {
            items: components["schemas"]["PayoutCompletedTransaction"][];
            page?: number;
            size?: number;
            totalSize?: number;
        };
        CreateInstantWalletSettlementRequest: {
            excludedSubMerchantMemberIds?: number[];
        };
        /** @enum {string} */
        SettlementResultStatus: "SUCCESS" | "FAILURE" | "NO_RECORD_FOUND";
        SettlementResponse: {
            settlementResultStatus?: components["schemas"]["SettlementResultStatus"];
        };
        /** @enum {string} */
        AccountOwner: "MERCHANT" | "SUB_MERCHANT_MEMBER";
        /** @enum {string} */
        PayoutAccountType: "WISE";
        PayoutAccountResponse: {
            id?: number;
            type?: components["schemas"]["PayoutAccountType"];
            externalAccountId?: string;
            currency?: components["schemas"]["Currency"];
            accountOwner?: components["schemas"]["AccountOwner"];
            /** @description The portal calls it a number, the Node client reads text. */
            subMerchantMemberId?: number | string;
        };
        CreatePayoutAccountRequest: {
            type: components["schemas"]["PayoutAccountType"];
            externalAccountId: string;
            currency: components["schemas"]["Currency"];
            accountOwner: components["schemas"]["AccountOwner"];
            subMerchantMemberId?: number;
        };
        UpdatePayoutAccountRequest: {
            type: components["schemas"]["PayoutAccountType"];
            externalAccountId: string;
        };
        MerchantApmResponse: {
            id?: number;
            status?: components["schemas"]["Status"];
            name?: string;
            apmType?: components["schemas"]["ApmType"];
            hostName?: string;
            supportedCurrencies?: components["schemas"]["Currency"][];
        };
        /** @enum {string} */
        PosStatus: "DELETED" | "PASSIVE" | "ACTIVE" | "REFUND_ONLY" | "AUTOPILOT";
        AutopilotState: {
            isThreeDsUp?: boolean;
            isNonThreeDsUp?: boolean;
        };
        /** @enum {string} */
        PosUserType: "API";
        /** @enum {string} */
        PosOperationType: "STANDARD" | "PROVAUT" | "PROVRFN" | "PAYMENT" | "REFUND" | "INQUIRY";
        MerchantPosUser: {
            id?: number;
            posUsername?: string;
            posPassword?: string;
            posUserType?: components["schemas"]["PosUserType"];
            posOperationType?: components["schemas"]["PosOperationType"];
        };
        /** @enum {string} */
        PaymentAuthenticationType: "THREE_DS" | "NON_THREE_DS" | "BKM_EXPRESS";
        MerchantPosResponse: {
            id: number;
            status?: components["schemas"]["PosStatus"];
            name?: string;
            alias?: string;
            posIntegrator?: components["schemas"]["PosIntegrator"];
            hostname?: string;
            clientId?: string;
            posCurrencyCode?: string;
            mode?: string;
            path?: string;
            port?: number;
            posnetId?: string;
            terminalId?: string;
            threedsPosnetId?: string;
            threedsTerminalId?: string;
            threedsKey?: string;
            threedsPath?: string;
            enableForeignCard?: boolean;
            enableInstallment?: boolean;
            enablePaymentWithoutCvc?: boolean;
            enableLoyalty?: boolean;
            newIntegration?: boolean;
            orderNumber?: number;
            autopilotState?: components["schemas"]["AutopilotState"];
            currency?: components["schemas"]["Currency"];
            bankId?: number;
            bankName?: string;
            isPf?: boolean;
            merchantPosUsers?: components["schemas"]["MerchantPosUser"][];
            supportedCardAssociations?: components["schemas"]["CardAssociation"][];
            enabledPaymentAuthenticationTypes?: components["schemas"]["PaymentAuthenticationType"][];
        };
        CreateMerchantPosUser: {
            posUsername?: string;
            posPassword?: string;
            posUserType?: components["schemas"]["PosUserType"];
            posOperationType?: components["schemas"]["PosOperationType"];
        };
        CreateMerchantPosRequest: {
            status?: components["schemas"]["PosStatus"];
            name?: string;
            clientId?: string;
            currency?: components["schemas"]["Currency"];
            posnetId?: string;
            terminalId?: string;
            threedsPosnetId?: string;
            threedsTerminalId?: string;
            threedsKey?: string;
            enableForeignCard?: boolean;
            enableInstallment?: boolean;
            enablePaymentWithoutCvc?: boolean;
            enableLoyalty?: boolean;
            newIntegration?: boolean;
            orderNumber?: number;
            posIntegrator?: components["schemas"]["PosIntegrator"];
            enabledPaymentAuthenticationTypes?: components["schemas"]["PaymentAuthenticationType"][];
            merchantPosUsers?: components["schemas"]["CreateMerchantPosUser"][];
        };
        UpdateMerchantPosUser: {
            id?: number;
            posUsername?: string;
            posPassword?: string;
            posUserType?: components["schemas"]["PosUserType"];
            posOperationType?: components["schemas"]["PosOperationType"];
        };
        UpdateMerchantPosRequest: {
            name?: string;
            hostname?: string;
            clientId?: string;
            mode?: string;
            path?: string;
            port?: number;
            posnetId?: string;
            terminalId?: string;
            threedsPosnetId?: string;
            threedsTerminalId?: string;
            threedsKey?: string;
            threedsPath?: string;
            enableForeignCard?: boolean;
            enableInstallment?: boolean;
            enablePaymentWithoutCvc?: boolean;
            enableLoyalty?: boolean;
            newIntegration?: boolean;
            orderNumber?: number;
            supportedCardAssociations?: components["schemas"]["CardAssociation"][];
            enabledPaymentAuthenticationTypes?: components["schemas"]["PaymentAuthenticationType"][];
            merchantPosUsers?: components["schemas"]["UpdateMerchantPosUser"][];
        };
        /** @enum {string} */
        CardBrand: "Bonus" | "Axess" | "Maximum" | "World" | "Paraf" | "CardFinans" | "Bankkart Combo" | "Advantage" | "Sağlam Kart";
        MerchantPosCommissionResponse: {
            id?: number;
            status?: components["schemas"]["Status"];
            installment?: number;
            /** @description Days until the money may be paid out. */
            blockageDay?: number;
            installmentLabel?: string;
            cardBrandName?: components["schemas"]["CardBrand"];
            bankOnUsCreditCardCommissionRate?: number;
            bankNotOnUsCreditCardCommissionRate?: number;
            bankOnUsDebitCardCommissionRate?: number;
            bankNotOnUsDebitCardCommissionRate?: number;
            bankForeignCardCommissionRate?: number;
            /** @description Per cent that the shopper pays on top. */
            merchantCommissionRate?: number;
        };
        UpdateMerchantPosCommission: {
            cardBrandName?: string;
            installment?: number;
            status?: components["schemas"]["Status"];
            /** @description Days until the money may be paid out. */
            blockageDay?: number;
            installmentLabel?: string;
            bankOnUsCreditCardCommissionRate?: number;
            bankOnUsDebitCardCommissionRate?: number;
            bankNotOnUsCreditCardCommissionRate?: number;
            bankNotOnUsDebitCardCommissionRate?: number;
            bankForeignCardCommissionRate?: number;
            /** @description Per cent that the shopper pays on top. */
            merchantCommissionRate?: number;
        };
        UpdateMerchantPosCommissionRequest: {
            commissions?: components["schemas"]["UpdateMerchantPosCommission"][];
        };
        /** @enum {string} */
        FraudCheckStatus: "WAITING" | "FRAUD" | "NOT_FRAUD";
        FraudPaymentData: {
            paymentDate?: components["schemas"]["DateTime"];
            /** @description As the request sent it. */
            conversationId?: string;
            /** @description Decimal: what is charged, with instalment interest and discounts, walletPrice included. */
            paidPrice?: number;
            currency?: string;
            buyerId?: number;
            /** @description The payer's IPv4 address. */
            clientIp?: string;
        };
        FraudCheck: {
            id: number;
            status?: components["schemas"]["Status"];
            cardType?: components["schemas"]["CardType"];
            action?: components["schemas"]["FraudAction"];
            checkStatus?: components["schemas"]["FraudCheckStatus"];
            paymentData?: components["schemas"]["FraudPaymentData"];
            ruleId?: number;
            ruleName?: string;
            ruleConditions?: string;
            paymentId?: number;
            paymentStatus?: components["schemas"]["PaymentStatus"];
        };
        FraudCheckListResponse: {
            items: components["schemas"]["FraudCheck"][];
        };
        UpdateFraudCheckStatusRequest: {
            checkStatus: components["schemas"]["FraudCheckStatus"];
        };
        /** @enum {string} */
        FraudOperation: "PAYMENT" | "LOYALTY";
        FraudRule: {
            id?: number;
            status?: components["schemas"]["Status"];
            name?: string;
            action?: components["schemas"]["FraudAction"];
            conditions?: string;
            operations?: components["schemas"]["FraudOperation"][];
        };
        /** @enum {string} */
        FraudValueType: "CARD" | "IP" | "PHONE_NUMBER" | "EMAIL" | "OTHER";
        FraudValueListRequest: {
            listName: string;
            type: components["schemas"]["FraudValueType"];
            label?: string;
            value?: string;
            durationInSeconds?: number;
            paymentId?: number;
        };
        FraudValue: {
            id?: string;
            label?: string;
            value?: string;
            expireInSeconds?: number;
        };
        FraudValueListResponse: {
            name: string;
            values?: components["schemas"]["FraudValue"][];
        };
        FraudAllValueListsResponse: {
            items: components["schemas"]["FraudValueListResponse"][];
        };
        AddCardFingerprintFraudValueListRequest: {
            label?: string;
            durationInSeconds?: number;
            operationId?: string;
            operation?: components["schemas"]["FraudOperation"];
        };
        /** @enum {string} */
        ReportFileType: "CSV" | "XLSX";
        /** @enum {string} */
        ReportType: "TRANSACTION" | "PAYMENT";
        /** @enum {string} */
        ReportPeriod: "INSTANT";
        CreateReportRequest: {
            startDate?: components["schemas"]["DateTime"];
            endDate?: components["schemas"]["DateTime"];
            reportType?: components["schemas"]["ReportType"];
            reportPeriod?: components["schemas"]["ReportPeriod"];
        };
        ReportDemandResponse: {
            id?: string;
            reportType?: components["schemas"]["ReportType"];
            reportPeriod?: components["schemas"]["ReportPeriod"];
            startDate?: components["schemas"]["DateTime"];
            endDate?: components["schemas"]["DateTime"];
        };
        /** @enum {string} */
        RecordType: "SEND" | "RECEIVE";
        /** @enum {string} */
        BankAccountTrackingSource: "YKB" | "GARANTI";
        BankAccountTrackingRecordResponse: {
            id?: number;
            key?: string;
            senderName?: string;
            senderIban?: string;
            description?: string;
            amount?: number;
            currency?: components["schemas"]["Currency"];
            recordDate?: components["schemas"]["DateTime"];
            recordType?: components["schemas"]["RecordType"];
            bankAccountTrackingSource?: components["schemas"]["BankAccountTrackingSource"];
        };
        /**
         * @description New types may appear at any time: acknowledge and ignore them.
         * @enum {string}
         */
        WebhookEventType: "API_AUTH" | "API_VERIFY_AND_AUTH" | "CHECKOUTFORM_AUTH" | "THREEDS_VERIFY" | "REFUND" | "REFUND_TX" | "PAYOUT_COMPLETED" | "AUTOPILOT" | "WALLET_CREATED" | "WALLET_TX_CREATED" | "BNPL_NOTIFICATION" | "MULTI_PAYMENT_COMPLETED" | "MULTI_PAYMENT_EXPIRED" | "BKM_EXPRESS_PAYMENT_NOTIFICATION" | "BANK_ACCOUNT_TRACKING_RECORD";
        /** @enum {string} */
        WebhookStatus: "SUCCESS" | "FAILURE";
        /** @description `payload` is filled for PAYOUT_COMPLETED, AUTOPILOT, WALLET_CREATED, WALLET_TX_CREATED, BNPL_NOTIFICATION, BANK_ACCOUNT_TRACKING_RECORD, MULTI_PAYMENT_COMPLETED and BKM_EXPRESS_PAYMENT_NOTIFICATION (whose prices use a decimal comma). */
        WebhookNotification: {
            eventType: components["schemas"]["WebhookEventType"];
            eventTime?: components["schemas"]["DateTime"];
            /** @description Unix seconds; part of the signature. */
            eventTimestamp: number;
            status: components["schemas"]["WebhookStatus"];
            /** @description The payment id, the hosted page's token (CHECKOUTFORM_AUTH), the refund id (REFUND, REFUND_TX) or the POS alias (AUTOPILOT). */
            payloadId: string | number;
            payload?: {
                [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description Refused or failed */
        Errors: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorEnvelope"];
            };
        };
        /** @description Done */
        Done: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DoneEnvelope"];
            };
        };
    };
    parameters: {
        /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    initCheckoutCardVerify: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["InitCheckoutCardVerifyRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitCheckoutCardVerifyResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveCheckoutCardVerify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RetrieveCheckoutCardVerifyResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    initCheckoutPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitCheckoutPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitCheckoutPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveCheckoutPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    expireCheckoutPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    initMultiPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitMultiPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitMultiPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveMultiPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MultiPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveLoyalties: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RetrieveLoyaltiesRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RetrieveLoyaltiesResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    complete3DSPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteThreeDSPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    init3DSPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitThreeDSPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitThreeDSPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    depositToCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateDepositToCardRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DepositToCardResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrievePayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    postAuthPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                paymentId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PostAuthPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    refundPaymentTransaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundPaymentTransactionRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentTransactionRefundResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    markPaymentTransactionAsRefunded: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefundPaymentTransactionMarkAsRefundedRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentTransactionRefundResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrievePaymentTransactionRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentTransactionRefundId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentTransactionRefundResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentRefundResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    markPaymentAsRefunded: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentTransactionRefundListResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    refundWaitingPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundWaitingPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WaitingPaymentRefundResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrievePaymentRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                refundId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentRefundResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchPayments: {
        parameters: {
            query?: {
                /** @description From 0. */
                page?: number;
                size?: number;
                paymentId?: number;
                paymentTransactionId?: number;
                subMerchantMemberId?: number;
                buyerMemberId?: number;
                /** @description As the request sent it. */
                conversationId?: string;
                externalId?: string;
                orderId?: string;
                paymentType?: string;
                paymentProvider?: string;
                paymentSource?: string;
                paymentStatus?: string;
                paymentChannel?: string;
                /** @description The first six or eight digits. */
                binNumber?: string;
                lastFourDigits?: string;
                currency?: components["schemas"]["Currency"];
                /** @description The portal's name; the clients write minRefundPrice for refunds. */
                minPaidPrice?: number;
                /** @description The portal's name; the clients write maxRefundPrice for refunds. */
                maxPaidPrice?: number;
                installment?: number;
                isThreeDS?: boolean;
                minCreatedDate?: components["schemas"]["QueryDate"];
                maxCreatedDate?: components["schemas"]["QueryDate"];
                merchantPosId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["ReportingPaymentResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrievePaymentReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReportingPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrievePaymentRefunds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["ReportingPaymentRefundResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrievePaymentTransactions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["ReportingPaymentTransaction"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrievePaymentTransactionRefunds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: number;
                paymentTransactionId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["ReportingPaymentTransactionRefundResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchPaymentTransactionRefunds: {
        parameters: {
            query?: {
                /** @description From 0. */
                page?: number;
                size?: number;
                id?: number;
                paymentId?: number;
                paymentTransactionId?: number;
                buyerMemberId?: number;
                /** @description The Node client declares a number; the portal and the other clients send text. */
                conversationId?: string;
                status?: components["schemas"]["RefundStatus"];
                currency?: components["schemas"]["Currency"];
                minRefundPrice?: number;
                maxRefundPrice?: number;
                isAfterSettlement?: boolean;
                minCreatedDate?: components["schemas"]["QueryDate"];
                maxCreatedDate?: components["schemas"]["QueryDate"];
                /** @description The portal's name; the clients write minRefundPrice for refunds. */
                minPaidPrice?: number;
                /** @description The portal's name; the clients write maxRefundPrice for refunds. */
                maxPaidPrice?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["ReportingPaymentTransactionRefundResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchPaymentRefunds: {
        parameters: {
            query?: {
                /** @description From 0. */
                page?: number;
                size?: number;
                id?: number;
                paymentId?: number;
                buyerMemberId?: number;
                /** @description As the request sent it. */
                conversationId?: string;
                status?: components["schemas"]["RefundStatus"];
                currency?: components["schemas"]["Currency"];
                minRefundPrice?: number;
                maxRefundPrice?: number;
                minCreatedDate?: components["schemas"]["QueryDate"];
                maxCreatedDate?: components["schemas"]["QueryDate"];
                /** @description The portal's name; the clients write minRefundPrice for refunds. */
                minPaidPrice?: number;
                /** @description The portal's name; the clients write maxRefundPrice for refunds. */
                maxPaidPrice?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["ReportingPaymentRefundResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveBinNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The first six or eight digits of the card number. */
                binNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BinNumberResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchInstallments: {
        parameters: {
            query: {
                /** @description The first six or eight digits. */
                binNumber?: string;
                price: number;
                currency?: components["schemas"]["Currency"];
                distinctCardBrandsWithLowestCommissions?: boolean;
                loyaltyExists?: boolean;
                paymentPhase?: components["schemas"]["PaymentPhase"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InstallmentListResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchStoredCards: {
        parameters: {
            query?: {
                cardAlias?: string;
                cardBrand?: string;
                cardType?: components["schemas"]["CardType"];
                cardUserKey?: string;
                cardToken?: string;
                cardBankName?: string;
                cardAssociation?: components["schemas"]["CardAssociation"];
                cardExpiryStatus?: components["schemas"]["CardExpiryStatus"];
                minCreatedDate?: components["schemas"]["QueryDate"];
                maxCreatedDate?: components["schemas"]["QueryDate"];
                /** @description From 0. */
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["StoredCardResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    storeCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StoreCardRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredCardResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    cloneCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CloneCardRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredCardResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    deleteStoredCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteStoredCardRequest"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveProviderCards: {
        parameters: {
            query?: {
                providerCardToken?: string;
                externalId?: string;
                providerCardUserId?: string;
                cardProvider?: components["schemas"]["CardProvider"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["StoredCardResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    updateCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCardRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StoredCardResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    verifyCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VerifyCardRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["VerifyCardResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveCardFromIvr: {
        parameters: {
            query?: {
                callToken?: string;
                cardUserKey?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["IVRCardTokenizationResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createPaymentToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreatePaymentTokenRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentTokenResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    deletePaymentToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    checkMasterpassUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CheckMasterpassUserRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CheckMasterpassUserResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    complete3DSMasterpassPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MasterpassPaymentThreeDSCompleteRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    init3DSMasterpassPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MasterpassPaymentThreeDSInitRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MasterpassPaymentThreeDSInitResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    completeMasterpassPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MasterpassPaymentCompleteRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    generateMasterpassPaymentToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MasterpassPaymentTokenGenerateRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MasterpassPaymentTokenGenerateResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveMasterpassLoyalties: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MasterpassRetrieveLoyaltiesRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RetrieveLoyaltiesResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createApmPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApmPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    completeApmPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteApmPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CompleteApmPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    initApmPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitApmPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitApmPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createApplePayMerchantSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApplePayMerchantSessionCreateRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Apple's own session object, handed on as it came. */
                        data: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    completeBkmExpress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteBkmExpressRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    initBkmExpress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitBkmExpressRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitBkmExpressResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveBkmExpressPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticketId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReportingPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveBkmExpressPaymentByToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReportingPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    initGarantiPayPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitGarantiPayPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitGarantiPayPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveInstantTransferBanks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InstantTransferBanksResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    initJuzdanPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitJuzdanPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitJuzdanPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveJuzdanPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                referenceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    initMealVoucherCardTokenization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["InitMealVoucherCardTokenizationRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitMealVoucherCardTokenizationResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    completeMealVoucherCardTokenization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MealVoucherCardTokenizationCompleteRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MealVoucherCardTokenizationCompleteResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    regenerateMealVoucherCardTokenization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MealVoucherCardTokenizationRegenerateRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitMealVoucherCardTokenizationResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    completePosApmPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletePosApmPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    initPosApmPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitPosApmPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitPosApmPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    initBnplPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitBnplPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitBnplPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    completeBnplLimitInquiry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CompleteBnplLimitInquiryRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BnplLimitInquiryResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    initBnplLimitInquiry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["InitBnplLimitInquiryRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BnplLimitInquiryResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveBnplOffers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BnplPaymentOfferRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BnplPaymentOfferResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    approveBnplPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                paymentId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    verifyBnplPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                paymentId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BnplPaymentVerifyResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchProducts: {
        parameters: {
            query?: {
                id?: number;
                name?: string;
                orderId?: string;
                /** @description As the request sent it. */
                conversationId?: string;
                externalId?: string;
                minPrice?: number;
                maxPrice?: number;
                currency?: components["schemas"]["Currency"];
                channel?: string;
                minExpiresAt?: string;
                maxExpiresAt?: string;
                /** @description From 0. */
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["ProductResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProductRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ProductResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                productId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ProductResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                productId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProductRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ProductResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    deleteProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                productId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    createDepositPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDepositPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DepositPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    complete3DSDepositPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteThreeDSPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DepositPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    init3DSDepositPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDepositPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InitThreeDSPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    initApmDepositPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitApmDepositPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApmDepositPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createFundTransferDepositPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFundTransferDepositPaymentRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FundTransferDepositPaymentResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveRefundableAmountOfWalletTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                walletTransactionId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WalletTransactionRefundableAmountResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveWalletTransactionRefunds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                walletTransactionId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RefundWalletTransactionListResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    refundWalletTransaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                walletTransactionId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundWalletTransactionRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RefundWalletTransactionResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveMemberWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WalletResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createMemberWallet: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateMemberWalletRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WalletResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    updateMemberWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: number;
                walletId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateMemberWalletRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WalletResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveMerchantWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WalletResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    resetMerchantWalletBalance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetMerchantMemberWalletBalanceRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WalletResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    receiveRemittance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRemittanceRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RemittanceResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    sendRemittance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateRemittanceRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RemittanceResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveRemittance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                remittanceId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RemittanceResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchWalletTransactions: {
        parameters: {
            query?: {
                walletTransactionTypes?: components["schemas"]["WalletTransactionType"][];
                minCreatedDate?: components["schemas"]["QueryDate"];
                maxCreatedDate?: components["schemas"]["QueryDate"];
                minAmount?: number;
                maxAmount?: number;
                /** @description From 0. */
                page?: number;
                size?: number;
                /** @description The portal's name; the clients send walletTransactionTypes. */
                walletTransactionType?: components["schemas"]["WalletTransactionType"];
            };
            header?: never;
            path: {
                walletId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["WalletTransactionResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchWithdraws: {
        parameters: {
            query?: {
                memberId?: number;
                currency?: components["schemas"]["Currency"];
                payoutStatus?: components["schemas"]["TransactionPayoutStatus"];
                minWithdrawPrice?: number;
                maxWithdrawPrice?: number;
                minCreatedDate?: components["schemas"]["QueryDate"];
                maxCreatedDate?: components["schemas"]["QueryDate"];
                /** @description From 0. */
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["WithdrawResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateWithdrawRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WithdrawResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                withdrawId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WithdrawResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    cancelWithdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                withdrawId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WithdrawResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    approvePaymentTransactions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovePaymentTransactionsRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentTransactionApprovalListResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    disapprovePaymentTransactions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisapprovePaymentTransactionsRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentTransactionApprovalListResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    updatePaymentTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentTransactionId: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdatePaymentTransactionRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PaymentTransactionResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchMembers: {
        parameters: {
            query?: {
                isBuyer?: boolean;
                isSubMerchant?: boolean;
                name?: string;
                memberIds?: number[];
                memberExternalId?: string;
                memberType?: components["schemas"]["MemberType"];
                /** @description From 0. */
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["MemberResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMemberRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MemberResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MemberResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMemberRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MemberResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createMerchant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateMerchantRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreateMerchantResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchPayoutRows: {
        parameters: {
            query: {
                /** @description From 0. */
                page?: number;
                size?: number;
                fileStatus: components["schemas"]["FileStatus"];
                startDate: components["schemas"]["QueryDate"];
                endDate: components["schemas"]["QueryDate"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PayoutRowListResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchBouncedPayoutTransactions: {
        parameters: {
            query: {
                endDate: components["schemas"]["QueryDate"];
                startDate: components["schemas"]["QueryDate"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PayoutBouncedTransactionListResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrievePayoutDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PayoutDetailResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchPayoutCompletedTransactions: {
        parameters: {
            query: {
                settlementFileId?: number;
                settlementType?: components["schemas"]["SettlementType"];
                endDate: components["schemas"]["QueryDate"];
                startDate: components["schemas"]["QueryDate"];
                /** @description From 0. */
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PayoutCompletedTransactionListResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createInstantWalletSettlement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateInstantWalletSettlementRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SettlementResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchPayoutAccounts: {
        parameters: {
            query?: {
                /** @description From 0. */
                page?: number;
                size?: number;
                currency?: components["schemas"]["Currency"];
                accountOwner?: components["schemas"]["AccountOwner"];
                subMerchantMemberId?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["PayoutAccountResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createPayoutAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePayoutAccountRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["PayoutAccountResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    updatePayoutAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePayoutAccountRequest"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    deletePayoutAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveMerchantApms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["MerchantApmResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchMerchantPoses: {
        parameters: {
            query?: {
                name?: string;
                alias?: string;
                currency?: components["schemas"]["Currency"];
                enableInstallment?: boolean;
                enableForeignCard?: boolean;
                bankName?: string;
                /** @description From 0. */
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["MerchantPosResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createMerchantPos: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateMerchantPosRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MerchantPosResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveMerchantPos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MerchantPosResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    updateMerchantPos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateMerchantPosRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MerchantPosResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    deleteMerchantPos: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveMerchantPosCommissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["MerchantPosCommissionResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    updateMerchantPosCommissions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UpdateMerchantPosCommissionRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MerchantPosResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    updateMerchantPosStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                status: components["schemas"]["PosStatus"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    searchFraudChecks: {
        parameters: {
            query?: {
                /** @description From 0. */
                page?: number;
                size?: number;
                action?: components["schemas"]["FraudAction"];
                checkStatus?: components["schemas"]["FraudCheckStatus"];
                minCreatedDate?: components["schemas"]["QueryDate"];
                maxCreatedDate?: components["schemas"]["QueryDate"];
                ruleId?: number;
                paymentId?: number;
                paymentStatus?: components["schemas"]["PaymentStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FraudCheckListResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    updateFraudCheckStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateFraudCheckStatusRequest"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    searchFraudRules: {
        parameters: {
            query?: {
                name?: string;
                minCreatedDate?: components["schemas"]["QueryDate"];
                maxCreatedDate?: components["schemas"]["QueryDate"];
                action?: components["schemas"]["FraudAction"];
                operation?: components["schemas"]["FraudOperation"];
                merchantId?: number;
                /** @description From 0. */
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["FraudRule"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    addValueToValueList: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FraudValueListRequest"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveAllValueLists: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FraudAllValueListsResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveValueList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                listName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["FraudValueListResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    deleteValueList: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                listName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    addCardFingerprint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                listName: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AddCardFingerprintFraudValueListRequest"];
            };
        };
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    removeValueFromValueList: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                listName: string;
                valueId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Done"];
            /** @description Done, without a body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveDailyPaymentReport: {
        parameters: {
            query: {
                reportDate: string;
                fileType: components["schemas"]["ReportFileType"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    createReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Craftgate answers a repeated key with the result of the first request (since August 2026). Honoured on POST, PATCH and DELETE, ignored on PUT. Not signed. Not documented: how long a key is kept, and whether a refusal is remembered. */
                "x-idempotency-key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateReportRequest"];
            };
        };
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ReportDemandResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveReport: {
        parameters: {
            query?: {
                fileType?: components["schemas"]["ReportFileType"];
            };
            header?: never;
            path: {
                reportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveDailyTransactionReport: {
        parameters: {
            query: {
                reportDate: string;
                fileType: components["schemas"]["ReportFileType"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    searchBankAccountRecords: {
        parameters: {
            query?: {
                senderName?: string;
                senderIban?: string;
                description?: string;
                currency?: components["schemas"]["Currency"];
                minRecordDate?: components["schemas"]["QueryDate"];
                maxRecordDate?: components["schemas"]["QueryDate"];
                /** @description From 0. */
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Page"] & {
                            items: components["schemas"]["BankAccountTrackingRecordResponse"][];
                        };
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    retrieveBankAccountRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BankAccountTrackingRecordResponse"];
                    };
                };
            };
            default: components["responses"]["Errors"];
        };
    };
    receiveNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookNotification"];
            };
        };
        responses: {
            /** @description Taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
