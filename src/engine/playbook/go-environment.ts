import { join } from 'node:path'
import type { UpgradeModule } from './find-modules.ts'

/**
 * Environment of the go commands of a chain: the Go that is installed, and the go.work that git knows of. One that it
 * does not know of is nobody else's, and could not be taken back.
 */
export function goEnvironment(
  root: string,
  directory: string,
  modules: readonly UpgradeModule[],
): Readonly<Record<string, string>> {
  const module = modules.find(other => other.directory === directory)
  const workspace = module ? module.workspace : directory
  return {
    GOTOOLCHAIN: 'local',
    GOWORK: workspace === undefined ? 'off' : join(root, workspace, 'go.work'),
  }
}
