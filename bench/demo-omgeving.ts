import type { Demo } from '../src/demo/index.ts'

/** What a server that is measured needs to find the made-up login and registers. */
export function demoOmgeving({ inlog, brp, inkomen }: Demo): Readonly<Record<string, string>> {
  if (inlog === undefined) throw new Error('zonder inlogdienst is er niets te meten')
  return {
    VOORDEUR_OIDC_URL: inlog.uitgever.href,
    VOORDEUR_OIDC_CLIENT: inlog.client,
    VOORDEUR_OIDC_GEHEIM: inlog.geheim,
    VOORDEUR_OIDC_NIVEAUS: 'laag=laag,substantieel=substantieel,hoog=hoog',
    VOORDEUR_BRP_URL: brp.url.href,
    VOORDEUR_BRP_SLEUTEL: brp.sleutel,
    VOORDEUR_INKOMEN_URL: inkomen.url.href,
    VOORDEUR_INKOMEN_SLEUTEL: inkomen.sleutel,
  }
}
