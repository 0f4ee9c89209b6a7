import {
  aowDatum,
  isWatAlsSoort,
  kanWatAls,
  pasToe,
  vergelijk,
  type WatAls,
  type WatAlsSoort,
  zoOudAls,
} from '../../../rechten/index.ts'
import { adres } from '../../routes.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { type Beeld, metHuishouden, rekenUit } from '../rechten/beeld.ts'
import { keuzePagina } from './keuze-pagina.ts'
import { leesWatAls } from './lees-wat-als.ts'
import { uitslagPagina } from './uitslag-pagina.ts'
import { type Veld, veldenVoor } from './velden.ts'
import { veldwaarden } from './veldwaarden.ts'
import { vormPagina } from './vorm-pagina.ts'

export function keuzes(verzoek: Verzoek): Antwoord {
  const { context, beeld } = verzoek
  if (isLeeg(beeld)) return naarBegin(verzoek)
  return { soort: 'pagina', pagina: keuzePagina(context, beeld.antwoorden) }
}

export function vorm(verzoek: Verzoek): Antwoord {
  const gevraagd = soortVan(verzoek)
  if (gevraagd.status !== 'ok') return gevraagd.antwoord
  const { soort, velden } = gevraagd
  const vorige = verzoek.bezoek.watAls
  const waarden = vorige?.soort === soort ? veldwaarden(verzoek.beeld, velden, vorige.waarden) : {}
  return toonVorm(verzoek, soort, velden, waarden, [])
}

export function ontvang(verzoek: Verzoek): Antwoord {
  const gevraagd = soortVan(verzoek)
  if (gevraagd.status !== 'ok') return gevraagd.antwoord
  const { soort, velden } = gevraagd
  const { context, beeld, form } = verzoek
  const gelezen = leesWatAls(context.spraak, beeld, soort, velden, form)
  if (gelezen.status === 'fout')
    return toonVorm(verzoek, soort, velden, Object.fromEntries(form), gelezen.fouten)
  // The engine has the last word: it knows what cannot be, such as a child older than its parent.
  if (!danVan(beeld, gelezen.watAls)) {
    const fouten = [{ veld: velden[0]?.id ?? '', tekst: context.spraak.t('vraag.fout.past-niet') }]
    return toonVorm(verzoek, soort, velden, Object.fromEntries(form), fouten)
  }
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'watAlsUitslag', { soort }),
    watAls: gelezen.watAls,
  }
}

export function uitslag(verzoek: Verzoek): Antwoord {
  const gevraagd = soortVan(verzoek)
  if (gevraagd.status !== 'ok') return gevraagd.antwoord
  const { context, beeld, bezoek } = verzoek
  const { watAls } = bezoek
  const dan = watAls?.soort === gevraagd.soort ? danVan(beeld, watAls) : undefined
  // Nothing filled in yet, or the answers have changed since: then the form comes first.
  if (!watAls || !dan) {
    return { soort: 'ga-naar', adres: adres(context.taal, 'watAlsVorm', { soort: gevraagd.soort }) }
  }
  const vergelijking = vergelijk(rekenUit(beeld, { uitleg: true }), rekenUit(dan, { uitleg: true }))
  return {
    soort: 'pagina',
    pagina: uitslagPagina({ context, nu: beeld, dan, watAls, velden: gevraagd.velden, vergelijking }),
  }
}

type Gevraagd =
  | { readonly status: 'ok'; readonly soort: WatAlsSoort; readonly velden: readonly Veld[] }
  | { readonly status: 'anders'; readonly antwoord: Antwoord }

function soortVan(verzoek: Verzoek): Gevraagd {
  const { context, beeld, delen } = verzoek
  const soort = delen.soort ?? ''
  if (!isWatAlsSoort(soort)) return { status: 'anders', antwoord: { soort: 'niet-gevonden' } }
  if (isLeeg(beeld)) return { status: 'anders', antwoord: naarBegin(verzoek) }
  const { huishouden } = beeld.antwoorden
  if (!kanWatAls(soort, huishouden)) {
    return { status: 'anders', antwoord: { soort: 'ga-naar', adres: adres(context.taal, 'watAls') } }
  }
  const { kinderen } = huishouden
  return { status: 'ok', soort, velden: veldenVoor(soort, Array.isArray(kinderen) && kinderen.length > 0) }
}

