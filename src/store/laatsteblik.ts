import { sql } from 'kysely'
import type { AanbodblikStore, KansblikStore } from '../proactief/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

/** What is so at the moment that a message of theirs leaves. Decides, and is shown to nobody. */
export function kansblikOpslag(databank: Databank): KansblikStore {
  return {
    stand: (persoon, bericht) =>
      ingangen(databank).alsTaak(
        'levensloop',
        async (tx) => {
          const { rows } = await sql<{
            readonly mee: boolean
            readonly dood: boolean
            readonly nog: boolean
          }>`select exists (select from levensloop_dossier where persoon = ${persoon})
              and not exists (select from levensloop_voorkeur where persoon = ${persoon} and afgemeld is not null) as mee,
            exists (select from levensloop_melding m where m.persoon = ${persoon} and m.soort = 'overlijden'
              and not exists (select from levensloop_melding w
                where w.persoon = m.persoon and w.bron = m.bron and w.intrekt = m.id)) as dood,
            exists (select from levensloop_signaal where persoon = ${persoon} and (verteld_bericht = ${bericht}
              and stand = 'verteld' or hersteld_bericht = ${bericht})) as nog`.execute(tx)
          const [rij] = rows
          return {
            doetMee: rij?.mee === true,
            isOverleden: rij?.dood === true,
            staatNog: rij?.nog === true,
          }
        },
        'lezen',
      ),
  }
}

export function aanbodblikOpslag(databank: Databank): AanbodblikStore {
  return {
    staatOpen: (persoon, organisatie) =>
      ingangen(databank).alsTaak(
        'vroegsignalering',
        async (tx) => {
          const { rows } = await sql<{ readonly er: boolean }>`select exists (select from hulpaanbod
            where persoon = ${persoon} and organisatie = coalesce(${organisatie ?? null}, organisatie)
              -- Placed before it is written down as offered: then an earlier word of theirs still stands there.
              and stand in ('te-doen', 'aangeboden', 'betwist')) as er`.execute(tx)
          return rows[0]?.er === true
        },
        'lezen',
      ),
  }
}
