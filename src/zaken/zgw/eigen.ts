import { isUuid } from '../../domain/index.ts'
import type { BronUitkomst } from '../../platform/bron/index.ts'
import { type RegisterUitkomst, registerMislukt } from '../register.ts'
import type { Zaakvraag } from '../zaakbron.ts'
import type { Zaakref } from '../zaakgegevens.ts'
import { type Binnen, gangVoor, metWie, zaakPlek } from './binnen.ts'
import type { Gang } from './klant.ts'
import { type Eigen, keur, uitTeVouwen } from './lees-zaak.ts'
import { isGeweigerdeVraag } from './vermogens.ts'
import { zaakRij } from './vormen.ts'
import type { Wie } from './wie.ts'

/** Runs `fn` with the case when it is theirs and may be shown, and with nothing otherwise. */
export async function metEigen<T>(
  binnen: Binnen,
  vraag: Zaakvraag,
  ref: Zaakref,
  fn: (eigen: Eigen, gang: Gang, op: Date) => Promise<RegisterUitkomst<T>>,
): Promise<RegisterUitkomst<T>> {
  const isHier = ref.bron === binnen.instelling.id && isUuid(ref.uuid)
  if (!isHier) return { status: 'onbekend', op: binnen.huis.nu() }
  const gang = gangVoor(binnen, vraag)
  return metWie(binnen, vraag, async (wie) => {
    const uitkomst = await haalEigen(binnen, gang, ref, wie)
    return uitkomst.status === 'ok' ? fn(uitkomst.inhoud, gang, uitkomst.op) : uitkomst
  })
}

type EigenUitkomst =
  | { readonly status: 'ok'; readonly inhoud: Eigen; readonly op: Date }
  | Exclude<RegisterUitkomst<never>, { status: 'ok' }>

async function haalEigen(binnen: Binnen, gang: Gang, ref: Zaakref, wie: Wie): Promise<EigenUitkomst> {
  const rij = await haalRij(binnen, gang, ref)
  if (rij.status === 'niet-gevonden') return { status: 'onbekend', op: rij.op }
  if (rij.status === 'fout') return registerMislukt(rij)
  const gekeurd = await keur(binnen, gang, wie, rij.inhoud)
  if (gekeurd.soort === 'mislukt') return registerMislukt(gekeurd.fout)
  // Somebody else's is what anybody gets who types an address: no fault of the source.
  return gekeurd.soort === 'eigen'
    ? { status: 'ok', inhoud: gekeurd, op: rij.op }
    : { status: 'onbekend', op: rij.op }
}

/** The row as it came, of this very case. */
export async function haalRij(
  { klant, vermogens }: Binnen,
  gang: Gang,
  ref: Pick<Zaakref, 'uuid'>,
): Promise<BronUitkomst<Readonly<Record<string, unknown>>>> {
  const uuid = ref.uuid.toLowerCase()
  const vraag = {
    handeling: 'zaak lezen',
    vorm: zaakRij,
    pastBij: ({ url }: { readonly url: string }) => klant.adressen.uuidIn('zrc', 'zaken', url) === uuid,
  }
  if (vermogens.kan('expand')) {
    const met = await klant.haal(
      gang,
      zaakPlek({ uuid }, `?${new URLSearchParams({ expand: uitTeVouwen })}`),
      vraag,
    )
    if (!isGeweigerdeVraag(met)) return weg(met)
  }
  const zonder = await klant.haal(gang, zaakPlek({ uuid }), vraag)
  if (zonder.status === 'ok') vermogens.onthoud('expand', false)
  return weg(zonder)
}

/** 410: it was there. For whoever asks that is the same. */
function weg<T>(uitkomst: BronUitkomst<T>): BronUitkomst<T> {
  const isWeg = uitkomst.status === 'fout' && uitkomst.http === 410
  return isWeg ? { status: 'niet-gevonden', op: uitkomst.sinds } : uitkomst
}
