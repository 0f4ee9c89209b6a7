// «Is dit gelukt?» is answered in place: nobody leaves what they were reading. Without this the form does the same.

document.addEventListener('submit', (gebeurtenis) => {
  const vorm = gebeurtenis.target
  if (!(vorm instanceof HTMLFormElement) || vorm.dataset.gelukt === undefined) return
  gebeurtenis.preventDefault()
  if (vorm.dataset.bezig) return
  vorm.dataset.bezig = '1'
  const velden = new FormData(vorm, gebeurtenis.submitter)
  // To the short page with thanks, and not to the whole page again.
  velden.set('los', '1')
  stuur(vorm, velden).catch(() => {
    delete vorm.dataset.bezig
    // As if this script were not there.
    if (gebeurtenis.submitter instanceof HTMLButtonElement) {
      const knop = document.createElement('input')
      knop.type = 'hidden'
      knop.name = gebeurtenis.submitter.name
      knop.value = gebeurtenis.submitter.value
      vorm.append(knop)
    }
    vorm.submit()
  })
})

/**
 * @param {HTMLFormElement} vorm
 * @param {FormData} velden
 */
async function stuur(vorm, velden) {
  const antwoord = await fetch(vorm.action, {
    method: 'POST',
    body: new URLSearchParams([...velden].map(([naam, waarde]) => [naam, String(waarde)])),
    headers: { accept: 'text/html' },
  })
  if (!antwoord.ok) throw new Error('niet gelukt')
  const pagina = new DOMParser().parseFromString(await antwoord.text(), 'text/html')
  const nieuw = pagina.getElementById('gelukt')
  const oud = document.getElementById('gelukt')
  if (!nieuw || !oud) throw new Error('geen vak')
  oud.replaceWith(nieuw)
  nieuw.tabIndex = -1
  nieuw.focus({ preventScroll: true })
}
