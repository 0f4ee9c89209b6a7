import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefbewijs } from '../src/audit/proefaudit.ts'
import type { Loketvrager } from '../src/loket/index.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'
import { openProefloket, svb } from '../src/store/proefloket.ts'
import { openProefverzending } from '../src/store/proefverzending.ts'
import { bekendNummer, bekendvorm, zoekNummers } from '../src/web/pages/bellen/bekend-nummer.ts'
import type { Verzoek } from '../src/web/verzoek.ts'

/** A case about somebody who gave numbers, of which one can be dialled here, and an address. */
async function opzet(t: Parameters<typeof openProefdatabank>[0]) {
  const proef = await openProefdatabank(t)
  const loket = openProefloket(proef)
  const huis = openProefverzending(proef)
  const { ketenzaak } = await loket.open()
  for (const nummer of ['+31612345678', '+12025550123'])
    await huis.maakBereikbaar(loket.ik, { soort: 'telefoon', nummer })
  // Given and never confirmed: it may be somebody else's.
  await huis.als(loket.ik, 'contactvoorkeuren', (bewijs) =>
    huis.adressen.voegToe(huis.zelf(loket.ik), { soort: 'telefoon', nummer: '+31687654321' }, bewijs),
  )
  await huis.maakBereikbaar(loket.ik, { soort: 'email', waarde: 'ik@voorbeeld.example' })
  /** What these functions read of a request: who asks, and the rooms that they ask. */
  const verzoek = ({ subject }: Loketvrager) =>
    ({
      balie: { kanalen: { voorkeuren: huis.voorkeuren } },
      werker: { subject },
      loket: { loket: loket.loket },
      context: { spraak: { t: (sleutel: string, met = {}) => `${sleutel} ${JSON.stringify(met)}` } },
    }) as unknown as Verzoek
  const ingezien = async () =>
    (await huis.audit.leesInzage(loket.ik, proefbewijs(loket.ik)))
      .filter(({ verwerking, afloop }) => verwerking === 'ketenzaak' && afloop === 'gelukt')
      .flatMap(({ inhoud }) => (inhoud === undefined ? [] : [inhoud]))
      .map(({ door, gegevens }) => [door.soort === 'medewerker' && door.organisatie, ...gegevens].join())
  return { ...loket, ketenzaak, verzoek, ingezien }
}

test('the number of a resident is looked up on their record, shown by its end, and dialled by who is shared whose case it is', async (t) => {
  const { bij, loket, nieuw, ketenzaak, verzoek, ingezien } = await opzet(t)
  const voor = (await ingezien()).length
  const gevonden = await zoekNummers(verzoek(bij.gemeente), ketenzaak)
  assert.deepEqual(
    gevonden.map(({ eind }) => eind),
    ['78'],
  )
  // It stands on the record of the resident, with what was looked at, before anything was given.
  const regels = await ingezien()
  assert.equal(regels.length, voor + 1)
  assert.ok(regels.some((regel) => regel === 'gemeente-GM0363,contactadres'))
  const pagina = bekendvorm(verzoek(bij.gemeente), '/actie', gevonden).toString()
  assert.match(pagina, /bekend\.bel .*eind.*78/)
  assert.doesNotMatch(pagina, /345678|\+31/)
  const [{ id } = { id: '' }] = gevonden
  assert.equal(await bekendNummer(verzoek(bij.gemeente), ketenzaak, id), '+31612345678')
  assert.equal(await bekendNummer(verzoek(bij.gemeente), ketenzaak, nieuw()), undefined)

  // Who takes part and is not shared who it is, and who takes no part, look at nothing, and no line says that they did.
  const daarna = (await ingezien()).length
  for (const vrager of [bij.svb, bij.duo]) {
    assert.deepEqual(await zoekNummers(verzoek(vrager), ketenzaak), [])
    assert.equal(await bekendNummer(verzoek(vrager), ketenzaak, id), undefined)
  }
  assert.equal((await ingezien()).length, daarna)

  const beeld = await loket.bekijk(bij.gemeente, ketenzaak)
  const deelnemer = beeld?.zicht.deelnemers.find(
    ({ wie }) => wie.soort === 'organisatie' && wie.organisatie === svb,
  )?.id
  assert.ok(beeld && deelnemer)
  const deling = { soort: 'deel', onderdeel: 'betrokkene', deelnemer, doel: 'stap-uitvoeren' } as const
  const tot = new Date('2026-06-01T00:00:00Z')
  const kop = { id: nieuw(), ketenzaak, verwacht: beeld.zicht.nr }
  assert.equal((await loket.doe(bij.gemeente, kop, { ...deling, grond: 'taak', tot })).status, 'ok')
  assert.equal((await zoekNummers(verzoek(bij.svb), ketenzaak))[0]?.eind, '78')
  assert.ok((await ingezien()).some((regel) => regel === 'svb,contactadres'))
})
