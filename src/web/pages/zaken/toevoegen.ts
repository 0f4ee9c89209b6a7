import {
  HOOGSTENS_BYTES,
  HOOGSTENS_MB,
  HOOGSTENS_TITEL,
  isGekozen,
  isUuid7,
  soortVan,
  veiligeNaam,
} from '../../../domain/index.ts'
import type { Bestandsdeel, Bestandsformulier } from '../../../platform/http/index.ts'
import type { NieuwDocument } from '../../../zaken/index.ts'
import type { Veldfout } from '../../ui/formulier.ts'
import type { Spraak } from '../../ui/spraak.ts'

export interface Gelezen {
  /** As it was typed, to give back. */
  readonly titel: string
  readonly kenmerk: string | undefined
  readonly nieuw?: Omit<NieuwDocument, 'datum' | 'kenmerk'>
  readonly fouten: readonly Veldfout[]
}

/** What somebody wants to add. Which kind of file it is, its own first bytes say. */
export function leesToevoeging({ formulier }: Bestandsformulier, { t }: Spraak): Gelezen {
  const { velden, bestanden, isAfgekapt } = formulier
  const titel = (velden.get('titel') ?? '').replace(/\s+/g, ' ').trim().slice(0, HOOGSTENS_TITEL)
  const kenmerk = velden.get('kenmerk')
  const bestand = bestanden.find(({ veld }) => veld === 'bestand')
  const isTitelLeeg = titel === ''
  const waarom = isAfgekapt ? 'te_groot' : (keur(bestand) ?? (isTitelLeeg ? 'kies_opnieuw' : undefined))
  const fouten: Veldfout[] = [
    ...(isTitelLeeg ? [{ veld: 'titel', tekst: t('zaken.toevoegen.fout.titel') }] : []),
    ...(waarom === undefined
      ? []
      : [
          {
            veld: 'bestand',
            tekst: t(`zaken.toevoegen.fout.${waarom}`, waarom === 'te_groot' ? { mb: HOOGSTENS_MB } : {}),
          },
        ]),
  ]
  const gelezen = { titel, kenmerk: isUuid7(kenmerk) ? kenmerk : undefined }
  const soort = bestand && soortVan(bestand.inhoud)
  if (fouten.length > 0 || bestand === undefined || soort === undefined) return { ...gelezen, fouten }
  const { naam, inhoud } = bestand
  const nieuw = { titel, bestandsnaam: veiligeNaam(naam, inhoud), formaat: soort.mime, inhoud }
  return { ...gelezen, nieuw, fouten }
}

function keur(bestand: Bestandsdeel | undefined): 'geen' | 'leeg' | 'te_groot' | 'soort' | undefined {
  if (bestand === undefined || !isGekozen(bestand)) return 'geen'
  const { inhoud } = bestand
  if (inhoud.length === 0) return 'leeg'
  if (inhoud.length > HOOGSTENS_BYTES) return 'te_groot'
  return soortVan(inhoud) === undefined ? 'soort' : undefined
}
