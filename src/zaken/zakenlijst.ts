import { isZelfdeType } from './toonregel.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'
import type { Verwant, Zaakgegevens, Zaakref } from './zaakgegevens.ts'

/** One key per case, for maps and for asking whether two are the same. */
export function sleutelVan({ bron, uuid }: Zaakref): string {
  return `${bron}/${uuid}`
}

export interface ZonderDubbel {
  readonly zaken: readonly Zaakgegevens[]
  /** From what fell away to what stayed, so that relations find it. */
  readonly staatVoor: ReadonlyMap<string, Zaakref>
}

/**
 * The same case over two connections stands there once: at the organisation whose case it is, or else where it came
 * first. The same is: one uuid, or one number at one organisation (the standard makes it unique there), and besides the
 * same type and begin: who copies an id hides nothing of anybody. Two cases at one connection are never the same.
 */
export function zonderDubbel(alle: readonly Zaakgegevens[]): ZonderDubbel {
  const opVolgorde = alle.toSorted((een, ander) => Number(isThuis(ander)) - Number(isThuis(een)))
  const opUuid = new Map<string, Zaakgegevens[]>()
  const opNummer = new Map<string, Zaakgegevens[]>()
  const staatVoor = new Map<string, Zaakref>()
  const zaken: Zaakgegevens[] = []
  for (const zaak of opVolgorde) {
    const nummer = zaak.nummer === undefined ? undefined : `${zaak.organisatie} ${zaak.nummer}`
    const zelfde =
      opUuid.get(zaak.ref.uuid)?.find((ander) => isZelfde(ander, zaak)) ??
      (nummer === undefined ? undefined : opNummer.get(nummer)?.find((ander) => isZelfde(ander, zaak)))
    if (zelfde !== undefined) {
      staatVoor.set(sleutelVan(zaak.ref), zelfde.ref)
      continue
    }
    zaken.push(zaak)
    voegToe(opUuid, zaak.ref.uuid, zaak)
    if (nummer !== undefined) voegToe(opNummer, nummer, zaak)
  }
  return { zaken, staatVoor }
}

function isThuis({ ref, organisatie }: Zaakgegevens): boolean {
  return ref.bron === organisatie
}

function isZelfde(een: Zaakgegevens, ander: Zaakgegevens): boolean {
  return (
    een.ref.bron !== ander.ref.bron &&
    een.start === ander.start &&
    isZelfdeType(een.type.sleutel, ander.type.sleutel)
  )
}

function voegToe(map: Map<string, Zaakgegevens[]>, sleutel: string, zaak: Zaakgegevens): void {
  map.set(sleutel, [...(map.get(sleutel) ?? []), zaak])
}

/**
 * Relations between cases of this list, told at both ends. What points outside the list goes: that there is another
 * case, which may be somebody else's, is not for this page to say.
 */
export function metVerwanten(
  zaken: readonly Zaakbeeld[],
  staatVoor: ReadonlyMap<string, Zaakref> = new Map(),
): readonly Zaakbeeld[] {
  const bekend = new Map(zaken.map((zaak) => [sleutelVan(zaak.ref), zaak.ref]))
  const perZaak = new Map<string, Verwant[]>()
  const zet = (bij: Zaakref, verwant: Verwant): void => {
    const al = perZaak.get(sleutelVan(bij)) ?? []
    if (al.some(({ ref }) => sleutelVan(ref) === sleutelVan(verwant.ref))) return
    perZaak.set(sleutelVan(bij), [...al, verwant])
  }
  const paren = zaken.flatMap(({ ref, verwant }) =>
    verwant.flatMap((een) => {
      const naar = sleutelVan(staatVoor.get(sleutelVan(een.ref)) ?? een.ref)
      const doel = naar === sleutelVan(ref) ? undefined : bekend.get(naar)
      return doel === undefined ? [] : [{ van: ref, naar: doel, een }]
    }),
  )
  // What a case says itself goes before what another says of it.
  for (const { van, naar, een } of paren) zet(van, { ...een, ref: naar })
  for (const { van, naar, een } of paren) zet(naar, { ref: van, ...omgekeerd(een) })
  return zaken.map((zaak) => ({ ...zaak, verwant: perZaak.get(sleutelVan(zaak.ref)) ?? [] }))
}

function omgekeerd({ aard, isOmgekeerd = false }: Verwant): Omit<Verwant, 'ref'> {
  if (aard === 'hoofdzaak') return { aard: 'deelzaak' }
  if (aard === 'deelzaak') return { aard: 'hoofdzaak' }
  return isOmgekeerd ? { aard } : { aard, isOmgekeerd: true }
}

/** Open ones first, then by what happened last. The same cases always stand in the same order. */
export function opVolgorde(zaken: readonly Zaakbeeld[]): readonly Zaakbeeld[] {
  return zaken.toSorted(
    (een, ander) =>
      Number(een.einde !== undefined) - Number(ander.einde !== undefined) ||
      vergelijk(laatst(ander), laatst(een)) ||
      vergelijk(sleutelVan(een.ref), sleutelVan(ander.ref)),
  )
}

function laatst({ start, statusOp, einde }: Zaakbeeld): string {
  return [start, statusOp ?? start, einde ?? start].reduce((een, ander) => (ander > een ? ander : een))
}

function vergelijk(een: string, ander: string): number {
  return een < ander ? -1 : een > ander ? 1 : 0
}
