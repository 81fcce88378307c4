/** Works a value out on first use; while that is under way, asking again answers `duringCycle`. */
export function lazy<Value>(work: () => Value, duringCycle: Value): () => Value {
  let state: 'new' | 'working' | 'done' = 'new'
  let value = duringCycle
  return () => {
    if (state !== 'new') return value
    state = 'working'
    value = work()
    state = 'done'
    return value
  }
}
