import { type ConfigChoice, configPath, loadConfig, selectTransforms } from '../config.ts'
import { UsageError } from '../errors.ts'
import { explanation } from './explanation.ts'

/** Prints what a transform is for. Throws UsageError when there is none of that name. */
export async function explain(name: string, flags: { readonly config?: ConfigChoice }): Promise<void> {
  const transforms = selectTransforms(await loadConfig(configPath(process.cwd(), flags.config)))
  const transform = transforms.find(transform => transform.name === name)
  if (!transform) {
    const names = transforms.map(({ name }) => name).join(', ')
    throw new UsageError(`no transform is called "${name}"; there are ${names}`)
  }
  process.stdout.write(explanation(transform))
}
