import { positionsIn } from './position.ts'
import type { Ending, Found, Outcome, Position } from './types.ts'

/** Keeps account of every candidate over the rounds, so that each ends in the report exactly once. */
export interface Ledger {
  /** Starts a round, in which some of what was left open will be found again. */
  readonly reopen: (
    isAskedAgain: (finding: Found) => boolean,
    round: number,
    textOf: (path: string) => string,
  ) => void
  /** The change is made (or, in a dry run, would be): it will not be found again. */
  readonly close: (ending: Ending) => void
  /** The candidate is still in the file. `remember`: a later round that finds it again ends it likewise. */
  readonly leave: (ending: Ending, options?: { readonly remember: boolean }) => void
  /** How a finding of this round was ended for good in an earlier one. */
  readonly remembered: (finding: Found) => Ending | undefined
  readonly outcomes: () => Outcome[]
  /** What round 1 left open, whatever came of it later. */
  readonly firstLeft: () => readonly Outcome[]
}

export function makeLedger(): Ledger {
  const closed: Outcome[] = []
  let left: Outcome[] = []
  let firstLeft: readonly Outcome[] = []
  const endings = new Map<string, Ending>()
  let round = 0
  let positionOf: (finding: Found) => Position = () => ({ line: 1, column: 1 })

  return {
    reopen(isAskedAgain, newRound, textOf) {
      if (round === 1) firstLeft = left
      left = left.filter(({ finding }) => !isAskedAgain(finding))
      round = newRound
      positionOf = makePositions(textOf)
    },
    close(ending) {
      closed.push(placed(ending))
    },
    leave(ending, { remember } = { remember: false }) {
      left.push(placed(ending))
      if (remember) endings.set(ending.finding.fingerprint, ending)
    },
    remembered: finding => endings.get(finding.fingerprint),
    outcomes: () => [...closed, ...left],
    firstLeft: () => firstLeft,
  }

  function placed(ending: Ending): Outcome {
    return { ...ending, position: positionOf(ending.finding), round }
  }
}

function makePositions(textOf: (path: string) => string): (finding: Found) => Position {
  const positions = new Map<string, (index: number) => Position>()
  return ({ at }) => {
    const known = positions.get(at.path) ?? positionsIn(textOf(at.path))
    positions.set(at.path, known)
    return known(at.startIndex)
  }
}
