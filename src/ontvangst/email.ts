import type { Afzender, Bijlage, NieuwPoststuk } from './poststuk.ts'
import { HOOGSTENS_BIJLAGEN, HOOGSTENS_ONDERWERP, HOOGSTENS_TEKST } from './poststuk.ts'

/** An e-mail as a parser of the standard gives it; which one is chosen where this is used. */
export interface GelezenEmail {
  readonly berichtId: string | undefined
  readonly van: { readonly naam?: string; readonly adres: string } | undefined
  readonly aan: readonly string[]
  readonly onderwerp: string
  readonly tekst: string
  readonly bijlagen: readonly Bijlage[]
  /** Headers `Received`, the one that was added last first. */
  readonly ontvangen: readonly string[]
}

/** The port: reads the bytes of one message. */
export type EmailLezer = (rauw: Uint8Array) => Promise<GelezenEmail | 'onleesbaar'>

/**
 * When an e-mail reached our own edge (Awb 2:20): the time in the topmost `Received` header, and only when that was
 * written by a machine of ours; what is below it others wrote, and proves nothing. Otherwise: now.
 */
export function ontvangenAanRand(
  { ontvangen }: Pick<GelezenEmail, 'ontvangen'>,
  { rand, nu }: { readonly rand: readonly string[]; readonly nu: Date },
): Date {
  const [bovenste = ''] = ontvangen
  const [, door = ''] = /\bby\s+([^\s;]+)/i.exec(bovenste) ?? []
  const moment = new Date(bovenste.slice(bovenste.lastIndexOf(';') + 1).trim())
  const isVanOns = rand.some((naam) => naam.toLowerCase() === door.toLowerCase())
  // A clock that runs ahead, or a header that is no date, says nothing.
  return isVanOns && !Number.isNaN(moment.getTime()) && moment <= nu ? moment : nu
}

/** Whoever sent it stays somebody whom nobody recognised: an address proves nothing. It came as it came, cut at our limits. */
export function poststukVan(
  email: GelezenEmail,
  wat: Pick<NieuwPoststuk, 'organisatie' | 'soort' | 'ontvangen'> & { readonly waar: string },
): NieuwPoststuk {
  const { van, onderwerp, tekst, bijlagen, berichtId } = email
  const afzender: Afzender = {
    soort: 'onbekend',
    ...(van?.naam !== undefined && { naam: van.naam }),
    ...(van !== undefined && { adres: van.adres }),
  }
  return {
    ...wat,
    afzender,
    weg: 'email',
    onderwerp: onderwerp.replace(/\s+/g, ' ').trim().slice(0, HOOGSTENS_ONDERWERP),
    tekst: tekst.slice(0, HOOGSTENS_TEKST),
    bijlagen: bijlagen.slice(0, HOOGSTENS_BIJLAGEN),
    kenmerk: `email ${berichtId ?? ''} ${van?.adres ?? ''}`,
  }
}
