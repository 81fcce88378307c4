import { imagePlace, imageVariable } from './image.ts'
import { byHand, isOlder, type NewVersion, newVersionText, VERSION, type VersionPlace } from './place.ts'
import { type YamlScalar, yamlScalars } from './yaml-scalars.ts'

/**
 * The official images and the versions for setup-go in workflows of GitHub and pipelines of GitLab, and the variables
 * that one of those takes them from. What a matrix tests with is for a person to decide.
 */
export function workflowPlaces(text: string, version: NewVersion): VersionPlace[] {
  if (!/golang:|go-version/.test(text)) return []
  const scalars = yamlScalars(text)
  if (!scalars) return [byHand(0, 0, 'it cannot be read as YAML')]
  const variables = new Set(scalars.flatMap(scalar => variableOf(scalar) ?? []))
  const matrices = new Set(scalars.flatMap(scalar => matrixOf(scalar) ?? []))
  return scalars.flatMap(scalar => {
    const image = imagePlace(scalar.text, scalar.startIndex + (scalar.isQuoted ? 1 : 0), version)
    if (image) return [image]
    if (isSetupGo(scalar) || variables.has(variableName(scalar) ?? '')) return versionOf(scalar, version)
    if (matrices.has(matrixName(scalar) ?? '') && isOlder(scalar.text, version))
      return [byHand(scalar.startIndex, scalar.endIndex, 'a version that a matrix tests with')]
    if (scalar.path.at(-1) === 'go-version' && isOlder(scalar.text, version))
      return [byHand(scalar.startIndex, scalar.endIndex, 'what takes this version is not known here')]
    return []
  })
}

/** `go-version` of a step that uses actions/setup-go. */
function isSetupGo({ path, around }: YamlScalar): boolean {
  return (
    path.at(-1) === 'go-version' &&
    path.at(-2) === 'with' &&
    /^actions\/setup-go(@|$)/.test(around.get('uses') ?? '')
  )
}

/** The variable that an image or setup-go takes its version from. */
function variableOf(scalar: YamlScalar): string | undefined {
  if (!isSetupGo(scalar)) return imageVariable(scalar.text)
  return /^\$\{\{\s*env\.(\w+)\s*\}\}$/.exec(scalar.text)?.[1]
}

/** The name of a variable where it is given its value. */
function variableName({ path }: YamlScalar): string | undefined {
  return path.at(-2) === 'env' || path.at(-2) === 'variables' ? path.at(-1) : undefined
}

function matrixOf(scalar: YamlScalar): string | undefined {
  return isSetupGo(scalar) ? /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(scalar.text)?.[1] : undefined
}

/** The name of a dimension of a matrix, for each of its values, those of `include` too. */
function matrixName({ path }: YamlScalar): string | undefined {
  return path.includes('matrix') ? path.filter(part => part !== '-').at(-1) : undefined
}

function versionOf(scalar: YamlScalar, version: NewVersion): VersionPlace[] {
  const { startIndex, endIndex, text } = scalar
  const old = /^(1\.\d+)\.x$/.exec(text)?.[1]
  // Quoted: YAML reads 1.20 as the number 1.2.
  if (old && isOlder(old, version)) return [{ startIndex, endIndex, newText: `'${version.language}.x'` }]
  if (!VERSION.test(text) || !isOlder(text, version)) return []
  return [{ startIndex, endIndex, newText: `'${newVersionText(text, version)}'` }]
}
