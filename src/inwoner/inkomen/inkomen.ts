import { z } from 'zod'
import { type Bsn, type Cents, type Datum, onthul, parseCents, parseDatum } from '../../domain/index.ts'
import { type Bron, leesSpoor } from '../../platform/bron/index.ts'
import type { Gegeven } from '../gegeven.ts'
import type { Inkomensgegevens, InkomensRegister } from '../inkomensregister.ts'
import type { MetBsn, Verwerkingsbewijs } from '../kluistoegang.ts'
import { type RegisterUitkomst, registerMislukt } from '../register.ts'

const cents = z.int().transform((waarde, ctx): Cents => {
  const gelezen = parseCents(waarde)
  if (gelezen !== undefined) return gelezen
  ctx.addIssue('geen hele centen')
  return z.NEVER
})
const datum = z.string().transform((waarde, ctx): Datum => {
  const gelezen = parseDatum(waarde)
  if (gelezen !== undefined) return gelezen
  ctx.addIssue('geen datum')
  return z.NEVER
})

/** docs/inkomensregister.openapi.json. */
const antwoord = z.object({
  burgerservicenummer: z.string(),
  valuta: z.enum(['EUR', 'USD']),
  toetsingsinkomens: z
    .array(
      z.object({
        jaar: z.int().min(2000).max(2100),
        bedrag: cents,
        status: z.enum(['vastgesteld', 'voorlopig', 'verwacht']),
        datum,
      }),
    )
    .optional(),
  vermogen: z.object({ bedrag: cents, peildatum: datum }).optional(),
  nettoMaandinkomen: z.object({ bedrag: cents, maand: z.string().regex(/^\d{4}-\d{2}$/) }).optional(),
  bronnen: z.array(z.object({ soort: z.string(), organisatie: z.string() })),
})
type Antwoord = z.infer<typeof antwoord>

/** The register of incomes and assets, over the contract of our own. No BSN leaves this folder. */
export function inkomensRegister(bron: Bron, metBsn: MetBsn): InkomensRegister {
  return {
    async raadpleeg(persoon, bewijs) {
      const uitkomst = await metBsn(persoon, bewijs, (bsn) => raadpleeg(bron, bsn, bewijs))
      return uitkomst.status === 'ok' ? uitkomst.uitkomst : uitkomst
    },
  }
}

async function raadpleeg(
  bron: Bron,
  bsn: Bsn,
  bewijs: Verwerkingsbewijs,
): Promise<RegisterUitkomst<Inkomensgegevens>> {
  const nummer = onthul(bsn)
  const gevraagd = await bron.vraag({
    handeling: 'inkomen raadplegen',
    methode: 'POST',
    pad: 'inkomensgegevens',
    // What is not for this purpose is not asked.
    json: { burgerservicenummer: nummer, velden: veldenVoor(bewijs.gegevens) },
    isHerhaalbaar: true,
    vorm: antwoord,
    pastBij: ({ burgerservicenummer }) => burgerservicenummer === nummer,
    spoor: leesSpoor(bewijs.traceparent),
  })
  if (gevraagd.status === 'fout') return registerMislukt(gevraagd)
  if (gevraagd.status === 'niet-gevonden') return { status: 'onbekend', op: gevraagd.op }
  const gegevens = vertaal(voorDoel(gevraagd.inhoud, bewijs.gegevens), gevraagd.op)
  return { status: 'ok', gegevens, op: gevraagd.op }
}

/** Fields for these kinds of data of the register of processing activities. */
function veldenVoor(soorten: readonly string[]): readonly string[] {
  return [
    ...(soorten.includes('inkomen') ? ['toetsingsinkomens'] : []),
    ...(soorten.includes('maandinkomen') ? ['nettoMaandinkomen'] : []),
    ...(soorten.includes('vermogen') ? ['vermogen'] : []),
  ]
}

/** A register that gives more than was asked: what the purpose does not cover is let go here. */
function voorDoel(inhoud: Antwoord, soorten: readonly string[]): Antwoord {
  const { toetsingsinkomens, vermogen, nettoMaandinkomen, ...rest } = inhoud
  return {
    ...rest,
    ...(soorten.includes('inkomen') && { toetsingsinkomens }),
    ...(soorten.includes('maandinkomen') && { nettoMaandinkomen }),
    ...(soorten.includes('vermogen') && { vermogen }),
  }
}

function vertaal(inhoud: Antwoord, op: Date): Inkomensgegevens {
  const gegeven = <T>(waarde: T, vanDag: Datum | undefined): Gegeven<T> => {
    return { waarde, bron: 'inkomen', datum: vanDag, opgehaaldOp: op, isInOnderzoek: false }
  }
  const { valuta, toetsingsinkomens = [], vermogen, nettoMaandinkomen: maand, bronnen } = inhoud
  return {
    valuta,
    toetsingsinkomens: toetsingsinkomens
      .map(({ datum: vanDag, ...waarde }) => gegeven(waarde, vanDag))
      .sort((a, b) => b.waarde.jaar - a.waarde.jaar),
    vermogen: vermogen === undefined ? undefined : gegeven(vermogen.bedrag, vermogen.peildatum),
    nettoMaandinkomen:
      maand === undefined ? undefined : gegeven(maand.bedrag, parseDatum(`${maand.maand}-01`)),
    bronnen,
  }
}
