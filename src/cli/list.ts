import { type ConfigChoice, configPath, loadConfig, selectTransforms } from '../config.ts'

/** Prints the name and summary of every transform that the configuration selects. */
export async function list(flags: { readonly config?: ConfigChoice }): Promise<void> {
  const config = await loadConfig(configPath(process.cwd(), flags.config))
  const transforms = selectTransforms(config)
  const width = Math.max(...transforms.map(({ name }) => name.length))
  for (const { name, meta } of transforms)
    process.stdout.write(`${name.padEnd(width)}  ${meta.summary} (Go ${meta.since})\n`)
}
