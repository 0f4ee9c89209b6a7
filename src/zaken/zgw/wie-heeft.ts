import { type Identificatie, isUuid, type PersoonId, parseKvkNummer } from '../../domain/index.ts'
import { type RegisterUitkomst, registerMislukt } from '../register.ts'
import { regelVoor } from '../toonregel.ts'
import type { Zaakhouders } from '../zaakbron.ts'
import type { Zaakref } from '../zaakgegevens.ts'
import type { Binnen } from './binnen.ts'
import { haalRij } from './eigen.ts'
import type { Gang } from './klant.ts'
import { rollenVan, uitvouwing } from './lees-zaak.ts'
import { type RolVorm, zaakVorm } from './vormen.ts'
import { bsnIn, eigenRolIn, kvkIn } from './wie.ts'
import { isZaakZichtbaar } from './zichtbaar.ts'

/** Who of the people known here has this case. Finds and makes nobody; the numbers in the case are compared and gone. */
export type ZoekPersoon = (identificatie: Identificatie) => Promise<PersoonId | undefined>

/** Named limit: a case with more people of its own is about a neighbourhood. */
const maxRollen = 50

export async function wieHeeft(
  binnen: Binnen,
  zoekPersoon: ZoekPersoon,
  ref: Zaakref,
): Promise<RegisterUitkomst<Zaakhouders>> {
  const { instelling, catalogus, huis } = binnen
  const nergens = { status: 'onbekend', op: huis.nu() } as const
  if (ref.bron !== instelling.id || !isUuid(ref.uuid)) return nergens
  // Nobody asks: this is for the index.
  const gang: Gang = {}
  const rij = await haalRij(binnen, gang, ref)
  if (rij.status === 'fout') return registerMislukt(rij)
  if (rij.status === 'niet-gevonden') return { status: 'onbekend', op: rij.op }
  const gelezen = zaakVorm.safeParse(rij.inhoud)
  if (!gelezen.success) return registerMislukt({ soort: 'onleesbaar', sinds: rij.op })
  const [rollen, type] = await Promise.all([
    rollenVan(binnen, gang, gelezen.data, {}),
    catalogus.type(gelezen.data.zaaktype, uitvouwing(gelezen.data, 'zaaktype')),
  ])
  for (const deel of [rollen, type]) if (deel.status === 'fout') return registerMislukt(deel)
  if (rollen.status !== 'ok' || type.status !== 'ok') {
    return registerMislukt({ soort: 'onleesbaar', sinds: rij.op })
  }
  const regel = regelVoor(instelling.regels, type.inhoud.sleutel)
  const isVanHier = instelling.rsins.includes(gelezen.data.verantwoordelijkeOrganisatie)
  const isZichtbaar = isVanHier && isZaakZichtbaar(gelezen.data, type.inhoud, regel)
  const nummers = rollen.inhoud.slice(0, maxRollen).flatMap(nummerIn)
  const personen = await Promise.all(nummers.map(zoekPersoon))
  return {
    status: 'ok',
    gegevens: { personen: [...new Set(personen.filter((wie) => wie !== undefined))], isZichtbaar },
    op: rij.op,
  }
}

function nummerIn(rol: RolVorm): readonly Identificatie[] {
  if (eigenRolIn(rol) === undefined) return []
  const nummer = rol.betrokkeneType === 'natuurlijk_persoon' ? bsnIn(rol) : parseKvkNummer(kvkIn(rol))
  return nummer === undefined ? [] : [nummer]
}
