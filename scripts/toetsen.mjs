// Runs test files in this one process, one test after another: node scripts/toetsen.mjs "src/**/*.test.ts" …
// As `node --test --test-isolation=none` does, with one thing less and one more. Less: Node keeps of every promise which
// test it belongs to, to name that test when something fails unseen; with thousands of promises a second that is a sixth
// of all the work, and more memory by the minute. Here it is the test that runs. More: a file that cannot be read and a
// hook that fails at the end make the run fail; with Node alone nobody hears of them. With `--part=1/2` at the end every
// second file from the first on, and with `--part=2/2` the others.
import { createHook } from 'node:async_hooks'
import { globSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { pathToFileURL } from 'node:url'

// What the runner asks for is a hook on everything; it gets one on everything but promises, as this one is.
const light = createHook({ init() {}, trackPromises: false })
const hooks = Object.getPrototypeOf(light)
const { enable } = hooks
hooks.enable = function () {
  for (const key of Object.getOwnPropertySymbols(light)) if (light[key] === true) this[key] = true
  return enable.call(this)
}
const [part, ...extra] = process.argv.flatMap(
  (argument) => /^--part=(\d+)\/(\d+)$/.exec(argument)?.slice(1) ?? [],
)
const all = globSync(process.argv.slice(2).filter((argument) => !argument.startsWith('--'))).sort()
const globPatterns = part === undefined ? all : all.filter((_, i) => i % extra[0] === part - 1)
if (globPatterns.length === 0) throw new Error('there is no such test file')
const tests = run({ globPatterns, isolation: 'none' })
hooks.enable = enable

let begun = 'the first test'
let isFailed = false
const fail = () => {
  isFailed = true
  process.exitCode = 1
}
for (const event of ['unhandledRejection', 'uncaughtException'])
  process.on(event, (error) => {
    console.error(`Failed unseen, in «${begun}» or before it:`, error)
    fail()
  })
// Everything is read by now; programs that a test starts, also beside this one, need not compile it again.
tests.once('test:dequeue', () => flushCompileCache())
tests.on('test:dequeue', ({ name, nesting }) => {
  if (nesting === 0) begun = name
})
tests.on('test:fail', ({ todo }) => {
  if (todo === undefined) fail()
})
tests.on('test:summary', async ({ success }) => {
  if (!success) fail()
  // What was read is there already; what could not be read fails once more.
  for (const file of globPatterns) {
    try {
      await import(pathToFileURL(resolve(file)).href)
    } catch (error) {
      console.error(`✖ ${file} cannot be read:`, error)
      fail()
      return
    }
  }
})
process.on('exit', () => {
  // The end of the runner may have said something else meanwhile.
  if (isFailed) process.exitCode = 1
})
tests.compose(new spec()).pipe(process.stdout)
