import type { ChainState } from '../../engine/playbook/state.ts'
import { playbookReport } from '../../report/playbook-report.ts'
import type { Chain } from './chain-of.ts'

/** The checklist of a chain, in Markdown. */
export function chainReport(chain: Chain, { results }: ChainState): string {
  const steps = results.flatMap(({ id, outcome }) => {
    const planned = chain.steps.find(step => step.id === id)
    if (!planned) return []
    const { step, directory, playbook } = planned
    return [{ ...step, module: directory, playbook, outcome }]
  })
  return playbookReport(chain.goal, steps)
}
