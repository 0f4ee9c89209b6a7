// npm test: first types and style; then, side by side on two processors, the tests of parts and of the program as a
// whole, and the journeys in a browser. What runs beside is shown when it ends, so that lines do not mix, and what
// fails is shown last: the closing lines on the screen decide the exit code.
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
const children = new Set()
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    for (const child of children) child.kill(signal)
  })

const checked = await run('check')
if (checked !== 0) process.exit(checked)

const directory = mkdtempSync(join(tmpdir(), 'voordeur-test-'))
const [shown, kept] = [join(directory, 'shown.txt'), join(directory, 'journeys.txt')]
const journeys = run('test:journeys', kept)
const ours =
  (await run('test:unit', shown, process.stdout)) || (await run('test:whole', shown, process.stdout))
if (ours === 0) process.stdout.write('\nThe journeys in a browser go on; they show when they end.\n\n')
const theirs = await journeys
process.stdout.write(readFileSync(kept))
if (ours !== 0) process.stdout.write(`\nFAILED, before the journeys:\n${ending(readFileSync(shown, 'utf8'))}`)
rmSync(directory, { recursive: true, force: true })
process.exit(ours || theirs)

/** From the summary on; without one, the last lines. */
function ending(text) {
  const summary = text.lastIndexOf('ℹ tests ')
  return summary < 0 ? text.split('\n').slice(-60).join('\n') : text.slice(summary)
}

/** Runs a script of package.json. With `file` its output goes there, and to `beside` as it comes. */
function run(script, file, beside) {
  return new Promise((resolve) => {
    const child = spawn(npm, ['run', '--silent', script], {
      stdio: file === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    children.add(child)
    for (const stream of file === undefined ? [] : [child.stdout, child.stderr])
      stream.on('data', (part) => {
        appendFileSync(file, part)
        beside?.write(part)
      })
    child.on('close', (code, signal) => {
      children.delete(child)
      resolve(code ?? (signal ? 130 : 1))
    })
  })
}
