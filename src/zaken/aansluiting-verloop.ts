import { leesAansluiting } from './aansluiting.ts'
import type { AansluitingVersie } from './aansluiting-store.ts'

/** One part of the settings that changed. */
export interface Verschil {
  /** As in the file: `adressen.zrc`, `grenzen.totaalMs`, `regels.standaard.tonen`. */
  readonly veld: string
  /** Of a rule: for which type of case, by its number at the organisation. */
  readonly zaaktype?: string
  /** Absent: there was none, or there is none any more. */
  readonly was?: string
  readonly wordt?: string
}

export interface Versieregel extends Omit<AansluitingVersie, 'instelling'> {
  /** Without secrets, certificates and numbers of people: of those only `wat` says that they changed. */
  readonly verschillen: readonly Verschil[]
}

/** Newest first, as the store gives them. The first version of all has nothing before it. */
export function verloopVan(versies: readonly AansluitingVersie[]): readonly Versieregel[] {
  return versies.map(({ instelling, ...versie }, i) => ({
    ...versie,
    verschillen: verschillenTussen(versies[i + 1]?.instelling, instelling),
  }))
}

interface Waarde {
  readonly veld: string
  /** Of a rule: the whole key of its type. */
  readonly sleutel?: string
  readonly zaaktype?: string
  readonly waarde: string
}

function verschillenTussen(oud: unknown, nieuw: unknown): readonly Verschil[] {
  if (oud === undefined) return []
  const [was, wordt] = [perPlek(oud), perPlek(nieuw)]
  return [...new Set([...was.keys(), ...wordt.keys()])].flatMap((plek): Verschil[] => {
    const [een, ander] = [was.get(plek), wordt.get(plek)]
    const welke = een ?? ander
    if (welke === undefined || een?.waarde === ander?.waarde) return []
    const { veld, zaaktype } = welke
    return [
      {
        veld,
        ...(zaaktype !== undefined && { zaaktype }),
        ...(een && { was: een.waarde }),
        ...(ander && { wordt: ander.waarde }),
      },
    ]
  })
}

/** Every value at its place; what a later program cannot read any more has none. */
function perPlek(instelling: unknown): ReadonlyMap<string, Waarde> {
  const gelezen = leesAansluiting(instelling)
  if (!gelezen.ok) return new Map()
  const { organisatie: _, proefpersonen, tls, regels, ...rest } = gelezen.aansluiting
  const eigen = proefpersonen.map(({ einde }) => einde).toSorted()
  const vlak = [
    ...bladen('', rest),
    ...(tls === undefined ? [] : bladen('tls', { eigenCertificaat: tls.eigenCertificaat })),
    ...bladen('regels.standaard', regels.standaard),
    // Only how their numbers end, by which who wrote them down knows them again.
    ...(eigen.length === 0 ? [] : [{ veld: 'proefpersonen', waarde: eigen.join(', ') }]),
    ...regels.perZaaktype.flatMap(({ sleutel, regel }) =>
      bladen('regels.perZaaktype', regel).map((een) => ({
        ...een,
        zaaktype: sleutel.identificatie,
        sleutel: Object.values(sleutel).join('|'),
      })),
    ),
  ]
  return new Map(vlak.map((een: Waarde) => [`${een.veld} ${een.sleutel ?? ''}`, een]))
}

function bladen(pad: string, waarde: object): readonly Waarde[] {
  return Object.entries(waarde).flatMap(([naam, een]: [string, unknown]): readonly Waarde[] => {
    const veld = pad === '' ? naam : `${pad}.${naam}`
    if (een === undefined || een === null) return []
    if (Array.isArray(een)) return [{ veld, waarde: een.join(', ') }]
    return typeof een === 'object' ? bladen(veld, een) : [{ veld, waarde: String(een) }]
  })
}
