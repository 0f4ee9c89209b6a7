/**
 * «What if»: a household as it would be after one change, made from the household as it is. Pure; nothing is
 * looked up. What the change makes unsure (money per month, when the yearly income changes) becomes unknown or a
 * range, never a guess.
 */
import type { Json } from './antwoorden.ts'

export const watAlsSoorten = [
  'werken',
  'stoppen',
  'samenwonen',
  'scheiden',
  'kind',
  'verhuizen',
  'ouder',
] as const
export type WatAlsSoort = (typeof watAlsSoorten)[number]

/** One change, as the visitor filled it in; a value that is absent is not known. */
export interface WatAls {
  readonly soort: WatAlsSoort
  readonly waarden: Readonly<Record<string, string | number | boolean>>
}

type Deel = { readonly [naam: string]: Json }
export type HuishoudenDelen = Deel

export interface Gevolg {
  readonly huishouden: HuishoudenDelen
  /** The day to look at, when it is not today. */
  readonly datum?: string
}

export interface Omstandigheden {
  /** Today. */
  readonly datum: string
  /** The largest amount of money per month that anybody can fill in, in cents. */
  readonly hoogsteMaandinkomen: number
  /** Facts in money, when the new place has another currency: amounts then have to be asked again. */
  readonly geldfeiten?: ReadonlySet<string>
}

export function isWatAlsSoort(naam: string): naam is WatAlsSoort {
  return (watAlsSoorten as readonly string[]).includes(naam)
}

/** Whether a change can be tried: one cannot go on alone without a partner. */
export function kanWatAls(soort: WatAlsSoort, huishouden: HuishoudenDelen): boolean {
  const heeftPartner = deel(huishouden.partner) !== undefined
  if (soort === 'samenwonen') return !heeftPartner
  return soort !== 'scheiden' || heeftPartner
}

export function pasToe(huishouden: HuishoudenDelen, watAls: WatAls, om: Omstandigheden): Gevolg {
  const { waarden } = watAls
  switch (watAls.soort) {
    case 'werken':
      return { huishouden: metInkomen(huishouden, waarden, om, { werkt: Number(waarden.inkomen) > 0 }) }
    case 'stoppen': {
      const zonderWerk = { werkt: false, werkt_of_studeert: false, inkomen_uit_werk: 0 }
      return { huishouden: metInkomen(huishouden, waarden, om, zonderWerk) }
    }
    case 'samenwonen':
      return { huishouden: { ...huishouden, partner: partner(waarden) } }
    case 'scheiden':
      return { huishouden: alleen(huishouden, waarden) }
    case 'kind':
      return { huishouden: metKind(huishouden, waarden, om) }
    case 'verhuizen':
      return { huishouden: elders(huishouden, waarden, om) }
    case 'ouder':
      return {
        huishouden: metDeel(
          uitHuis(huishouden, String(waarden.datum)),
          'aanvrager',
          gekozen({ aow_opbouwjaren: waarden.jaren }),
        ),
        datum: String(waarden.datum),
      }
  }
}

/**
 * The household as if everybody had, on `nu`, the age that they will have on `dan`: for a day whose figures nobody
 * knows yet. Days of birth move by whole months; the day stays, or becomes 28 where a month could be too short.
 */
export function zoOudAls(huishouden: HuishoudenDelen, dan: string, nu: string): HuishoudenDelen {
  const maanden = maandnummer(dan) - maandnummer(nu)
  const ouder = (mens: Json): Json => {
    const d = deel(mens)
    return typeof d?.geboortedatum === 'string'
      ? { ...d, geboortedatum: eerder(d.geboortedatum, maanden) }
      : mens
  }
  return Object.fromEntries(
    Object.entries(huishouden).map(([naam, w]) => [naam, Array.isArray(w) ? w.map(ouder) : ouder(w)]),
  )
}

function maandnummer(datum: string): number {
  return Number(datum.slice(0, 4)) * 12 + Number(datum.slice(5, 7)) - 1
}

function eerder(datum: string, maanden: number): string {
  const m = maandnummer(datum) - maanden
  const twee = (n: number): string => String(n).padStart(2, '0')
  return `${Math.floor(m / 12)}-${twee((m % 12) + 1)}-${twee(Math.min(Number(datum.slice(8)), 28))}`
}

type Waarden = WatAls['waarden']

function metInkomen(
  huishouden: HuishoudenDelen,
  waarden: Waarden,
  om: Omstandigheden,
  werk: Deel,
): HuishoudenDelen {
  const oud = deel(huishouden.aanvrager) ?? {}
  const { netto_maandinkomen: netto, inkomen_uit_werk: _werk, ...rest } = oud
  const inkomen = Number(waarden.inkomen)
  const nieuwNetto = waarden.netto ?? nettoGrenzen(oud.toetsingsinkomen, inkomen, netto, om)
  return {
    ...huishouden,
    aanvrager: {
      ...rest,
      toetsingsinkomen: inkomen,
      ...gekozen({ netto_maandinkomen: nieuwNetto }),
      ...werk,
    },
  }
}

