// When this process must end: a signal, or the end of the launcher that started it (its channel closes even when it was
// killed and could not pass anything on).

/** Resolves once, to what asked for the end. Further signals change nothing: an orderly stop is under way. */
export function stopAsked(): Promise<NodeJS.Signals | 'disconnect'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, resolve)
    if (process.channel === undefined || process.channel === null) return
    process.on('disconnect', () => resolve('disconnect'))
    // Listening to the channel alone must not keep a finished command alive.
    process.channel.unref()
  })
}
