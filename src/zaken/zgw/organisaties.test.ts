import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { bevolking, startZakentest, type Zakentest } from '../../../test/zgw/vragen.ts'
import { maakZaakbron, Proefkluis, vraagVan } from '../../../test/zgw/zaakbronnen.ts'
import type { Persoon } from '../../demo/bevolking/persoon.ts'
import { maakDraden, rondeOp } from '../../demo/zaken/draden.ts'
import { type Zaakorganisatie, zaakorganisaties } from '../../demo/zaken/organisaties.ts'
import { maakPlan, type Zaakplan } from '../../demo/zaken/plan.ts'
import { uuidVan } from '../../demo/zaken/sleutel.ts'
import type { RegisterUitkomst } from '../register.ts'
import type { Zaaklijst } from '../zaakbron.ts'
import type { ZgwZaakbron } from './zgw.ts'

const nu = () => new Date('2026-03-02T10:00:00Z')
const altijdUit = 'gemeente-GM0392'

let demo: Zakentest
const kluis = new Proefkluis()
const bronnen = new Map<string, ZgwZaakbron>()
before(async () => {
  demo = await startZakentest()
  for (const organisatie of zaakorganisaties) {
    const { id, rsin } = organisatie
    bronnen.set(id, maakZaakbron(demo.bron(id), rsin, { kluis, nu }))
  }
})
after(async () => {
  for (const bron of bronnen.values()) bron.sluit()
  await demo.sluit()
})

/** All cases that an organisation has at this moment: made from the plan, not from what it answers. */
function plannenVan(organisatie: Zaakorganisatie): Zaakplan[] {
  return maakDraden(organisatie, bevolking).flatMap((draad) =>
    [1, 0].map((terug) =>
      maakPlan(organisatie.id, draad, rondeOp(draad, nu().getTime()) - terug, organisatie.gewoonten),
    ),
  )
}

/** Whose it is according to the story, whatever roles stand in the register. */
function eigenaars({ persoon, soort }: Zaakplan, { gewoonten }: Zaakorganisatie): (string | undefined)[] {
  if (persoon.onderneming !== undefined && soort.onderwerp === 'Ondernemen') return []
  const metPartner = gewoonten.meerRollen === true && persoon.vertegenwoordigd === undefined
  const partner = metPartner ? persoon.partner : undefined
  return [persoon.bsn, ...(partner === undefined ? [] : [bevolking.persoon(partner.nr).bsn])]
}

const isZichtbaar = ({ soort, stappenMs, beginMs }: Zaakplan) =>
  soort.isIntern !== true &&
  beginMs <= nu().getTime() &&
  (stappenMs[0] ?? Number.POSITIVE_INFINITY) <= nu().getTime() &&
  !['vertrouwelijk', 'confidentieel', 'geheim', 'zeer_geheim'].includes(soort.niveau ?? 'openbaar')

function verwacht(organisatie: Zaakorganisatie, plannen: readonly Zaakplan[], persoon: Persoon): string[] {
  return plannen
    .filter((plan) => isZichtbaar(plan) && eigenaars(plan, organisatie).includes(persoon.bsn))
    .map(({ sleutel }) => uuidVan(sleutel))
    .sort()
}

/** Two in a hundred answers fail at some: then what we get is not whole, and says so. */
async function totVolledig(doe: () => Promise<RegisterUitkomst<Zaaklijst>>): Promise<Zaaklijst> {
  for (let keer = 0; keer < 5; keer++) {
    const uitkomst = await doe()
    if (uitkomst.status === 'ok' && uitkomst.gegevens.isVolledig) return uitkomst.gegevens
  }
  return assert.fail('ook na vijf keer geen heel antwoord')
}

function zoek(organisatie: string, persoon: Persoon) {
  const bron = bronnen.get(organisatie)
  assert.ok(bron)
  return bron.zoek(vraagVan(kluis.persoonMet('bsn', persoon.bsn ?? '')))
}

test('whatever the habits of an organisation: exactly the own cases that may be shown, and of nobody else', async () => {
  const verhalen = bevolking.bekenden.map(({ persoon }) => persoon).filter(({ bsn }) => bsn !== undefined)
  assert.ok(verhalen.length >= 12)
  let gevonden = 0
  for (const organisatie of zaakorganisaties.filter(({ id }) => id !== altijdUit)) {
    const plannen = plannenVan(organisatie)
    // Who has a case in the stories, and some who have none; there is a test for everybody below.
    const mensen = verhalen.filter(
      ({ nr }, i) => i % 5 === 0 || plannen.some(({ persoon }) => persoon.nr === nr),
    )
    for (const persoon of mensen) {
      const { zaken } = await totVolledig(() => zoek(organisatie.id, persoon))
      const uuids = zaken.map(({ ref }) => ref.uuid).sort()
      assert.deepEqual(
        uuids,
        verwacht(organisatie, plannen, persoon),
        `${organisatie.id} ${persoon.voornamen}`,
      )
      gevonden += uuids.length
    }
  }
  assert.ok(gevonden >= 60, String(gevonden))
})

test('of one with many roles per case everybody who lives there gets theirs', async () => {
  const organisatie = zaakorganisaties.find(({ id }) => id === 'gemeente-GM0855')
  assert.ok(organisatie)
  const plannen = plannenVan(organisatie)
  const mensen = bevolking.personen.filter(
    (persoon) =>
      persoon.bsn !== undefined && bevolking.thuisVan(persoon).adres.plaats.gebied === organisatie.gebied,
  )
  const alle = await Promise.all(
    mensen.map(async (persoon) => {
      const { zaken } = await totVolledig(() => zoek(organisatie.id, persoon))
      const uuids = zaken.map(({ ref }) => ref.uuid).sort()
      assert.deepEqual(uuids, verwacht(organisatie, plannen, persoon), persoon.voornamen)
      return uuids.length
    }),
  )
  assert.ok(alle.reduce((tot, aantal) => tot + aantal, 0) > 50)
})

test('one that is away is a fault, and never an empty list', async () => {
  const [wie] = bevolking.bekenden
  assert.ok(wie)
  const uitkomst = await zoek(altijdUit, wie.persoon)
  assert.equal(uitkomst.status, 'fout')
})
