// Loaded before everything else: an old Node says which one is needed, not what breaks in it ("File is not defined").
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
  throw new Error(`Craftgate Commerce needs Node 20.19 or newer; this is Node ${process.versions.node}`)
