/** Fifty people who each ask a page every five seconds, in a process of their own. Speaks with bench/gewoon-gebruik.ts only. */
import { setTimeout as pauze } from 'node:timers/promises'
import { agent, haal } from './mens.ts'
import { meldRekentijd } from './rekentijd.ts'

const mensen = 50
const pauzeMs = 5_000
const paginas = [
  '/',
  '/gebeurtenissen',
  '/gebeurtenissen/kind-krijgen',
  '/regelingen/huurtoeslag',
  '/organisaties/svb',
  '/echt',
  '/hulp',
]

const basis = new URL(process.env.BASIS ?? '')
const duur: number[] = []
let mislukt = 0
let isKlaar = false
const vraag = async (i: number): Promise<void> => {
  const pad = paginas[i % paginas.length] ?? '/'
  try {
    const koppen = { 'x-forwarded-for': `10.1.0.${i % mensen}` }
    const { ms, status } = await haal(new URL(pad, basis), koppen)
    if (status === 200) duur.push(ms)
    else mislukt++
  } catch {
    mislukt++
  }
}
const loop = async (): Promise<void> => {
  const begin = performance.now()
  // Open loop: the next one does not wait for the last answer.
  for (let i = 0; !isKlaar; i++) {
    void vraag(i)
    await pauze(Math.max(0, begin + ((i + 1) * pauzeMs) / mensen - performance.now()))
  }
}
process.on('message', (wat) => {
  if (wat === 'tijden') process.send?.({ duur: duur.splice(0), mislukt })
})
meldRekentijd(async () => {
  isKlaar = true
  agent.destroy()
})
void loop()
process.send?.('begonnen')
