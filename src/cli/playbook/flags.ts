/** The flags of `gomend playbook`, as commander hands them over. */
export interface PlaybookFlags {
  readonly to?: string
  readonly config?: string | false
  readonly step?: string
  readonly dryRun?: boolean
  readonly commit?: boolean
  readonly yes?: boolean
  readonly report?: string
}
