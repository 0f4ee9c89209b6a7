import type { Uitvouwing } from '../expand.ts'
import { leesExpand, maxDiepte } from '../expand.ts'
import { ongeldig } from '../fout.ts'
import type { Json, JsonObject, Rij, Toelating, ZgwLezer } from './opslag.ts'
import { isSoort, type Soort, verzamelingVan } from './verzamelingen.ts'

/** Reads and checks the parameter; what cannot be expanded is named, not passed over. */
export function leesUitvouwing(soort: Soort, tekst: string | undefined): Uitvouwing | undefined {
  if (tekst === undefined) return undefined
  const boom = leesExpand(tekst)
  if (boom === undefined) throw kanNiet(`Namen met punten ertussen, hoogstens ${maxDiepte} diep.`)
  eisRelaties(soort, boom)
  return boom
}

function eisRelaties(soort: Soort, boom: Uitvouwing): void {
  const relaties = verzamelingVan(soort).relaties ?? {}
  for (const [naam, tak] of Object.entries(boom)) {
    const doel = Object.hasOwn(relaties, naam) ? relaties[naam] : undefined
    if (doel === undefined || !isSoort(doel)) throw kanNiet(`${naam} kan niet uitgevouwen worden.`)
    eisRelaties(doel, tak)
  }
}

const kanNiet = (reason: string) => ongeldig({ name: 'expand', code: 'invalid', reason })

interface Keus {
  readonly soort: Soort
  readonly boom: Uitvouwing
  readonly toelating: readonly Toelating[] | undefined
}

/**
 * Puts `_expand` on each row. One look-up per relation and level, not per row. The reference fields stay; a relation
 * that is empty, of somebody else, or not for this client becomes `{}` or falls out of its list.
 */
export async function vouwUit(
  lezer: ZgwLezer,
  rijen: readonly Rij[],
  { soort, boom, toelating }: Keus,
): Promise<JsonObject[]> {
  if (rijen.length === 0) return []
  const relaties = verzamelingVan(soort).relaties ?? {}
  const uitgevouwen = rijen.map(() => new Map<string, Json>())
  for (const [naam, tak] of Object.entries(boom)) {
    const doel = relaties[naam]
    if (doel === undefined || !isSoort(doel)) continue
    const waarden = [...new Set(rijen.flatMap((rij) => adressenIn(rij[naam])))]
    const { rijen: gevonden } = await lezer.zoek(doel, {
      voorwaarden: [{ op: 'in', veld: 'url', waarden }],
      // What a client may see is said per component; the catalogue comes with what is of it.
      ...(toelating === undefined || verzamelingVan(doel).component !== verzamelingVan(soort).component
        ? {}
        : { toelating }),
    })
    const binnen = await vouwUit(lezer, gevonden, { soort: doel, boom: tak, toelating })
    const opUrl = new Map(gevonden.map((rij, i) => [rij.url, binnen[i] ?? rij]))
    for (const [i, rij] of rijen.entries()) {
      const delen = adressenIn(rij[naam]).flatMap((url) => opUrl.get(url) ?? [])
      uitgevouwen[i]?.set(naam, Array.isArray(rij[naam]) ? delen : (delen[0] ?? {}))
    }
  }
  return rijen.map((rij, i) => {
    const delen = uitgevouwen[i]
    return delen === undefined || delen.size === 0 ? rij : { ...rij, _expand: Object.fromEntries(delen) }
  })
}

/** An address, a list of them, or a list of relations that have one. */
function adressenIn(waarde: Json | undefined): string[] {
  if (typeof waarde === 'string' && waarde !== '') return [waarde]
  if (!Array.isArray(waarde)) return []
  return waarde.flatMap((deel) => {
    if (typeof deel === 'string') return [deel]
    return deel !== null && typeof deel === 'object' && 'url' in deel ? [String(deel.url)] : []
  })
}
