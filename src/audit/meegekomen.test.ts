import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BewijsStore } from './bewijs-store.ts'
import type { VerzegeldBewijs } from './bewijsregel.ts'
import { eisBewijs, openInhoud } from './index.ts'
import { type Meegekomene, viaHuishouden } from './meegekomen.ts'
import { nepbewijs, openProefaudit, proefmedewerker, proefverwerking } from './proefaudit.ts'

function opzet() {
  const keren: (readonly VerzegeldBewijs[])[] = []
  const store: BewijsStore = {
    async schrijf(regels) {
      keren.push(regels)
      return regels.map(({ onderwerp }) => ({ onderwerp, volgnummer: 1 }))
    },
    leesInzage: async () => [],
    veranker: async () => undefined,
  }
  const proef = openProefaudit(store)
  const open = (regel: VerzegeldBewijs | undefined): unknown => {
    assert.ok(regel?.inhoud)
    return JSON.parse(openInhoud(proef.ring, regel.onderwerp, regel.inhoud))
  }
  return { ...proef, keren, open }
}

const mee = (wie: readonly Meegekomene[]) => ({ doel: 'gegevens-tonen', wie })

test('who came along has a line with an end on their own record, all in one write, with no id of the other', async () => {
  const { audit, persoon, keren, open } = opzet()
  const [ik, partner, kind] = [persoon(), persoon(), persoon()]
  await audit.metVerwerking(proefverwerking(ik, { doel: 'inkomen-tonen', gegevens: ['inkomen'] }), (bewijs) =>
    audit.schrijfMeegekomen(
      bewijs,
      mee([
        {
          persoon: partner,
          relatie: 'partner',
          naam: 'Jan de Vries',
          isPartnerThuis: true,
          gegevens: ['naam', 'adres'],
        },
        { persoon: kind, relatie: 'ouder', gegevens: ['naam'] },
        // Twice in one answer, and the person it is about: no second line.
        { persoon: kind, relatie: 'medebewoner', gegevens: ['adres'] },
        { persoon: ik, relatie: 'medebewoner', gegevens: ['adres'] },
      ]),
    ),
  )
  assert.deepEqual(
    keren.map((regels) => regels.map(({ onderwerp }) => onderwerp).sort()),
    [
      [`persoon:${ik}`],
      [`persoon:${partner}`, `persoon:${kind}`].sort(),
      [`persoon:${ik}`, `persoon:${partner}`, `persoon:${kind}`].sort(),
    ],
  )
  const van = (wie: typeof ik) => keren[1]?.find(({ onderwerp }) => onderwerp === `persoon:${wie}`)
  const regel = open(van(partner)) as { door: unknown; gegevens: unknown; naam: string }
  assert.deepEqual(regel.door, {
    soort: 'huishouden',
    relatie: 'partner',
    naam: 'Jan de Vries',
    bekend: { waarvoor: 'inkomen-tonen', haalde: { soort: 'zelf' } },
  })
  assert.deepEqual([regel.naam, regel.gegevens], ['gegevens-tonen', ['naam', 'adres']])
  assert.equal((open(van(kind)) as { door: { relatie: string } }).door.relatie, 'ouder')
  for (const wie of [partner, kind]) assert.ok(!JSON.stringify(open(van(wie))).includes(ik))
  const sporen = keren.map((regels) => /"span":"(\w+)"/.exec(regels[0]?.codes ?? '')?.[1])
  assert.equal(new Set(sporen).size, 1, 'one processing, one trace')
})

test('who came along is not who it is about: with that proof nothing more of theirs is fetched', async () => {
  const { audit, persoon } = opzet()
  const [ik, ander] = [persoon(), persoon()]
  await audit.metVerwerking(proefverwerking(ik), async (bewijs) => {
    await audit.schrijfMeegekomen(
      bewijs,
      mee([{ persoon: ander, relatie: 'medebewoner', gegevens: ['naam'] }]),
    )
    assert.throws(() => eisBewijs(bewijs, ander), { reden: 'bewijs-van-ander' })
  })
})

