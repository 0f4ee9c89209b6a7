import type { GebiedInfo } from '../../../engine/index.ts'
import {
  type Antwoorden,
  beantwoord,
  isBeantwoord,
  isTeVragen,
  type Json,
  maakOverzicht,
  openVragen,
  PAD_PLAATS,
  PAD_WATERSCHAP,
  type Vraagstelling,
  vergeet,
  vraagstelling,
  waardeOp,
  weetNiet,
} from '../../../rechten/index.ts'
import { woonplaatsen } from '../../invoer/plaats.ts'
import { adres } from '../../routes.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { type Beeld, rekenUit } from './beeld.ts'
import { leesAntwoord, VELD } from './lees-antwoord.ts'
import { vraagPagina } from './vraag-pagina.ts'
import { vraagtekst } from './vraagtekst.ts'
import { regelingtekst } from './zinnen.ts'

interface Plek {
  readonly vraag: Vraagstelling
  readonly n: number
  readonly naarAntwoorden: boolean
  /** Present when a form came back. */
  readonly gestuurd?: {
    readonly form: URLSearchParams
    readonly fouten: readonly Veldfout[]
    readonly voorstellen: readonly string[]
  }
}

export function toonVraag(
  { context, beeld }: Verzoek,
  { vraag, n, naarAntwoorden, gestuurd }: Plek,
): Antwoord {
  const { spraak } = context
  const { antwoorden, corpus } = beeld
  const isBegonnen = antwoorden.volgorde.length > 0
  const gebiedVan = (code: string): readonly GebiedInfo[] => {
    const gebied = corpus.gebieden.get(code)
    return gebied ? [gebied] : []
  }
  const pagina = vraagPagina({
    context,
    vraag,
    n,
    naarAntwoorden,
    tekst: vraagtekst(spraak, antwoorden, vraag),
    waarden: gestuurd ? Object.fromEntries(gestuurd.form) : veldwaarden(beeld, vraag),
    fouten: gestuurd?.fouten ?? [],
    voorstellen: (gestuurd?.voorstellen ?? []).flatMap(gebiedVan),
    gebieden: gebiedenVoor(beeld, vraag),
    valutateken: beeld.valuta === 'USD' ? '$' : '€',
    regelingen: vraag.regelingen.flatMap((id) => {
      const regeling = beeld.regelingen.get(id)
      return regeling ? [regelingtekst(spraak, regeling).tekst.titel] : []
    }),
    overzicht: isBegonnen ? maakOverzicht(rekenUit(beeld, { uitleg: false }), beeld.valuta) : undefined,
    nogVragen: isBegonnen ? openVragen(beeld).length : 0,
  })
  return { soort: 'pagina', pagina, ...(gestuurd ? { status: 422 } : {}) }
}

/** An answer, «I do not know», or the wish to be asked something that was assumed. */
export function ontvang(verzoek: Verzoek): Antwoord {
  const { context, beeld, bezoek, form } = verzoek
  const { taal, spraak } = context
  const pad = form.get('pad') ?? ''
  const n = Number(/^\d{1,3}$/.exec(form.get('n') ?? '')?.[0] ?? 1)
  const naarAntwoorden = form.get('naar') === 'antwoorden'
  // A later question without a cookie: the hour is over. What was typed cannot stand on its own.
  if (bezoek.staat === 'geen' && n > 1) return opnieuw(verzoek, 'verlopen')
  if (bezoek.staat === 'verlopen' || bezoek.staat === 'onleesbaar') return opnieuw(verzoek, bezoek.staat)
  const vraag = isTeVragen(beeld.antwoorden, pad) ? vraagstelling(beeld.corpus, pad) : undefined
  if (!vraag) return { soort: 'ga-naar', adres: adres(taal, 'vraag') }

  const actie = form.get('actie')
  if (actie === 'stel') {
    const bewaar = isBeantwoord(beeld.antwoorden, pad) ? beeld.antwoorden : weetNiet(beeld.antwoorden, pad)
    const plek = bewaar.volgorde.indexOf(pad) + 1
    const doel = adres(taal, 'vraag', { n: plek, ...(naarAntwoorden ? { naar: 'antwoorden' } : {}) })
    return { soort: 'ga-naar', adres: doel, bewaar }
  }
  const doel = adres(taal, naarAntwoorden ? 'antwoorden' : 'vraag')
  if (actie === 'weet-niet' && vraag.soort !== 'plaats') {
    return { soort: 'ga-naar', adres: doel, bewaar: weetNiet(beeld.antwoorden, pad) }
  }
  const gelezen = leesAntwoord(spraak, beeld, vraag, form)
  if (gelezen.status === 'fout') {
    const { fouten, voorstellen = [] } = gelezen
    return toonVraag(verzoek, { vraag, n, naarAntwoorden, gestuurd: { form, fouten, voorstellen } })
  }
  return { soort: 'ga-naar', adres: doel, bewaar: metGevolgen(beeld, pad, gelezen.waarde) }
}

