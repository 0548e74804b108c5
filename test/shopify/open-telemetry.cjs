// The SDK of a process that is started with `--require` this file; the environment (OTEL_…) says where it sends to.
const { NodeSDK } = require('@opentelemetry/sdk-node')

new NodeSDK().start()
