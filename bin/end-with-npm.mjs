// `npm start` and `npm test` run us through npm and a shell. Whoever stops npm means us too, but the shell between dies
// without passing the signal on; what is left to notice is that our parent has changed.
const LOOK_MS = 500

export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_MS)
  look.unref()
}
