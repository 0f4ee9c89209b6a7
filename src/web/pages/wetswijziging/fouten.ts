/** Why a change cannot be worked out, in words; faults in a text with their line, as who writes schemes knows them. */
import type { CorpusFout } from '../../../engine/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { type Aangevraagd, HOOGSTENS_WACHTEND } from '../../../proactief/index.ts'
import type { Context } from '../../ui/context.ts'
import { opsomming } from '../../ui/spraak.ts'

/** Named limit: so many faults at once; who mended those sees the rest. */
const HOOGSTENS_FOUTEN = 50

export interface Foutmelding {
  readonly kort: string
  readonly fouten: readonly { readonly plek: string; readonly melding: string; readonly remedie: string }[]
}

/** `bestand`: the place in the corpus of a text that somebody calls `naam`. */
export function meldingVan(
  { spraak }: Context,
  uit: Exclude<Aangevraagd, { status: 'ok' }>,
  { bestand, naam }: { readonly bestand: string; readonly naam: string },
): Foutmelding {
  const { t } = spraak
  switch (uit.status) {
    case 'vol':
      return { kort: t('wetswijziging.fout.vol', { n: HOOGSTENS_WACHTEND }), fouten: [] }
    case 'druk':
      return { kort: t('wetswijziging.fout.druk'), fouten: [] }
    case 'te-zwaar':
      return { kort: t('wetswijziging.fout.te_zwaar'), fouten: [] }
    case 'gelijk':
      return { kort: t('wetswijziging.fout.gelijk'), fouten: [] }
    case 'verlopen':
      return {
        kort: t('wetswijziging.fout.verlopen', { regelingen: opsomming(spraak, uit.regelingen) }),
        fouten: [],
      }
    case 'fout': {
      const plek = (f: CorpusFout) => `${f.bestand === bestand ? naam : f.bestand}:${f.regel}:${f.kolom}`
      return {
        kort: t('wetswijziging.fout.aantal', { n: uit.fouten.length }),
        fouten: uit.fouten
          .slice(0, HOOGSTENS_FOUTEN)
          .map((f) => ({ plek: plek(f), melding: f.melding, remedie: f.remedie })),
      }
    }
  }
}

/** The messages of the corpus are Dutch: they are for who writes schemes. What is one sentence heads no list. */
export function foutendeel({ kort, fouten }: Foutmelding): Html {
  if (fouten.length === 0) return html`<p>${kort}</p>`
  return html`<h2>${kort}</h2><ul class="vd-list" lang="nl">${fouten.map(({ plek, melding, remedie }) => html`<li><code>${plek}</code> ${melding} ${remedie}</li>`)}</ul>`
}
