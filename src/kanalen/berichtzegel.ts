import { ontzegel, type Sleutelring, verzegel, type Zegel } from '../audit/index.ts'
import type { Toeval } from '../domain/index.ts'
import type { Bericht, Berichtinhoud } from './bericht.ts'
import type { BerichtRij, BijlageRij, GelezenRij } from './bericht-store.ts'
import type { Bijlage } from './bijlage.ts'

type Wiens = Pick<BerichtRij, 'id' | 'persoon'>

/** Of whom and of which message it is, is a part of the seal: moved to another row it does not open. */
export function sluitInhoud(ring: Sleutelring, wiens: Wiens, inhoud: Berichtinhoud, toeval: Toeval): Zegel {
  return verzegel(ring, plekVan(wiens), JSON.stringify(inhoud), { toeval })
}

export function openInhoud(ring: Sleutelring, rij: BerichtRij): Berichtinhoud {
  // Sealed by us with the place as a part of it: what opens is what was written.
  return JSON.parse(ontzegel(ring, plekVan(rij), rij)) as Berichtinhoud
}

/** As whoever reads it left it. */
export function openBericht(ring: Sleutelring, rij: GelezenRij): Bericht {
  const { id, persoon, soort, verstuurd, geopend, corrigeert, gecorrigeerdDoor, isGelezen, isGearchiveerd } =
    rij
  return {
    id,
    persoon,
    soort,
    verstuurd,
    inhoud: openInhoud(ring, rij),
    isGelezen,
    isGearchiveerd,
    ...(geopend !== undefined && { geopend }),
    ...(corrigeert !== undefined && { corrigeert }),
    ...(gecorrigeerdDoor !== undefined && { gecorrigeerdDoor }),
  }
}

/** Files are bytes and a seal is over text. */
export function sluitBijlage(
  ring: Sleutelring,
  wiens: Wiens,
  nummer: number,
  { naam, type, inhoud }: Bijlage,
  toeval: Toeval,
): BijlageRij {
  const tekst = JSON.stringify({ naam, type, inhoud: Buffer.from(inhoud).toString('base64') })
  return { bericht: wiens.id, nummer, ...verzegel(ring, bijlageplek(wiens, nummer), tekst, { toeval }) }
}

export function openBijlage(ring: Sleutelring, wiens: Wiens, rij: BijlageRij): Bijlage {
  // As above.
  const open = JSON.parse(ontzegel(ring, bijlageplek(wiens, rij.nummer), rij)) as Bijlage & { inhoud: string }
  return { naam: open.naam, type: open.type, inhoud: Buffer.from(open.inhoud, 'base64') }
}

function plekVan({ id, persoon }: Wiens) {
  return { tabel: 'bericht', rij: `${id}/${persoon}`, doel: 'inhoud' }
}

function bijlageplek({ id, persoon }: Wiens, nummer: number) {
  return { tabel: 'bericht_bijlage', rij: `${id}/${persoon}/${nummer}`, doel: 'inhoud' }
}
