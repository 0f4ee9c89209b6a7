/**
 * The made-up registers and login in a process of their own, so that their processor time is counted apart. The
 * registers take 50 ms for each answer, as over a real distance. Speaks with bench/inwoner.ts only.
 */
import { startDemo } from '../src/demo/index.ts'
import { klokVanaf } from '../src/platform/index.ts'
import { registerMs } from './inwoner-meting.ts'
import { meldRekentijd } from './rekentijd.ts'

const demo = await startDemo({
  nu: klokVanaf(new Date('2026-03-01T12:00:00Z')).nu,
  antwoordMs: registerMs,
  magTerug: ({ pathname }) => pathname === '/inloggen/terug',
})
const { inlog, brp, inkomen, bekenden } = demo
if (inlog === undefined) throw new Error('zonder inlogdienst is er niets te meten')
meldRekentijd(() => demo.sluit())
process.send?.({
  omgeving: {
    VOORDEUR_OIDC_URL: inlog.uitgever.href,
    VOORDEUR_OIDC_CLIENT: inlog.client,
    VOORDEUR_OIDC_GEHEIM: inlog.geheim,
    VOORDEUR_OIDC_NIVEAUS: 'laag=laag,substantieel=substantieel,hoog=hoog',
    VOORDEUR_BRP_URL: brp.url.href,
    VOORDEUR_BRP_SLEUTEL: brp.sleutel,
    VOORDEUR_INKOMEN_URL: inkomen.url.href,
    VOORDEUR_INKOMEN_SLEUTEL: inkomen.sleutel,
  },
  mensen: bekenden
    .filter(({ groep, persoon }) => groep === 'verhaal' && persoon.bsn !== undefined)
    .map(({ id }) => id),
})
