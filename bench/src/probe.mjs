// Loaded into every measured server by `--import`: answers the load's questions over IPC, and costs nothing meanwhile.
process.on('message', (question) => {
  if (question === 'cpu') process.send({ cpu: process.cpuUsage() })
  if (question === 'memory') globalThis.gc?.()
  if (question === 'memory' || question === 'resident') process.send({ memory: process.memoryUsage.rss() })
})
process.channel?.unref()