/** Who earns more has no less money per month, who earns less no more; how much exactly nobody told us. */
function nettoGrenzen(
  oudInkomen: Json | undefined,
  inkomen: number,
  netto: Json | undefined,
  om: Omstandigheden,
): Json | undefined {
  if (typeof netto !== 'number' || typeof oudInkomen !== 'number') return undefined
  if (inkomen === oudInkomen) return netto
  return inkomen > oudInkomen ? { van: netto, tot: om.hoogsteMaandinkomen } : { van: 0, tot: netto }
}

function partner(waarden: Waarden): Deel {
  return {
    ...gekozen({
      geboortedatum: waarden.geboortedatum,
      toetsingsinkomen: waarden.inkomen,
      vermogen: waarden.vermogen,
      zorgverzekerd: waarden.verzekerd,
    }),
    ...(waarden.band === undefined
      ? {}
      : { gehuwd: waarden.band === 'getrouwd', notarieel_contract: waarden.band === 'contract' }),
    zelfde_adres: true,
  }
}

function alleen(huishouden: HuishoudenDelen, waarden: Waarden): HuishoudenDelen {
  const zonder = { ...huishouden, partner: null }
  const woning = waarden.huur === undefined ? {} : { soort: 'huur', kale_huur: waarden.huur }
  const verhuisd = metDeel(zonder, 'woning', woning)
  if (waarden.kinderen !== false || !Array.isArray(huishouden.kinderen)) return verhuisd
  // They live with the other parent, who then receives the child benefit.
  const kinderen = huishouden.kinderen.map((kind) => ({
    ...deel(kind),
    thuiswonend: false,
    kinderbijslag: false,
    co_ouderschap: 0,
  }))
  return { ...verhuisd, kinderen }
}

/** As if the child were there already: on the first day of this year, or on its birthday when that is earlier. */
function metKind(huishouden: HuishoudenDelen, waarden: Waarden, { datum }: Omstandigheden): HuishoudenDelen {
  const gegeven = String(waarden.geboortedatum)
  const nieuwjaar = `${datum.slice(0, 4)}-01-01`
  const kind = { geboortedatum: gegeven < nieuwjaar ? gegeven : nieuwjaar, thuiswonend: true, opvang: [] }
  const kinderen = Array.isArray(huishouden.kinderen) ? huishouden.kinderen : []
  const ouder = deel(huishouden.partner)
  return {
    ...huishouden,
    ...(ouder ? { partner: { ...ouder, gezamenlijk_kind: true } } : {}),
    kinderen: [...kinderen, kind],
  }
}

function elders(huishouden: HuishoudenDelen, waarden: Waarden, om: Omstandigheden): HuishoudenDelen {
  const oud = deel(huishouden.woning) ?? {}
  const { waterschap: _weg, kale_huur: _huur, servicekosten: _service, ...rest } = oud
  const soort = waarden.woning ?? oud.soort
  const woning = {
    ...rest,
    ...gekozen({ gemeente: waarden.plaats, soort }),
    ...(soort === 'huur' ? gekozen({ kale_huur: waarden.huur }) : {}),
  }
  const { geldfeiten } = om
  const basis = geldfeiten ? zonderFeiten(huishouden, geldfeiten) : huishouden
  return { ...basis, woning }
}

/** From this age on children are taken to live on their own: said on the page, since nobody was asked. */
const UIT_HUIS_JAREN = 25

function uitHuis(huishouden: HuishoudenDelen, datum: string): HuishoudenDelen {
  const grens = `${Number(datum.slice(0, 4)) - UIT_HUIS_JAREN}${datum.slice(4)}`
  if (!Array.isArray(huishouden.kinderen)) return huishouden
  const kinderen = huishouden.kinderen.map((kind) => {
    const d = deel(kind)
    return d && typeof d.geboortedatum === 'string' && d.geboortedatum <= grens
      ? { ...d, thuiswonend: false }
      : kind
  })
  return { ...huishouden, kinderen }
}

function zonderFeiten(waarde: HuishoudenDelen, feiten: ReadonlySet<string>): HuishoudenDelen {
  const schoon = (x: Json): Json => {
    if (Array.isArray(x)) return x.map(schoon)
    const d = deel(x)
    return d
      ? Object.fromEntries(Object.entries(d).flatMap(([k, w]) => (feiten.has(k) ? [] : [[k, schoon(w)]])))
      : x
  }
  return deel(schoon(waarde)) ?? {}
}

function metDeel(huishouden: HuishoudenDelen, naam: string, nieuw: Deel): HuishoudenDelen {
  return { ...huishouden, [naam]: { ...deel(huishouden[naam]), ...nieuw } }
}

function gekozen(waarden: Readonly<Record<string, Json | undefined>>): Deel {
  return Object.fromEntries(
    Object.entries(waarden).flatMap(([naam, waarde]): [string, Json][] =>
      waarde === undefined ? [] : [[naam, waarde]],
    ),
  )
}

function deel(waarde: Json | undefined): Deel | undefined {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
    ? (waarde as Deel) // an object that is no list
    : undefined
}
