/**
 * The made-up registers and login in a process of their own, so that their processor time is counted apart. The
 * registers take 50 ms for each answer, as over a real distance. Speaks with bench/inwoner.ts only.
 */
import { startDemo } from '../src/demo/index.ts'
import { klokVanaf } from '../src/platform/index.ts'
import { demoOmgeving } from './demo-omgeving.ts'
import { registerMs } from './inwoner-meting.ts'
import { meldRekentijd } from './rekentijd.ts'

const demo = await startDemo({
  nu: klokVanaf(new Date('2026-03-01T12:00:00Z')).nu,
  antwoordMs: registerMs,
  magTerug: ({ pathname }) => pathname === '/inloggen/terug',
})
const omgeving = demoOmgeving(demo)
meldRekentijd(() => demo.sluit())
process.send?.({
  omgeving,
  mensen: demo.bekenden
    .filter(({ groep, persoon }) => groep === 'verhaal' && persoon.bsn !== undefined)
    .map(({ id }) => id),
})