function toonVorm(
  { context, beeld }: Verzoek,
  soort: WatAlsSoort,
  velden: readonly Veld[],
  waarden: Readonly<Record<string, string>>,
  fouten: readonly Veldfout[],
): Antwoord {
  const opDag = soort === 'ouder' ? eigenAowDatum(beeld) : undefined
  const vooraf = opDag && Object.keys(waarden).length === 0 ? { datum: opDag } : undefined
  const pagina = vormPagina({
    context,
    soort,
    velden,
    waarden: vooraf ? veldwaarden(beeld, velden, vooraf) : waarden,
    fouten,
    valutateken: beeld.valuta === 'USD' ? '$' : '€',
    aowDatum: opDag,
  })
  return { soort: 'pagina', pagina, ...(fouten.length > 0 ? { status: 422 } : {}) }
}

/** From the rule about AOW age in the corpus; nothing for who has it already, or of whom no birthday is known. */
function eigenAowDatum(beeld: Beeld): string | undefined {
  const datum = beeld.regelingen.has('aow')
    ? aowDatum(rekenUit(beeld, { uitleg: true, regeling: 'aow' }))
    : undefined
  return datum !== undefined && datum > beeld.datum ? datum : undefined
}

/** The visitor after the change; undefined when that household cannot be. */
export function danVan(beeld: Beeld, watAls: WatAls): Beeld | undefined {
  const { corpus, antwoorden } = beeld
  const plaats = watAls.soort === 'verhuizen' ? corpus.gebieden.get(String(watAls.waarden.plaats)) : undefined
  const geld = corpus.feiten.filter((f) => f.type === 'geld').map((f) => f.id)
  const netto = corpus.feiten.find((f) => f.id === 'netto_maandinkomen')
  const { huishouden, datum } = pasToe(antwoorden.huishouden, watAls, {
    datum: beeld.datum,
    hoogsteMaandinkomen: netto?.tot ?? 0,
    ...(plaats && plaats.valuta !== beeld.valuta ? { geldfeiten: new Set(geld) } : {}),
  })
  const dan = metHuishouden(beeld, huishouden, datum)
  return dan && datum !== undefined && isNogNietBekend(dan) ? alsofNu(beeld, dan) : dan
}

function isNogNietBekend(dan: Beeld): boolean {
  return rekenUit(dan, { uitleg: false }).uitkomsten.some((u) =>
    u.ontbreekt.some((o) => o.reden === 'bedragen-nog-niet-bekend'),
  )
}

/** The AOW age rises with the year of birth, by no more than this, while «as old as then» keeps the age itself. */
const MAANDEN_VERSCHIL = 4

/** The figures of that day are not published: with those of today, as if everybody were that old already. */
function alsofNu(beeld: Beeld, dan: Beeld): Beeld | undefined {
  const { huishouden } = dan.antwoorden
  const nu = metHuishouden(beeld, zoOudAls(huishouden, dan.datum, beeld.datum))
  if (!nu || !beeld.regelingen.has('aow')) return nu
  // Asked of today's rules: those of that day may not be known.
  const heeft = (b: Beeld, op: string): boolean =>
    (aowDatum(rekenUit(b, { uitleg: true, regeling: 'aow' })) ?? '9') <= op
  const [echt, nagebootst] = [heeft(beeld, dan.datum), heeft(nu, beeld.datum)]
  if (echt === nagebootst) return nu
  const [jaar = '', maand = ''] = dan.datum.split('-')
  const m = Number(jaar) * 12 + Number(maand) - 1 + (echt ? MAANDEN_VERSCHIL : -MAANDEN_VERSCHIL)
  const anders = `${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}-01`
  return metHuishouden(beeld, zoOudAls(huishouden, anders, beeld.datum))
}

function isLeeg(beeld: Beeld): boolean {
  return beeld.antwoorden.volgorde.length === 0
}

function naarBegin({ context, bezoek }: Verzoek): Antwoord {
  const wasEr = bezoek.staat === 'verlopen' || bezoek.staat === 'onleesbaar'
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'rechten', wasEr ? { opnieuw: 'verlopen' } : {}),
  }
}
