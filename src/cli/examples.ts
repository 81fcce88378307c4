/** What the help of each command ends with: command lines and what they do. */
const EXAMPLES: Readonly<Record<string, readonly (readonly [line: string, does: string])[]>> = {
  gomend: [
    ['gomend diff ./...', 'show every change as a patch; write nothing'],
    ['gomend fix ./...', 'ask about each change, then write'],
    ['gomend fix --yes ./internal/...', 'write all proven changes without asking'],
  ],
  scan: [
    ['gomend scan ./...', 'list what is found in all packages'],
    ['gomend scan --check --since origin/main', 'in CI: fail when changed lines have something to do'],
    ['gomend scan --stat', 'count findings by transform and package'],
    ['gomend scan --format sarif > gomend.sarif', 'for code scanning'],
    ['gomend scan --output html=report.html --output json=report.json', 'several reports of one run'],
    ['gomend scan --update-baseline', 'live with what there is; report only what is new'],
  ],
  diff: [
    ['gomend diff ./... | git apply', 'take all changes'],
    ['gomend diff --select build-tags ./internal/...', 'one transform, one directory'],
    ['gomend diff --output patch=patches/{owner}.patch', 'a patch for each owner in CODEOWNERS'],
    ['gomend diff --output patch=patches/{transform}.patch', 'a patch for each transform'],
  ],
  fix: [
    ['gomend fix ./...', 'ask about each change, then write'],
    ['gomend fix --yes ./...', 'write what is proven safe, without asking'],
    ['gomend fix --answers gomend-answers.json', 'decide as marked in the HTML report'],
    ['gomend fix --plain', 'for screen readers: lines of text, nothing redrawn'],
    ['EDITOR="code" gomend fix', 'the editor that `e` opens'],
  ],
  undo: [['gomend undo', 'take back the last fix']],
  playbook: [['gomend playbook list', 'all playbooks; each command has examples of its own']],
  'playbook list': [['gomend playbook list', 'all playbooks']],
  'playbook show': [['gomend playbook show go1.22', 'its steps, with reasons and sources']],
  'playbook plan': [['gomend playbook plan --to 1.24', 'the steps from here to Go 1.24; write nothing']],
  'playbook run': [
    ['gomend playbook run --to 1.24 --dry-run', 'take the steps on a copy; print what each would change'],
    ['gomend playbook run --to 1.24 --commit', 'take them, a commit for each; go on with them when stopped'],
  ],
  list: [['gomend list', 'all transforms that the configuration selects']],
  explain: [['gomend explain build-tags', 'what it rewrites, why, and what it does not']],
  init: [['gomend init', 'write transforms.config.ts, fitted to this repository']],
  new: [
    ['gomend new string-title', 'write transforms/string-title.ts'],
    ['gomend new string-title --package', 'one that knows types'],
  ],
  completion: [
    ['source <(gomend completion bash)', 'in ~/.bashrc; the same for zsh'],
    ['gomend completion fish > ~/.config/fish/completions/gomend.fish', 'for fish'],
  ],
}

const EXIT_CODES = `
Exit codes:
  0  nothing is left to do, or there is and --check was not given
  1  with --check: there is something to do; always: something is broken, stale or could not be read
  2  gomend could not run
`

/** Commands that end with 1 when something needs attention. */
const CHECKING = new Set(['gomend', 'scan', 'diff', 'fix'])

/** Examples, and exit codes where they say something, for the help of a command such as `playbook run`. */
export function helpAfter(name: string): string {
  const examples = EXAMPLES[name] ?? []
  const width = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, does]) => `  ${line.padEnd(width)}  ${does}`)
  return `${CHECKING.has(name) ? EXIT_CODES : ''}
Examples:
${lines.join('\n')}`
}
