/** What all pages about each other's schemes need of the house. */
import { type Kennisonderwerp, kennisbladId } from '../../../corpus/index.ts'
import type { parseOrganisatieId } from '../../../domain/index.ts'
import { type Bladbeeld, type Eigenaar, type Kennismeldingen, maakBladbeeld } from '../../../kennis/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { gebiedenVan } from '../rechten/beeld.ts'
import { regelingtekst } from '../rechten/zinnen.ts'

/** Nearest first: where the organisation of whoever reads works, then the country. */
export function gebiedenVoor({ beeld, werker }: Pick<Verzoek, 'beeld' | 'werker'>): readonly string[] {
  const gebied = werker && beeld.organisaties.get(werker.subject.organisatie)?.gebied
  const plaats = gebied === undefined ? undefined : beeld.corpus.gebieden.get(gebied)
  return plaats === undefined
    ? gebiedenVan(beeld)
    : [plaats.code, ...plaats.waterschappen.slice(0, 1), ...plaats.in]
}

export function bladbeeldVan(verzoek: Verzoek, over: Kennisonderwerp): Bladbeeld | undefined {
  const { bronnen, beeld } = verzoek
  return maakBladbeeld(bronnen.geheel(), over, { datum: beeld.datum, gebieden: gebiedenVoor(verzoek) })
}

/** `regeling-zorgtoeslag` back to what it is about; nothing when there is no such sheet. */
export function bladUit(verzoek: Verzoek, id: string | null): Bladbeeld | undefined {
  const [, soort, onderwerp] = /^(regeling|gebeurtenis)-(.{1,80})$/.exec(id ?? '') ?? []
  if (onderwerp === undefined) return undefined
  const over = {
    soort: soort === 'gebeurtenis' ? ('gebeurtenis' as const) : ('regeling' as const),
    id: onderwerp,
  }
  return kennisbladId(over) === id ? bladbeeldVan(verzoek, over) : undefined
}

export function bladtitel({ spraak }: Context, { regeling, gebeurtenis, over }: Bladbeeld): Gesproken {
  if (regeling !== undefined) {
    const { tekst, lang } = regelingtekst(spraak, regeling)
    return { tekst: tekst.titel, lang }
  }
  return gebeurtenis === undefined ? { tekst: over.id, lang: undefined } : woorden(spraak, gebeurtenis.naam)
}

export interface Gesproken {
  readonly tekst: string
  readonly lang: string | undefined
}

export function bladadres(
  { taal }: Pick<Context, 'taal'>,
  { soort, id }: Kennisonderwerp,
  anker?: string,
): string {
  const bij = anker === undefined ? {} : { anker }
  return soort === 'regeling'
    ? adres(taal, 'balieKennisRegeling', { regeling: id, ...bij })
    : adres(taal, 'balieKennisGebeurtenis', { gebeurtenis: id, ...bij })
}

/** Who keeps a sheet, in words. */
export function eigenaarnaam(
  { context, beeld }: Pick<Verzoek, 'context' | 'beeld'>,
  eigenaar: Eigenaar,
): string {
  return eigenaar === 'installatie'
    ? context.spraak.t('kennis.blad.installatie')
    : (beeld.organisaties.get(eigenaar)?.naam ?? eigenaar)
}

/** Absent where nobody can say that something is not right. */
export function meldingenVan(verzoek: Pick<Verzoek, 'balie' | 'werker'>):
  | {
      readonly meldingen: Kennismeldingen
      readonly wie: {
        readonly medewerker: string
        readonly organisatie: NonNullable<ReturnType<typeof parseOrganisatieId>>
        readonly isInstallatie: boolean
      }
    }
  | undefined {
  const { balie, werker } = eisWerker(verzoek)
  const { kennismeldingen } = balie
  if (kennismeldingen === undefined) return undefined
  const { medewerker, organisatie, rollen } = werker.subject
  return {
    meldingen: kennismeldingen,
    wie: { medewerker, organisatie, isInstallatie: rollen.includes('installatiebeheerder') },
  }
}