test('which organisations were asked stands only where what it was about stands', async () => {
  const { audit, persoon, keren, open } = opzet()
  const [ik, partner, huisgenoot] = [persoon(), persoon(), persoon()]
  const { organisatie } = proefmedewerker()
  await audit.metVerwerking({ ...proefverwerking(ik), bronnen: [organisatie] }, (bewijs) =>
    audit.schrijfMeegekomen(
      bewijs,
      mee([
        { persoon: partner, relatie: 'partner', isPartnerThuis: true, gegevens: ['naam'] },
        { persoon: huisgenoot, relatie: 'medebewoner', gegevens: ['naam'] },
      ]),
    ),
  )
  const van = (wie: typeof ik) => open(keren[1]?.find(({ onderwerp }) => onderwerp === `persoon:${wie}`))
  assert.deepEqual((van(partner) as { bronnen: unknown }).bronnen, [organisatie])
  assert.ok(!JSON.stringify(van(huisgenoot)).includes(organisatie))
})

test('kinds outside the activity, an unknown one, and a proof that is not open, are refused', async () => {
  const { audit, persoon, keren } = opzet()
  const [ik, ander] = [persoon(), persoon()]
  const wie = [{ persoon: ander, relatie: 'medebewoner', gegevens: ['naam'] }] as const
  const oud = await audit.metVerwerking(proefverwerking(ik), async (bewijs) => {
    for (const gegevens of [[], ['inkomen'], ['naam', 'inkomen']])
      await assert.rejects(audit.schrijfMeegekomen(bewijs, mee([{ ...wie[0], gegevens }])), {
        reden: 'gegevens-buiten-doel',
      })
    await assert.rejects(audit.schrijfMeegekomen(bewijs, { doel: 'bestaat-niet', wie }), {
      reden: 'doel-onbekend',
    })
    return bewijs
  })
  // Nor by whom the register does not let act for it.
  await audit.metVerwerking({ ...proefverwerking(ik), door: proefmedewerker() }, (bewijs) =>
    assert.rejects(audit.schrijfMeegekomen(bewijs, { doel: 'inkomen-tonen', wie }), {
      reden: 'handelende-buiten-doel',
    }),
  )
  for (const bewijs of [oud, nepbewijs()])
    await assert.rejects(audit.schrijfMeegekomen(bewijs, mee(wie)), { reden: 'bewijs-verlopen' })
  assert.ok(keren.flat().every(({ onderwerp }) => onderwerp === `persoon:${ik}`))
})

test('what stands on a record says no more than that person may know', () => {
  const { persoon } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const [ik, lezer, ander] = [persoon(), persoon(), persoon()]
  const verwerking = (door: Parameters<typeof viaHuishouden>[0]['door']) => ({
    doel: 'schuldhulp-geven',
    betrokkenen: [ik],
    door,
  })
  const medewerker = proefmedewerker()
  const partner = { persoon: lezer, relatie: 'partner', isPartnerThuis: true, gegevens: ['naam'] } as const
  const haalde = (door: typeof medewerker | { soort: 'inwoner'; persoon: typeof ik }) => {
    const via = viaHuishouden(verwerking(door), partner)
    return via.relatie === 'afgeschermd' ? undefined : via.bekend?.haalde
  }
  assert.deepEqual(haalde(medewerker), {
    soort: 'medewerker',
    organisatie: medewerker.organisatie,
    rol: 'klantcontact',
  })
  assert.deepEqual(haalde({ soort: 'inwoner', persoon: ik }), { soort: 'zelf' })
  assert.deepEqual(haalde({ soort: 'inwoner', persoon: ander }), { soort: 'vertegenwoordiger' })
  assert.deepEqual(haalde({ soort: 'inwoner', persoon: lezer }), { soort: 'lezer' })
  // A housemate, a grown child and a partner who left do not hear that somebody gets debt help, nor where.
  for (const relatie of ['partner', 'ouder', 'kind', 'medebewoner'] as const)
    for (const door of [medewerker, { soort: 'inwoner', persoon: ander }] as const) {
      const wie = {
        persoon: lezer,
        relatie,
        gegevens: ['naam'],
        ...(relatie !== 'partner' && { isPartnerThuis: true }),
      }
      assert.deepEqual(viaHuishouden(verwerking(door), wie), { soort: 'huishouden', relatie })
    }
  // Shielded: neither the organisation nor what it was about, which could say where somebody is.
  const verborgen = { ...partner, relatie: 'afgeschermd', naam: 'Jan' } as const
  assert.deepEqual(viaHuishouden(verwerking(medewerker), verborgen), {
    soort: 'huishouden',
    relatie: 'afgeschermd',
  })
})
