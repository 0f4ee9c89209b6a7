// npm test: first types and style; then, two side by side on two processors, the tests of parts, of the program as a
// whole, the journeys in a browser and every page in one. The tests of parts show as they go; what runs beside them is
// shown when it ends, so that lines do not mix, and what fails is shown last: the closing lines decide the exit code.
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
const shownAsItGoes = 'test:unit'
/** The longest first: then neither of the two waits long for the other. */
const waiting = ['test:journeys', shownAsItGoes, 'test:pages', 'test:whole']
const ended = []
const held = []
let streams = true
await Promise.all([work(), work()])

const failed = ended.filter(({ code }) => code !== 0)
for (const { script, file } of failed)
  process.stdout.write(`\nFAILED: ${script}\n${ending(readFileSync(file, 'utf8'))}`)
rmSync(directory, { recursive: true, force: true })
process.exit(failed[0]?.code ?? 0)

/** One of the two: takes what is next until nothing is left. */
async function work() {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) {
    const file = join(directory, script.replace(':', '-'))
    const isShown = script === shownAsItGoes
    const code = await run(script, file, isShown ? process.stdout : undefined)
    ended.push({ script, file, code })
    if (isShown) streams = false
    else held.push({ script, file })
    if (!streams) show()
  }
}

function show() {
  for (const { script, file } of held.splice(0))
    process.stdout.write(`\n${script}\n\n${readFileSync(file, 'utf8')}`)
  if (ended.length < 4) process.stdout.write('\nThe others go on; they show when they end.\n\n')
}

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
    if (file !== undefined) appendFileSync(file, '')
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