export function wis({ context }: Verzoek): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'rechten', { opnieuw: 'gewist' }), wis: true }
}

export function opnieuw({ context }: Verzoek, reden: 'verlopen' | 'onleesbaar'): Antwoord {
  return { soort: 'ga-naar', adres: adres(context.taal, 'rechten', { opnieuw: reden }), wis: true }
}

/** Another place means another water board; another currency means that amounts must be asked again. */
export function metGevolgen(beeld: Beeld, pad: string, waarde: Json): Antwoorden {
  const vorige = waardeOp(beeld.antwoorden, PAD_PLAATS)
  const nieuw = beantwoord(beeld.antwoorden, pad, waarde)
  if (pad !== PAD_PLAATS || vorige === waarde) return nieuw
  const valuta = beeld.corpus.gebieden.get(String(waarde))?.valuta
  const bedragen =
    vorige === undefined || valuta === beeld.valuta
      ? []
      : nieuw.volgorde.filter((p) => vraagstelling(beeld.corpus, p)?.soort === 'geld')
  return vergeet(nieuw, [PAD_WATERSCHAP, ...bedragen])
}

/** What stands in the fields when somebody comes back to a question. */
function veldwaarden(beeld: Beeld, vraag: Vraagstelling): Readonly<Record<string, string>> {
  const waarde = waardeOp(beeld.antwoorden, vraag.pad)
  if (waarde === undefined) return {}
  if (vraag.soort === 'partner') return { [VELD.waarde]: waarde === null ? 'nee' : 'ja' }
  if (Array.isArray(waarde)) return { [VELD.waarde]: String(waarde.length) }
  if (typeof waarde === 'boolean') return { [VELD.waarde]: waarde ? 'ja' : 'nee' }
  if (vraag.soort === 'plaats') {
    const plaats = beeld.corpus.gebieden.get(String(waarde))
    return plaats?.soort === 'eiland'
      ? { [VELD.plaats]: plaats.code }
      : { [VELD.gemeente]: plaats?.naam ?? '' }
  }
  if (vraag.soort === 'datum') {
    const [jaar = '', maand = '', dag = ''] = String(waarde).split('-')
    return { [VELD.jaar]: jaar, [VELD.maand]: String(Number(maand)), [VELD.dag]: String(Number(dag)) }
  }
  if (vraag.soort === 'geld') return { [VELD.waarde]: bedragInVeld(Number(waarde)) }
  return { [VELD.waarde]: String(waarde).replace('.', ',') }
}

function bedragInVeld(cents: number): string {
  const geheel = Math.trunc(Math.abs(cents) / 100)
  const rest = Math.abs(cents) % 100
  return `${cents < 0 ? '-' : ''}${geheel}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`
}

function gebiedenVoor(beeld: Beeld, vraag: Vraagstelling): readonly GebiedInfo[] {
  const alle = [...beeld.corpus.gebieden.values()]
  if (vraag.soort === 'plaats') return woonplaatsen(beeld.corpus.gebieden)
  if (vraag.soort !== 'gebied') return []
  const eigen = beeld.plaats?.waterschappen ?? []
  return alle.filter((g) => g.soort === 'waterschap' && (eigen.length === 0 || eigen.includes(g.code)))
}
