const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const actions: (() => void)[] = []

/** Has something done before a signal ends this process, what was asked for last first. Returns what calls it off. */
export function beforeInterrupt(action: () => void): () => void {
  if (actions.length === 0) for (const signal of SIGNALS) process.on(signal, onSignal)
  actions.push(action)
  return () => {
    actions.splice(actions.lastIndexOf(action), 1)
    if (actions.length === 0) for (const signal of SIGNALS) process.off(signal, onSignal)
  }
}

function onSignal(signal: NodeJS.Signals): void {
  try {
    for (const action of actions.toReversed()) action()
  } finally {
    for (const each of SIGNALS) process.off(each, onSignal)
    process.kill(process.pid, signal)
  }
}
