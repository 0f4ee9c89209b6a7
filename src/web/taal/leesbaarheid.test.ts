import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brouwer, fleschDouma, meet } from './leesbaarheid.ts'
import { lettergrepen } from './lettergrepen.ts'

test('the formulas give the known answers', () => {
  for (const [woorden, zinnen, lettergreep, douma, index] of [
    [100, 10, 150, 82.04, 75],
    [100, 10, 170, 66.64, 61.67],
    [120, 8, 216, 54.29, 45],
  ] as const) {
    const telling = { woorden, zinnen, lettergrepen: lettergreep }
    assert.equal(Math.round(fleschDouma(telling) * 100) / 100, douma)
    assert.equal(Math.round(brouwer(telling) * 100) / 100, index)
  }
})

/** Counted by hand: a hyphen between syllables. The last ones were chosen to be hard. */
const MET_DE_HAND = `
  aan aan-vraag aan-vra-gen ach-ter-stand ad-res af-spraak al-leen al-leen-staand al-tijd amb-te-naar ant-woord
  ar-beid ar-ti-kel a-dres-sen baan ba-lie bank be-drag be-dra-gen be-drijf be-gin be-gint be-kijk be-las-ting
  be-las-ting-dienst bel be-lang be-slis-sing be-sluit be-taal be-ta-len be-zwaar bij bij-dra-ge bij-stand
  blijft boe-te brief brie-ven broer buur-man bur-ger-za-ken com-pu-ter da-tum deel deur di-gi-taal dins-dag
  dok-ter don-der-dag doos drie druk duur dag dui-zend eer-ste ei-gen ei-land ein-de el-ke en-kel er-ken-nen
  eu-ro e-ven fa-mi-lie feest fiets for-mu-lier fout geld ge-bo-ren ge-boor-te ge-meen-te ge-meen-ten ge-trouwd
  ge-zin goed grens groot haal half hand han-dig heeft hel-pen hoog hoog-ste huis huis-hou-den hulp huur
  huur-toe-slag huur-der in-ko-men in-ko-mens in-schrij-ven in-ter-net jaar ja-ren jon-ger juist ka-mer kan-toor
  kind kin-de-ren kin-der-bij-slag kin-der-op-vang kies kie-zen koopt kos-ten kort krijgt krij-gen kwijt laag
  laat la-ter le-ven leef-tijd len-te lief loon loop luis-ter maand maan-den maak man-tel-zorg meer mees-tal
  mel-den mid-dag mi-ni-mum moe-der moet mo-gen mor-gen naam na-men neemt nieuw nie-mand no-dig no-ta-ris
  num-mer och-tend om-dat on-der-ne-mer ont-vang o-pen ou-ders ou-der o-ver-heid pa-pier part-ner pas
  pen-si-oen post post-co-de prijs pro-vin-cie re-ge-ling re-ke-ning recht rech-ten rech-ter re-den re-gel
  rust sa-men schei-den schrijf schrij-ven school schuld schul-den sol-li-ci-teer spaar-geld spre-ken stad stap
  stap-pen ster-ven straat stu-die stu-de-ren stuur taal te-kort te-le-foon ter-mijn thuis toe-slag toe-sla-gen
  trouw trou-wen tus-sen twee uit-ke-ring uit-leg u-ren va-der ver-die-nen ver-gun-ning ver-hui-zen ver-huur-der
  ver-mo-gen ver-ze-ke-ring vier vin-den voor vraag vra-gen vrij vrouw wacht wa-ter wa-ter-schap web-si-te week
  wet werk-ge-ver wer-ken werk-loos win-ter wo-ning wo-nen woon-plaats ziek ziek-te zo-mer zorg zorg-toe-slag
  zorg-ver-ze-ke-raar zus zon-der
  i-dee-ën ge-ëist re-u-nie kni-e-ën be-ïn-vloe-den co-ör-di-na-tie bu-reau ca-deau ni-veau leeuw nieuw-jaar
  fraai mooi groei ty-pe yo-ga sy-steem sta-tion na-tio-naal één ca-fé ge-ïn-te-res-seerd va-can-tie fi-nan-cie-ring
  uit-ke-rings-in-stan-tie
`

test('syllables: as counted by hand, nearly always, and never far off over a whole text', (t) => {
  const woorden = MET_DE_HAND.trim().split(/\s+/)
  const fout = woorden.flatMap((gesplitst) => {
    const hand = gesplitst.split('-').length
    const geteld = lettergrepen(gesplitst.replaceAll('-', ''))
    return hand === geteld ? [] : [`${gesplitst}: ${geteld}`]
  })
  t.diagnostic(`${woorden.length} words, ${fout.length} otherwise: ${fout.join(', ')}`)
  assert.ok(woorden.length >= 200)
  assert.ok(fout.length / woorden.length <= 0.03, fout.join(', '))
  const som = (tel: (woord: string) => number): number => woorden.reduce((n, woord) => n + tel(woord), 0)
  const hand = som((woord) => woord.split('-').length)
  const geteld = som((woord) => lettergrepen(woord.replaceAll('-', '')))
  assert.ok(Math.abs(geteld / hand - 1) <= 0.02, `${geteld} instead of ${hand}`)
})

test('a word has at least one syllable, and an accent changes nothing', () => {
  assert.deepEqual(['bv', '15', 'één', 'een', ''].map(lettergrepen), [1, 1, 1, 1, 1])
})

test('a text gives its mean, its longest sentence, its hard words and what looks passive', () => {
  const meting = meet(
    ['Vraag het aan. Uw aanvraag wordt door ons behandeld.', 'Dit geschiedt conform de wet.'],
    'nl',
  )
  assert.equal(meting?.zinnen, 3)
  assert.equal(meting?.woorden, 14)
  assert.equal(meting?.langste.zin, 'Uw aanvraag wordt door ons behandeld.')
  assert.equal(meting?.langste.woorden, 6)
  assert.equal(meting?.lijdend, 1)
  assert.deepEqual(meting?.moeilijk, ['conform'])
  assert.equal(meting?.score, undefined)
  assert.equal(meet([], 'nl'), undefined)
  assert.equal(meet([' ', '{'], 'nl')?.woorden, undefined)
})

test('a score needs 50 words of Dutch, and a longer sentence with longer words lowers it', () => {
  const kort = Array.from({ length: 13 }, () => 'U krijgt dit geld.')
  const lang = ['De verzekeringsmaatschappij verstrekt aanvullende inkomensondersteuning '.repeat(11)]
  const makkelijk = meet(kort, 'nl')?.score
  const zwaar = meet(lang, 'nl')?.score
  assert.ok(makkelijk && zwaar)
  assert.ok(makkelijk.douma > 90 && zwaar.douma < 30, `${makkelijk.douma} ${zwaar.douma}`)
  assert.equal(meet(kort.slice(0, 12), 'nl')?.score, undefined)
  assert.equal(meet(kort, 'en')?.score, undefined)
  assert.equal(meet(kort, 'pap')?.score, undefined)
})

test('a name inside a sentence does not make a text harder', () => {
  const zonder = meet([Array(15).fill('Vraag het aan hem.').join(' ')], 'nl')?.score
  const met = meet([Array(15).fill('Vraag het aan Rijksdienst.').join(' ')], 'nl')?.score
  assert.ok(met && zonder && Math.abs(met.douma - zonder.douma) < 3)
})
