/** Programs that a test needs and that Debian has: found, or installed where that may be. */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Where a program is; also where Debian keeps what only root uses. */
export function findProgramma(naam: string): string | undefined {
  const mappen = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return mappen.map((map) => join(map, naam)).find((pad) => existsSync(pad))
}

export function magInstalleren(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** One at a time on this machine: other parts of the tests that want something wait for it, whatever apt is doing. */
export function aptGet(...wat: readonly string[]): boolean {
  const opdracht = ['apt-get', '-o', 'DPkg::Lock::Timeout=120', ...wat]
  const flock = findProgramma('flock')
  const [programma = '', ...rest] =
    flock === undefined ? opdracht : [flock, join(tmpdir(), 'voordeur-apt.slot'), ...opdracht]
  const { status } = spawnSync(programma, rest, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}

/** The programs with where they are, or a sentence that says why not. What is a service does not start by itself. */
export function zorgVoor(
  programmas: readonly string[],
  pakketten: readonly string[],
): ReadonlyMap<string, string> | string {
  if (!isEr(programmas) && magInstalleren()) {
    console.error(`Voordeur: ${pakketten.join(', ')} installeren voor de proef (apt-get) …`)
    zonderDiensten(() => {
      const installeer = () => aptGet('install', '-qy', '--no-install-recommends', ...pakketten)
      if (!installeer() && aptGet('update', '-q')) installeer()
    })
  }
  const gevonden = isEr(programmas)
  if (gevonden) return gevonden
  const weg = programmas.filter((naam) => findProgramma(naam) === undefined)
  return `hier is geen ${weg.join(', ')}; Debian en Ubuntu, als root: apt-get install --no-install-recommends ${pakketten.join(' ')}`
}

function isEr(programmas: readonly string[]): ReadonlyMap<string, string> | undefined {
  const alle = programmas.map((naam) => [naam, findProgramma(naam)] as const)
  return alle.every((een): een is [string, string] => een[1] !== undefined) ? new Map(alle) : undefined
}

/** What Debian asks before it starts a service (policy-rc.d); 101 is: it may not. */
function zonderDiensten(doe: () => void): void {
  const regels = '/usr/sbin/policy-rc.d'
  if (existsSync(regels)) return doe()
  writeFileSync(regels, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    doe()
  } finally {
    rmSync(regels, { force: true })
  }
}
